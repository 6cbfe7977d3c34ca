import Documents

/// A pipeline that was loaded and checked: from a document's bytes to its last layer.
public struct Pipeline: Sendable {
  public let name: String
  public let path: String
  /// CSV tables that the file asks for: `stances.csv` …
  public let outputs: [String]
  /// Below this the tables name no speaker.
  public let minSpeakerConfidence: Double
  /// `name@version` and hash of every lexicon in use.
  public let lexicons: [(reference: String, hash: String)]
  /// Hash of the pipeline file.
  public let hash: String

  let stages: [AnyStage]

  /// What the last stage gives.
  public var gives: any Document.Type { stages.last?.gives ?? SourceDocument.self }

  public var stageNames: [String] { stages.map(\.name) }

  /// Runs all stages over one document.
  /// - Throws: the stage that could not go on, and why.
  public func process(_ source: SourceDocument) throws(StageFailure) -> any Document {
    var document: any Document = source
    for stage in stages {
      do throws(DocumentError) {
        document = try stage.process(document)
      } catch {
        throw StageFailure(error, stage: stage.name)
      }
    }
    return document
  }
}
