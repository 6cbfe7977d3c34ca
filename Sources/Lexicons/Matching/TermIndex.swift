import Documents

/// Terms of a lexicon in a trie, each form pointing back at its entry. A class, since everything that reads a document
/// holds some: a structure of so many arrays would be copied at each step.
public final class TermIndex: Sendable {
  /// A form of an entry.
  public struct Form: Sendable {
    public var entry: Int
    public var kind: Inflection.Form
  }

  /// A term found in a text.
  public struct Match: Sendable {
    /// Indices of tokens.
    public var tokens: Range<Int>
    public var entry: Int
    public var form: Inflection.Form

    public init(tokens: Range<Int>, entry: Int, form: Inflection.Form) {
      self.tokens = tokens
      self.entry = entry
      self.form = form
    }
  }

  let trie: PhraseTrie
  let forms: [Form]

  static let empty = TermIndexBuilder().index

  fileprivate init(trie: PhraseTrie, forms: [Form]) {
    self.trie = trie
    self.forms = forms
  }

  /// Whether some term may begin with a word; most words begin none.
  public func mayBegin(_ word: Int32) -> Bool { trie.mayBegin(word) }

  /// All terms that begin at a token, shortest first.
  @inline(__always)
  public func matches(in ids: [Int32], at start: Int, limit: Int, _ body: (Match) -> Void) {
    guard start < ids.count, trie.mayBegin(ids[start]) else { return }
    trie.matches(in: ids, at: start, limit: limit) { length, payload in
      let form = forms[Int(payload)]
      body(Match(tokens: start..<(start + length), entry: form.entry, form: form.kind))
    }
  }

  /// The terms of a text from left to right, the longest at each place, not overlapping. Of two entries that share a
  /// form the first one wins.
  public func longestMatches(in ids: [Int32], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    forEachLongest(in: ids, range) { found.append($0) }
    return found
  }

  /// The same, one by one.
  public func forEachLongest(in ids: [Int32], _ range: Range<Int>, _ body: (Match) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (length, payload) = trie.longest(in: ids, at: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      let form = forms[Int(payload)]
      body(Match(tokens: index..<(index + length), entry: form.entry, form: form.kind))
      index += length
    }
  }

  /// The same where `prefix*` matches; to be called when the vocabulary has all its words.
  public func linked(to vocabulary: Vocabulary) -> TermIndex {
    var trie = trie
    trie.link(to: vocabulary)
    return TermIndex(trie: trie, forms: forms)
  }
}

/// Collects the terms of a ``TermIndex``.
public struct TermIndexBuilder: Sendable {
  var trie = PhraseTrie()
  var forms: [TermIndex.Form] = []
  /// Used again for each term.
  private var room = TermForms()

  public init() {}

  public var index: TermIndex { TermIndex(trie: trie, forms: forms) }

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
    trie.insert(vocabulary.ids(ofTerm: bytes, term), payload: Int32(truncatingIfNeeded: forms.count))
    forms.append(TermIndex.Form(entry: entry, kind: kind))
  }
}

/// Coarse parts of speech as lexicons name them.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, preposition, phrase

  static let choices = Choices(PartOfSpeech.self)
}
