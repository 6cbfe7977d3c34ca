import Documents
import Testing

@testable import Lexicons

@Suite struct WordHashTests {
  private func hash(_ word: [UInt8]) -> UInt64 {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return hash.value
  }

  @Test func tellsWordsApart() {
    var seen: Set<UInt64> = []
    for number in 0..<20_000 { seen.insert(hash(Array("w\(number)".utf8))) }
    for length in 0...40 {
      seen.insert(hash([UInt8](repeating: 0, count: length)))
      seen.insert(hash([UInt8](repeating: 0x61, count: length + 1)))
    }
    #expect(seen.count == 20_000 + 41 + 41)
  }

  /// The low bits choose the slot.
  @Test func spreadsOverSlots() {
    var slots: Set<UInt64> = []
    for number in 0..<1000 { slots.insert(hash(Array("term\(number)".utf8)) & 4095) }
    #expect(slots.count > 800)
  }

  @Test(arguments: ["a", "Harbour", "HARBOURS", "Rechtschreibung", "Éclaircissement", "naïvetés", "they’re", "x"])
  func aWordIsFoundHoweverItIsWritten(word: String) {
    var vocabulary = Vocabulary()
    let id = vocabulary.intern(word)
    for form in [word, word.lowercased(), word.uppercased()] {
      let text = Text("(\(form))")
      #expect(vocabulary.ids(of: [Token(start: 1, end: text.count - 1)], in: text) == [id])
    }
    #expect(vocabulary.ids(of: [Token(start: 0, end: 1)], in: Text("(")) == [0])
  }
}
