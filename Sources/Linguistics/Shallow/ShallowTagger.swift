import Documents
import Lexicons

/// Coarse tags without a model: closed classes, capitals, endings and the verbs that the lexicons know. A pipeline
/// without `parse` stands on these.
public struct ShallowTagger: Sendable {
  private let words: FunctionWords
  /// What the lexicons know of a word, by its id.
  private let known: [Known]
  private let to: Int32
  private let possessive: Int32

  private let vocabulary: Vocabulary

  /// - Parameters:
  ///   - verbFiles: lexicons whose verbs are known as such.
  ///   - nameFiles: lexicons of given names.
  ///   - nounFiles: lexicons of roles, whose last words are nouns.
  public init(verbFiles: [LexiconFile], nameFiles: [LexiconFile], nounFiles: [LexiconFile]) {
    var vocabulary = Vocabulary.ofTokens(for: verbFiles + nameFiles + nounFiles)
    words = FunctionWords(vocabulary: &vocabulary)
    var known: [Known] = []
    for (files, role) in [(verbFiles, TaggerWords.Role.verb), (nameFiles, .name), (nounFiles, .noun)] {
      for file in files {
        let words = TaggerWords.words(of: file, as: role, &vocabulary)
        if known.count < vocabulary.count { known += repeatElement([], count: vocabulary.count - known.count) }
        for id in words { known[Int(id)].insert(Known(role)) }
      }
    }
    self.known = known
    to = vocabulary.intern("to")
    possessive = vocabulary.intern("'s")
    self.vocabulary = vocabulary
  }

  private struct Known: OptionSet {
    let rawValue: UInt8
    static let verb = Known(rawValue: 1)
    static let name = Known(rawValue: 2)
    static let noun = Known(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ role: TaggerWords.Role) {
      switch role {
      case .verb: self = .verb
      case .name: self = .name
      case .noun: self = .noun
      }
    }
  }

  private func known(_ id: Int32) -> Known { Int(id) < known.count ? known[Int(id)] : [] }

  /// One tag a token.
  public func tags(of document: SegmentedArticle) -> [UPOS] {
    let ids = vocabulary.ids(of: document)
    let utf8 = document.article.text.utf8
    let text = utf8.span
    let tokens = document.tokens
    var tags = [UPOS](repeating: .noun, count: tokens.count)
    let capitals = capitalisedInside(document)
    for sentence in document.sentences {
      for index in sentence.tokens {
        let bytes = text.extracting(tokens[index].span.range)
        let isInside = index > sentence.tokens.lowerBound
        let previous = isInside ? tokens[index - 1] : nil
        let around = Around(
          before: isInside ? tags[index - 1] : .punct, isAfterTo: isInside && ids[index - 1] == to, previous: previous)
        tags[index] = tag(bytes, id: ids[index], around, in: text, capitals)
        if tags[index] == .verb, isNounHere(index, ids, tags, in: sentence, bytes) { tags[index] = .noun }
      }
    }
    return tags
  }

  /// What stands before a word in its sentence.
  private struct Around {
    var before: UPOS
    var isAfterTo: Bool
    /// `nil` at the sentence's beginning.
    var previous: Token?
  }

  private func tag(
    _ bytes: Swift.Span<UInt8>, id: Int32, _ around: Around, in text: Swift.Span<UInt8>, _ capitals: HashSet
  ) -> UPOS {
    guard !bytes.isEmpty else { return .x }
    let first = bytes[0]
    if !isLetter(first), isPunctuation(bytes) {
      return first == UInt8(ascii: "$") || first == UInt8(ascii: "%") ? .sym : .punct
    }
    if first >= 0x30, first <= 0x39 { return .num }
    let known = known(id)
    if first >= 0x41 && first <= 0x5A || first == 0xC3 {
      if isShouted(bytes) { return .propn }
      let isFirst = around.previous.map { isQuoteMark(text, $0) } ?? true
      if isFirst, let tag = words.tag(of: id) { return tag }
      if !isFirst || known.contains(.name) || capitals.contains(HashSet.hash(bytes)) { return .propn }
    } else if let tag = words.tag(of: id) {
      return tag
    }
    let before = around.before
    if before == .part || before == .aux || around.isAfterTo || before == .pron {
      if known.contains(.verb) || hasSuffix(bytes, "ed") || hasSuffix(bytes, "ing") { return .verb }
    }
    if known.contains(.noun) { return .noun }
    if known.contains(.verb) {
      // *Aldous betrayed*: what ends like an adjective may be a name, and no noun ends in *-ed*.
      let isNoun = before == .det || before == .adj && !hasSuffix(bytes, "ed") || before == .adp && !around.isAfterTo
      return isNoun ? .noun : .verb
    }
    return tag(ofEnding: bytes, before)
  }

  /// Whether a word is of capitals and full stops, two or more.
  private func isShouted(_ bytes: Swift.Span<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    for index in bytes.indices where bytes[index] &- 0x41 > 25 && bytes[index] != UInt8(ascii: ".") { return false }
    return true
  }

  private func tag(ofEnding bytes: Swift.Span<UInt8>, _ before: UPOS) -> UPOS {
    switch bytes[bytes.count - 1] {
    case UInt8(ascii: "y"):
      if hasSuffix(bytes, "ly") { return .adv }
    case UInt8(ascii: "d"):
      if hasSuffix(bytes, "ed") { return before == .det ? .adj : .verb }
    case UInt8(ascii: "g"):
      if hasSuffix(bytes, "ing") { return before == .det || before == .adp ? .noun : .verb }
    case UInt8(ascii: "s"):
      if hasSuffix(bytes, "ous") || hasSuffix(bytes, "less") { return .adj }
    case UInt8(ascii: "e"):
      if hasSuffix(bytes, "ive") || hasSuffix(bytes, "able") || hasSuffix(bytes, "ible") { return .adj }
    case UInt8(ascii: "l"):
      if hasSuffix(bytes, "ful") || hasSuffix(bytes, "ical") { return .adj }
    case UInt8(ascii: "h"):
      if hasSuffix(bytes, "ish") { return .adj }
    default: break
    }
    return .noun
  }

  /// Base forms behind a possessor or before a role are nouns: *Finland's transport minister*, *the water minister*.
  private func isNounHere(
    _ index: Int, _ ids: [Int32], _ tags: [UPOS], in sentence: Sentence, _ bytes: Swift.Span<UInt8>
  ) -> Bool {
    guard index - 2 >= sentence.tokens.lowerBound, !hasSuffix(bytes, "ed"), !hasSuffix(bytes, "ing") else {
      return false
    }
    let afterPossessor =
      tags[index - 1] == .aux && ids[index - 1] == possessive && (tags[index - 2] == .propn || tags[index - 2] == .noun)
    let beforeRole = index + 1 < sentence.tokens.upperBound && known(ids[index + 1]).contains(.noun)
    let afterDeterminer =
      tags[index - 1] == .det || tags[index - 1] == .adj
      || tags[index - 1] == .propn && tags[index - 2] == .det
    return afterPossessor || beforeRole && afterDeterminer
  }

  /// Words that stand with a capital somewhere inside a sentence: at the start of one they are names as well.
  private func capitalisedInside(_ document: SegmentedArticle) -> HashSet {
    let utf8 = document.article.text.utf8
    let text = utf8.span
    let tokens = document.tokens
    var found = HashSet()
    for sentence in document.sentences where document.kind(of: sentence).isBody {
      for index in sentence.tokens.dropFirst() {
        let bytes = text.extracting(tokens[index].span.range)
        guard !bytes.isEmpty, bytes[0] >= 0x41, bytes[0] <= 0x5A else { continue }
        if isQuoteMark(text, tokens[index - 1]) { continue }
        found.insert(HashSet.hash(bytes))
      }
    }
    return found
  }

  private func isQuoteMark(_ text: Swift.Span<UInt8>, _ token: Token) -> Bool {
    let bytes = text.extracting(token.span.range)
    guard !bytes.isEmpty else { return false }
    let first = bytes[0]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == UInt8(ascii: "`") { return true }
    return first == 0xE2 && bytes.count == 3 && bytes[1] == 0x80
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isPunctuation(_ bytes: Swift.Span<UInt8>) -> Bool {
    if bytes.count > 1, bytes[0] == 0xE2, bytes[1] == 0x80 {
      return bytes.count == 3 || bytes.count % 3 == 0 && bytes[3] == 0xE2 && bytes[4] == 0x80
    }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || isLetter(byte) { return false }
    }
    return true
  }

  private func hasSuffix(_ bytes: Swift.Span<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard bytes.count > count + 1 else { return false }
    return ending.withUTF8Buffer { ending in
      for index in ending.indices where ending[index] != bytes[bytes.count - count + index] { return false }
      return true
    }
  }
}
