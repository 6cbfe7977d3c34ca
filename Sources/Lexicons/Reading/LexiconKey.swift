/// The keys that some kind of lexicon knows, as small numbers: lexicons have some hundred thousand fields, and a number
/// is quicker to compare than a string.
package enum LexiconKey: UInt8, CaseIterable, Sendable {
  case term, lemma, pos, forms, examples, gloss, `class`, takes, weight, object, subject, content, act
  case factor, scope, modality, ends, rank, gender, number, ambiguous, plural, part
  case id, name, type, aliases, demonyms, metonyms, contextual, members, parent, country, parts
  case about, across, after, against, ahead, along, among, around, `as`, at, before, behind, between, beyond, by
  case down, `for`, from, `in`, into, of, off, on, onto, out, over, past, through, to, toward, towards, under, up, upon
  case with, within, without

  /// As lexicons write it.
  var text: String { Self.texts[Int(rawValue)] }

  private static let texts = allCases.map { String(describing: $0) }

  /// The key that some bytes are, `nil` for one that no kind knows.
  init?(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard let key = Self.table.key(PackedWord(bytes, range)) else { return nil }
    self = key
  }

  private static let table = Table()

  /// Open addressing over packed words.
  private struct Table {
    private var words = Array(repeating: PackedWord(), count: 256)
    private var keys = Array(repeating: LexiconKey?.none, count: 256)

    init() {
      for key in LexiconKey.allCases {
        let word = PackedWord(key.text)
        var slot = word.slot
        while keys[slot] != nil { slot = (slot + 1) & 255 }
        (words[slot], keys[slot]) = (word, key)
      }
    }

    func key(_ word: PackedWord) -> LexiconKey? {
      var slot = word.slot
      while let key = keys[slot] {
        if words[slot] == word { return key }
        slot = (slot + 1) & 255
      }
      return nil
    }
  }
}
