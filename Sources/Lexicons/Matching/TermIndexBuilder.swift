/// Collects the terms of a ``TermIndex``.
public struct TermIndexBuilder: Sendable {
  private var trie = PhraseTrieBuilder()
  private var forms: [Int32] = []
  /// An index that is all that there is so far.
  private var whole: (index: TermIndex, words: Int)?
  /// Used again for each term.
  private var room = TermForms()

  public init() {}

  public var index: TermIndex { whole?.index ?? TermIndex(trie: trie.trie, forms: Column(forms)) }

  /// Adds all terms of an index.
  /// - Parameters:
  ///   - entries: what is added to the number of each entry.
  ///   - words: number of ids that its words may have.
  mutating func insert(_ index: TermIndex, entries: Int, words: Int) {
    if whole == nil, forms.isEmpty, entries == 0 {
      whole = (index, words)
      return
    }
    takeOver()
    trie.insert(index.trie, payloads: Int32(truncatingIfNeeded: forms.count), words: words)
    forms += index.forms.array.map { $0 + Int32(truncatingIfNeeded: entries << 3) }
  }

  /// Makes an index its own, before other terms join it.
  private mutating func takeOver() {
    guard let (index, words) = whole else { return }
    trie.insert(index.trie, payloads: 0, words: words)
    forms = index.forms.array
    whole = nil
  }

  /// Adds all forms of a term; a word in it that ends in `*` stands for all words that begin so. The first
  /// word of a verb inflects, the last of anything else.
  public mutating func insert(
    _ text: String, inflects: Bool, as part: PartOfSpeech, irregular: [String], entry: Int,
    vocabulary: inout Vocabulary
  ) {
    var bytes = Array(text.utf8)
    var places: [EntryStore.Place] = []
    for form in irregular {
      places.append(EntryStore.Place(start: UInt32(bytes.count), count: UInt32(form.utf8.count)))
      bytes += form.utf8
    }
    insert(
      0..<text.utf8.count, in: bytes, inflects: inflects, as: part, irregular: places[...], entry: entry,
      vocabulary: &vocabulary)
  }

  /// The same of a term that stands somewhere in some bytes, with its irregular forms.
  mutating func insert(
    _ term: Range<Int>, in bytes: [UInt8], inflects: Bool, as part: PartOfSpeech,
    irregular: ArraySlice<EntryStore.Place>, entry: Int, vocabulary: inout Vocabulary
  ) {
    let space = UInt8(ascii: " ")
    let word: Int
    switch part {
    case .verb where inflects: word = term.lowerBound
    case .adjective where inflects && !bytes[term].contains(space): word = term.lowerBound
    case .noun where inflects: word = bytes[term].lastIndex(of: space).map { $0 + 1 } ?? term.lowerBound
    default: return insert(bytes, term, .base, entry, &vocabulary)
    }
    room.make(of: term, from: word, in: bytes, as: part, irregular: irregular)
    for form in room.all { insert(room.bytes, form.place, form.kind, entry, &vocabulary) }
  }

  private mutating func insert(
    _ bytes: [UInt8], _ term: Range<Int>, _ kind: Inflection.Form, _ entry: Int, _ vocabulary: inout Vocabulary
  ) {
    takeOver()
    trie.insert(vocabulary.ids(ofTerm: bytes, term), payload: Int32(truncatingIfNeeded: forms.count))
    forms.append(TermIndex.packed(entry, kind))
  }
}
