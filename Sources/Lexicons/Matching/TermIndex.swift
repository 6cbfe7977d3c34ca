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

  private let trie: PhraseTrie
  private let forms: [Form]

  static let empty = TermIndexBuilder().index

  fileprivate init(trie: PhraseTrie, forms: [Form]) {
    self.trie = trie
    self.forms = forms
  }

  /// All terms that begin at a token, shortest first.
  @inline(__always)
  public func matches(in ids: [Int32], at start: Int, limit: Int, _ body: (Match) -> Void) {
    trie.matches(in: ids, at: start, limit: limit) { length, payload in
      let form = forms[Int(payload)]
      body(Match(tokens: start..<(start + length), entry: form.entry, form: form.kind))
    }
  }

  /// The terms of a text from left to right, the longest at each place, not overlapping. Of two entries that share a
  /// form the first one wins.
  public func longestMatches(in ids: [Int32], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (length, payload) = trie.longest(in: ids, at: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      let form = forms[Int(payload)]
      found.append(Match(tokens: index..<(index + length), entry: form.entry, form: form.kind))
      index += length
    }
    return found
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
  private var trie = PhraseTrie()
  private var forms: [TermIndex.Form] = []

  public init() {}

  public var index: TermIndex { TermIndex(trie: trie, forms: forms) }

  /// Adds all forms of a term; a word in it that ends in `*` stands for all words that begin so. The first
  /// word of a verb inflects, the last of anything else.
  public mutating func insert(
    _ text: String, inflects: Bool, as part: PartOfSpeech, irregular: [String], entry: Int,
    vocabulary: inout Vocabulary
  ) {
    insert(
      Array(text.utf8)[...], inflects: inflects, as: part, irregular: irregular.map { Array($0.utf8)[...] },
      entry: entry, vocabulary: &vocabulary)
  }

  /// The same of bytes.
  mutating func insert(
    _ term: ArraySlice<UInt8>, inflects: Bool, as part: PartOfSpeech, irregular: [ArraySlice<UInt8>], entry: Int,
    vocabulary: inout Vocabulary
  ) {
    guard inflects else { return insert(term, .base, entry, &vocabulary) }
    let space = UInt8(ascii: " ")
    switch part {
    case .verb, .adjective:
      if part == .adjective, term.contains(space) { return insert(term, .base, entry, &vocabulary) }
      Inflection.forEachForm(of: term, from: term.startIndex, as: part, irregular: irregular) { form, kind in
        insert(form, kind, entry, &vocabulary)
      }
    case .noun:
      let last = term.lastIndex(of: space).map { $0 + 1 } ?? term.startIndex
      Inflection.forEachForm(of: term, from: last, as: .noun, irregular: irregular) { form, kind in
        insert(form, kind, entry, &vocabulary)
      }
    default:
      insert(term, .base, entry, &vocabulary)
    }
  }

  private mutating func insert(
    _ term: ArraySlice<UInt8>, _ kind: Inflection.Form, _ entry: Int, _ vocabulary: inout Vocabulary
  ) {
    trie.insert(vocabulary.ids(ofTerm: term), payload: Int32(truncatingIfNeeded: forms.count))
    forms.append(TermIndex.Form(entry: entry, kind: kind))
  }
}

/// Coarse parts of speech as lexicons name them.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, preposition, phrase

  static let choices = Choices(PartOfSpeech.self)
}
