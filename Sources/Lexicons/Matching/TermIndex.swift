import Documents

/// Terms of a lexicon in a trie, each form pointing back at its entry.
public struct TermIndex: Sendable {
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

  private var trie = PhraseTrie()
  private var forms: [Form] = []
  /// Entries that end in `*`: (folded prefix, entry), longest first.
  private var prefixes: [(bytes: [UInt8], entry: Int)] = []

  public init() {}

  /// Adds all forms of a term. The first word of a verb inflects, the last of anything else.
  public mutating func insert(
    _ text: String, inflects: Bool, as part: PartOfSpeech, irregular: [String], entry: Int,
    vocabulary: inout Vocabulary
  ) {
    if text.hasSuffix("*"), !text.contains(" ") {
      prefixes.append((Vocabulary.fold(Array(text.dropLast().utf8)), entry))
      prefixes.sort { $0.bytes.count > $1.bytes.count }
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return }
    guard inflects else {
      return insert(words, .base, entry, &vocabulary)
    }
    switch part {
    case .verb:
      for (kind, form) in Inflection.verb(first, irregular: irregular) {
        insert([form] + words.dropFirst(), kind, entry, &vocabulary)
      }
    case .noun:
      for (kind, form) in Inflection.noun(last, irregular: irregular) {
        insert(words.dropLast() + [form], kind, entry, &vocabulary)
      }
    case .adjective where words.count == 1:
      for (kind, form) in Inflection.adjective(last, irregular: irregular) {
        insert([form], kind, entry, &vocabulary)
      }
    default:
      insert(words, .base, entry, &vocabulary)
    }
  }

  private mutating func insert(
    _ words: [String], _ kind: Inflection.Form, _ entry: Int, _ vocabulary: inout Vocabulary
  ) {
    let ids = words.flatMap(vocabulary.tokens).map { vocabulary.intern($0) }
    trie.insert(ids, payload: Int32(truncatingIfNeeded: forms.count))
    forms.append(Form(entry: entry, kind: kind))
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
      var best: Match?
      matches(in: ids, at: index, limit: range.upperBound) { match in
        if match.tokens.count > best?.tokens.count ?? 0 { best = match }
      }
      if let best {
        found.append(best)
        index = best.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  public var hasPrefixes: Bool { !prefixes.isEmpty }

  /// The entry of the longest `prefix*` that a word begins with.
  public func prefixEntry(of word: ArraySlice<UInt8>) -> Int? {
    guard !prefixes.isEmpty else { return nil }
    let folded = Vocabulary.fold(Array(word))
    return prefixes.first { folded.starts(with: $0.bytes) }?.entry
  }
}

/// Coarse parts of speech as lexicons name them.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, preposition, phrase
}
