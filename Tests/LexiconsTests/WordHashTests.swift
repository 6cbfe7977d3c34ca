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

  /// Eight bytes at a time or one: the same hash, at every length and whatever stands around.
  @Test func eightBytesAtATimeAreTheSame() {
    let text = Array("The Harbour Union's 40 OUTSPOKEN rule-breakers, @[`{ and nobody ELSE".utf8)
    for start in text.indices {
      for end in start...min(start + 20, text.count) {
        let folded = text[start..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        #expect(WordHash.ofFoldedASCII(text.span.bytes, start..<end) == hash(folded))
      }
    }
    let accented = Array("harbours of Évora".utf8)
    #expect(WordHash.ofFoldedASCII(accented.span.bytes, 0..<8) == hash(Array("harbours".utf8)))
    for end in 13...accented.count { #expect(WordHash.ofFoldedASCII(accented.span.bytes, 0..<end) == nil) }
  }
}
