/// What a user can choose about the outputs.
public struct OutputOptions: Sendable {
  /// Below this the CSV tables name no speaker; JSON lines hold the name and its confidence.
  public var minSpeakerConfidence: Double
  /// CSV as Excel wants it.
  public var excel: Bool
  /// Replaces the names of persons, in every output.
  public var pseudonyms: Pseudonyms?

  public init(minSpeakerConfidence: Double = 0, excel: Bool = false, pseudonyms: Pseudonyms? = nil) {
    self.minSpeakerConfidence = minSpeakerConfidence
    self.excel = excel
    self.pseudonyms = pseudonyms
  }
}
