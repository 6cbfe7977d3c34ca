import Documents
import Lexicons

/// Whether what a sentence tells is done or wanted by the holder: *Moscow helps Pyongyang* says nothing of the stance of
/// whoever reports it, *we must help Pyongyang* does.
struct HolderVoice {
  private let reading: StanceReading
  private let content: [Span]
  /// Whether the cue itself wants the first verb of the content: *vowed to*, *urged X to*.
  private let cueWants: Bool

  init(statement: Statement, cueClass: CueLexicon.CueClass?, reading: StanceReading) {
    self.reading = reading
    content = statement.content
    switch cueClass {
    case .urge, .promise, .plan, .want, .threaten, .hope, .decide, .ask: cueWants = true
    default: cueWants = false
    }
  }

  /// - Parameter index: the token at which the deed's word begins.
  func ownsDeed(at index: Int) -> Bool {
    let content = content.map(reading.locator.range)
    guard let piece = content.first(where: { $0.contains(index) }) else { return false }
    var sawVerb = false
    var before = index - 1
    while before >= piece.lowerBound, index - before <= 12 {
      if isCondition(before) { return false }
      if isObligation(before) { return true }
      if isFirstPerson(before), !sawVerb { return true }
      if reading.tags[before] == .punct, !reading.token(before, is: "-") { break }
      if reading.tags[before] == .verb { sawVerb = true }
      before -= 1
    }
    return cueWants && !sawVerb && before < piece.lowerBound && piece.lowerBound == content.first?.lowerBound
  }

  private func isCondition(_ index: Int) -> Bool {
    ["if", "If", "unless", "whether", "when"].contains { reading.token(index, is: $0) }
  }

  private func isObligation(_ index: Int) -> Bool {
    if ["must", "should", "ought", "let", "Let"].contains(where: { reading.token(index, is: $0) }) { return true }
    let needs = ["need", "needs", "has", "have"].contains { reading.token(index, is: $0) }
    return needs && reading.token(index + 1, is: "to")
  }

  private func isFirstPerson(_ index: Int) -> Bool {
    ["I", "we", "We"].contains { reading.token(index, is: $0) }
  }
}
