import Documents

/// Terms of a lexicon in a trie, each form pointing back at its entry. A class, since everything that reads a document
/// holds some: a structure of so many arrays would be copied at each step.
public final class TermIndex: Sendable {
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
  /// For each payload of the trie a form of an entry, see ``packed(_:_:)``.
  let forms: Column<Int32>

  static let empty = TermIndexBuilder().index

  init(trie: PhraseTrie, forms: Column<Int32>) {
    self.trie = trie
    self.forms = forms
  }

  /// An entry and which of its forms it is, as one number.
  static func packed(_ entry: Int, _ kind: Inflection.Form) -> Int32 {
    Int32(truncatingIfNeeded: entry << 3) | Int32(kind.rawValue)
  }

  @inline(__always)
  private func match(_ tokens: Range<Int>, _ payload: Int32) -> Match {
    let form = forms[Int(payload)]
    return Match(
      tokens: tokens, entry: Int(form >> 3), form: Inflection.Form(rawValue: UInt8(form & 7)) ?? .base)
  }

  /// Whether some term may begin with a word; most words begin none.
  public func mayBegin(_ word: Int32) -> Bool { trie.mayBegin(word) }

  /// All terms that begin at a token, shortest first.
  @inline(__always)
  public func matches(in ids: [Int32], at start: Int, limit: Int, _ body: (Match) -> Void) {
    guard start < ids.count, trie.mayBegin(ids[start]) else { return }
    trie.matches(in: ids, at: start, limit: limit) { length, payload in
      body(match(start..<(start + length), payload))
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
      body(match(index..<(index + length), payload))
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

/// As a part of a file.
extension TermIndex {
  func pack(into packer: inout Packer) {
    packer.add(mapped: forms)
    trie.pack(into: &packer)
  }

  /// `nil` for what no packer wrote.
  /// - Parameter entries: how many there are.
  convenience init?(from unpacker: inout Unpacker, entries: Int) {
    let forms: Column<Int32> = unpacker.mapped()
    guard forms.isWithin(0..<(entries << 3)), let trie = PhraseTrie(from: &unpacker) else {
      return nil
    }
    self.init(trie: trie, forms: forms)
  }
}
