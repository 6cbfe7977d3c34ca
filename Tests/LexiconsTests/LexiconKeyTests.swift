import Documents
import Testing

@testable import Lexicons

@Suite struct LexiconKeyTests {
  private func key(_ text: String) -> LexiconKey? {
    // Other bytes around it are not looked at.
    let bytes = Array("{\(text): x".utf8)
    return LexiconKey(bytes.span, 1..<(1 + text.utf8.count))
  }

  @Test func everyKeyIsKnownByItsBytes() {
    for known in LexiconKey.allCases { #expect(key(known.text) == known) }
    #expect(LexiconKey.allCases.count < Int(UInt8.max))
  }

  @Test(arguments: ["", "Term", "terms", "ter", "contextuals", "a word of more than fifteen bytes", "term\0", "wéight"])
  func otherWordsAreNoKeys(word: String) { #expect(key(word) == nil) }

  @Test func setsHoldWhatTheyWereGiven() {
    let set: KeySet = [.term, .without]
    let both = set.union([.number])
    #expect(LexiconKey.allCases.filter(set.contains) == [.term, .without])
    #expect(both.all == [.term, .number, .without])
    #expect(!set.contains(UInt8.max))
  }

  /// Longer words would all be the same.
  @Test func choicesAreTold() {
    func check<Choice>(_ type: Choice.Type)
    where Choice: RawRepresentable & CaseIterable & Equatable & Sendable, Choice.RawValue == String {
      let choices = Choices(type)
      for choice in Choice.allCases {
        let bytes = Array(choice.rawValue.utf8)
        #expect(bytes.count <= 15 && choices.choice(bytes, 0..<bytes.count) == choice)
      }
      #expect(choices.choice(Array("none of them".utf8), 0..<12) == nil)
    }
    check(PartOfSpeech.self)
    check(CueLexicon.CueClass.self)
    check(Gender.self)
    check(Target.Kind.self)
  }
}
