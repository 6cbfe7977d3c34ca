import Documents
import Lexicons

/// Coarse tags without a model: closed classes, capitals, endings and the verbs that the lexicons know. A pipeline
/// without `parse` stands on these.
public struct ShallowTagger: Sendable {
  private let words: FunctionWords
  private let verbs: Set<Int32>
  private let names: Set<Int32>
  private let nouns: Set<Int32>
  private let to: Int32
  private let possessive: Int32

  private let vocabulary: Vocabulary

  /// - Parameters:
  ///   - verbFiles: lexicons whose verbs are known as such.
  ///   - nameFiles: lexicons of given names.
  ///   - nounFiles: lexicons of roles, whose last words are nouns.
  public init(verbFiles: [LexiconFile], nameFiles: [LexiconFile], nounFiles: [LexiconFile]) {
    var vocabulary = Vocabulary.ofTokens()
    words = FunctionWords(vocabulary: &vocabulary)
    var verbs: Set<Int32> = []
    for file in verbFiles {
      for entry in file.entries where entry.string("pos") == "verb" {
        guard let lemma = entry.string("lemma"), let first = lemma.utf8.split(separator: UInt8(ascii: " ")).first else {
          continue
        }
        for form in Inflection.verb(Array(first), irregular: entry.list("forms")) {
          verbs.insert(vocabulary.intern(form.text[...]))
        }
      }
    }
    var names: Set<Int32> = []
    for file in nameFiles {
      for entry in file.entries where !entry.flag("ambiguous") {
        if let name = entry.string("term") { names.insert(vocabulary.intern(name)) }
      }
    }
    var nouns: Set<Int32> = []
    for file in nounFiles {
      for entry in file.entries {
        guard let term = entry.string("term"), let last = term.utf8.split(separator: UInt8(ascii: " ")).last else {
          continue
        }
        for form in Inflection.noun(Array(last)) { nouns.insert(vocabulary.intern(form.text[...])) }
      }
    }
    self.verbs = verbs
    self.names = names
    self.nouns = nouns
    to = vocabulary.intern("to")
    possessive = vocabulary.intern("'s")
    self.vocabulary = vocabulary
  }

  /// One tag a token.
  public func tags(of document: SegmentedArticle) -> [UPOS] {
    let ids = vocabulary.ids(of: document.tokens, in: document.article.text)
    let text = document.article.text.utf8
    var tags = [UPOS](repeating: .noun, count: document.tokens.count)
    let capitals = capitalisedInside(document, ids)
    for sentence in document.sentences {
      for index in sentence.tokens {
        let bytes = text[document.tokens[index].span.range]
        let isFirst = index == sentence.tokens.lowerBound || isQuoteMark(text, document.tokens[index - 1])
        let before = index > sentence.tokens.lowerBound ? tags[index - 1] : .punct
        tags[index] = tag(
          bytes, id: ids[index], isFirst: isFirst, before: before,
          afterTo: index > sentence.tokens.lowerBound && ids[index - 1] == to,
          knownCapital: capitals.contains(StableWord.hash(bytes)))
        if tags[index] == .verb, isNounHere(index, ids, tags, in: sentence, bytes) { tags[index] = .noun }
      }
    }
    return tags
  }

  private func tag(
    _ bytes: ArraySlice<UInt8>, id: Int32, isFirst: Bool, before: UPOS, afterTo: Bool, knownCapital: Bool
  ) -> UPOS {
    guard let first = bytes.first else { return .x }
    if isPunctuation(bytes) { return first == UInt8(ascii: "$") || first == UInt8(ascii: "%") ? .sym : .punct }
    if first >= 0x30, first <= 0x39 { return .num }
    let capital = first >= 0x41 && first <= 0x5A || first == 0xC3
    if capital, bytes.count >= 2, bytes.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 == UInt8(ascii: ".") }) {
      return .propn
    }
    if let tag = words.tag(of: id), !capital || isFirst { return tag }
    if capital, !isFirst || knownCapital || names.contains(id) { return .propn }
    if before == .part || before == .aux || afterTo || before == .pron {
      if verbs.contains(id) || hasSuffix(bytes, "ed") || hasSuffix(bytes, "ing") { return .verb }
    }
    if nouns.contains(id) { return .noun }
    if verbs.contains(id) {
      // *Aldous betrayed*: what ends like an adjective may be a name, and no noun ends in *-ed*.
      let isNoun = before == .det || before == .adj && !hasSuffix(bytes, "ed") || before == .adp && !afterTo
      return isNoun ? .noun : .verb
    }
    if hasSuffix(bytes, "ly") { return .adv }
    if hasSuffix(bytes, "ed") { return before == .det ? .adj : .verb }
    if hasSuffix(bytes, "ing") { return before == .det || before == .adp ? .noun : .verb }
    let endings: [StaticString] = ["ous", "ful", "ive", "able", "ible", "ical", "ish", "less"]
    for ending in endings where hasSuffix(bytes, ending) {
      return .adj
    }
    return .noun
  }

  /// Base forms behind a possessor or before a role are nouns: *Finland's transport minister*, *the water minister*.
  private func isNounHere(
    _ index: Int, _ ids: [Int32], _ tags: [UPOS], in sentence: Sentence, _ bytes: ArraySlice<UInt8>
  ) -> Bool {
    guard !hasSuffix(bytes, "ed"), !hasSuffix(bytes, "ing"), index - 2 >= sentence.tokens.lowerBound else {
      return false
    }
    let afterPossessor =
      tags[index - 1] == .aux && ids[index - 1] == possessive && [.propn, .noun].contains(tags[index - 2])
    let beforeRole = index + 1 < sentence.tokens.upperBound && nouns.contains(ids[index + 1])
    let afterDeterminer =
      tags[index - 1] == .det || tags[index - 1] == .adj
      || tags[index - 1] == .propn && tags[index - 2] == .det
    return afterPossessor || beforeRole && afterDeterminer
  }

  /// Words that stand with a capital somewhere inside a sentence: at the start of one they are names as well.
  private func capitalisedInside(_ document: SegmentedArticle, _ ids: [Int32]) -> Set<UInt64> {
    let text = document.article.text.utf8
    var found: Set<UInt64> = []
    for sentence in document.sentences where document.kind(of: sentence).isBody {
      for index in sentence.tokens.dropFirst() {
        let bytes = text[document.tokens[index].span.range]
        guard let first = bytes.first, first >= 0x41, first <= 0x5A else { continue }
        if isQuoteMark(text, document.tokens[index - 1]) { continue }
        found.insert(StableWord.hash(bytes))
      }
    }
    return found
  }

  private func isQuoteMark(_ text: [UInt8], _ token: Token) -> Bool {
    let bytes = text[token.span.range]
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == UInt8(ascii: "`") { return true }
    return bytes.starts(with: [0xE2, 0x80]) && bytes.count == 3
  }

  private func isPunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0xE2, 0x80]) {
      return bytes.count == 3 || bytes.count % 3 == 0 && bytes.dropFirst(3).starts(with: [0xE2, 0x80])
    }
    for byte in bytes {
      if byte >= 0x80 || byte >= 0x30 && byte <= 0x39 { return false }
      if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return false }
    }
    return true
  }

  private func hasSuffix(_ bytes: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard bytes.count > count + 1 else { return false }
    return ending.withUTF8Buffer { bytes.suffix(count).elementsEqual($0) }
  }
}

/// A hash of a word's bytes as printed, for sets that live no longer than a document.
enum StableWord {
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return state
  }
}
