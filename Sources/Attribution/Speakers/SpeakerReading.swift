import Documents
import Lexicons
import Linguistics

/// A document as the search for speakers reads it.
final class SpeakerReading: TokenReading {
  let document: SegmentedArticle
  let lexicons: SpeakerLexicons
  let ids: [Int32]
  /// Words that stand with a capital, and without one, inside a sentence.
  private let capitalised: IDSet
  private let lowercased: IDSet
  /// The same for words that no lexicon knows, by their letters.
  private let unknownCapitals: HashSet
  private let sourceTokens: TokenSet
  private let fineTags: [XPOS]?

  let tokens: [Token]
  let text: Text

  /// - Parameter sourceTokens: tokens inside sources of statements.
  init(document: SegmentedArticle, lexicons: SpeakerLexicons, sourceTokens: TokenSet) {
    self.document = document
    tokens = document.tokens
    text = document.article.text
    self.lexicons = lexicons
    self.sourceTokens = sourceTokens
    fineTags = document.syntax?.fineTags
    ids = lexicons.vocabulary.ids(of: document)
    var capitalised = IDSet(count: lexicons.vocabulary.count)
    var lowercased = IDSet(count: lexicons.vocabulary.count)
    var unknown = HashSet()
    let (ids, tokens, utf8) = (ids, tokens, text.utf8)
    for sentence in document.sentences where document.kind(of: sentence).isBody {
      for index in sentence.tokens.dropFirst() {
        let bytes = utf8.span.extracting(tokens[index].span.range)
        guard !bytes.isEmpty else { continue }
        let first = bytes[0]
        let isCapital = first >= 0x41 && first <= 0x5A
        if ids[index] == 0 {
          if isCapital { unknown.insert(HashSet.hash(bytes)) }
        } else if isCapital {
          capitalised.insert(ids[index])
        } else {
          lowercased.insert(ids[index])
        }
      }
    }
    self.capitalised = capitalised
    self.lowercased = lowercased
    unknownCapitals = unknown
  }

  /// A hash of a token's bytes as they stand.
  func hash(_ index: Int) -> UInt64 {
    let utf8 = text.utf8
    return HashSet.hash(utf8.span.extracting(tokens[index].span.range))
  }

  func isAcronym(_ index: Int) -> Bool {
    let bytes = bytes(index)
    return bytes.count >= 2
      && bytes.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "&") }
  }

  /// The words of a name with a single blank between them, however the text's lines were wrapped.
  func name(_ range: Range<Int>) -> String {
    let bytes = text.utf8[span(range).range]
    guard bytes.contains(where: { $0 < 0x20 }) else { return string(range) }
    let words = bytes.split(whereSeparator: SpeakerReading.isBlank)
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Whether a name is written so, with a single blank between its words.
  func isName(_ range: Range<Int>, _ name: String) -> Bool {
    let bytes = text.utf8[span(range).range]
    // What Unicode holds for the same is left to the strings.
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) else { return self.name(range) == name }
    guard name.utf8.count == bytes.count else { return false }
    var index = bytes.startIndex
    for byte in name.utf8 {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// The pronoun that a word is; `WHO` and `IT` in capitals are names.
  func pronoun(_ index: Int) -> Pronoun? {
    guard tokens.indices.contains(index), let pronoun = lexicons.pronoun(ids[index]) else { return nil }
    return bytes(index).count >= 2 && isAcronym(index) ? nil : pronoun
  }

  func isPossessive(_ index: Int) -> Bool { token(index, is: "'s") || token(index, is: "’s") }

  /// A verb by its tag: in *Quillon Blocks Harbour Bill* it has a capital like the names around it.
  func isVerb(_ index: Int) -> Bool {
    document.syntax.map { $0.tags[index] == .verb || $0.tags[index] == .aux } ?? false
  }

  /// Whether a noun is plural: by its tag, else by its ending.
  func isPlural(_ index: Int) -> Bool {
    if let fineTags { return fineTags[index] == .nns || fineTags[index] == .nnps }
    let bytes = bytes(index)
    return bytes.last == UInt8(ascii: "s") && !bytes.suffix(2).elementsEqual("ss".utf8)
      || bytes.elementsEqual("people".utf8) || bytes.elementsEqual("police".utf8)
  }

  /// Articles, pronouns, prepositions and the like; adjectives and verbs can stand in names (*High Court*).
  private func isFunctionWord(_ index: Int) -> Bool {
    switch lexicons.words.tag(of: ids[index]) {
    case nil, .adj, .verb, .num, .propn, .noun: false
    default: true
    }
  }

  /// Whether the last word of a run makes it an organisation.
  func endsInOrganisationWord(_ run: Range<Int>) -> Bool {
    guard run.count >= 2, let last = run.last else { return false }
    guard let wordClass = lexicons.organisationClass(in: self, last..<(last + 1)) else { return false }
    return wordClass != "place"
  }

  /// Whether a name can begin at a token.
  func isNameStart(_ index: Int, in sentence: Sentence, isHeadline: Bool) -> Bool {
    guard isCapitalised(index), !lexicons.words.contains(ids[index], in: .weekdays) else { return false }
    // Function words in capitals are acronyms (*WHO*) only if they are short: *THIS* is not.
    if isFunctionWord(index), !(2...3).contains(bytes(index).count) || !isAcronym(index) || isShouted(index) {
      return false
    }
    guard index == sentence.tokens.lowerBound || isHeadline || startsQuotation(index) else { return true }
    // At the beginning of a sentence any word has a capital: ask how it stands elsewhere.
    if ids[index] == 0 {
      return sourceTokens.contains(index) && mayBeName(index) || isLabel(index, in: sentence)
        || unknownCapitals.contains(hash(index)) || nextIsName(index, in: sentence)
    }
    if isLabel(index, in: sentence) { return true }
    if capitalised.contains(ids[index]) { return true }
    if lowercased.contains(ids[index]) { return isLongTitle(index, in: sentence) }
    return lexicons.isGivenName(self, index) || isRoleOrActor(index, in: sentence) || nextIsName(index, in: sentence)
  }

  /// Not a plural, adjective or verb by its tag: *Copies of the letter showed*, *Tired of the storm, Quillon said*.
  private func mayBeName(_ index: Int) -> Bool {
    guard let syntax = document.syntax else { return true }
    return syntax.tags[index] == .propn || syntax.fineTags[index] == .nn
  }

  /// *OUR*, *NOT*: words that are written in capitals to be heard, not because they are short for something.
  private func isShouted(_ index: Int) -> Bool {
    lexicons.pronoun(ids[index]).map { $0 != .it && $0 != .we && $0 != .relative } ?? false || token(index, is: "OUR")
      || token(index, is: "NOT") || token(index, is: "ALL")
  }

  /// `QUILLON:`, a word in capitals before a colon.
  private func isLabel(_ index: Int, in sentence: Sentence) -> Bool {
    index + 1 < sentence.tokens.upperBound && isAcronym(index) && token(index + 1, is: ":")
  }

  private func startsQuotation(_ index: Int) -> Bool {
    guard index > 0, let last = bytes(index - 1).last else { return false }
    return last == UInt8(ascii: "\"") || bytes(index - 1).starts(with: [0xE2, 0x80])
  }

  private func nextIsName(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    return next < sentence.tokens.upperBound && isCapitalised(next) && !isFunctionWord(next)
      && !lexicons.words.contains(ids[next], in: .weekdays)
  }

  private func isRoleOrActor(_ index: Int, in sentence: Sentence) -> Bool {
    var found = false
    lexicons.actors.matches(
      in: ids, tokens: tokens, text: text, at: index, limit: sentence.tokens.upperBound, where: { _, _ in !found },
      then: { _, _ in found = true })
    return found || isLongTitle(index, in: sentence)
      || nextIsName(index, in: sentence) && lexicons.role(in: self, at: index, sentence.tokens.upperBound) != nil
  }

  /// *Prime Minister*, *Secretary of State*: a title of several words that ends in a capital.
  private func isLongTitle(_ index: Int, in sentence: Sentence) -> Bool {
    guard let role = lexicons.role(in: self, at: index, sentence.tokens.upperBound) else { return false }
    return role.tokens.count > 1 && isCapitalised(role.tokens.upperBound - 1)
  }

  /// Where a name goes on: the index after the next word that belongs to it.
  func nameContinues(at index: Int, limit: Int, from start: Int) -> Int? {
    if isCapitalised(index), !lexicons.words.contains(ids[index], in: .weekdays) {
      // "and", "of" and the like are lower case; a capitalised function word inside a name (`The`) ends it.
      // One that a hyphen joins to the next word is half a name (`Do-yun`).
      if isFunctionWord(index), !isAcronym(index), !isInitial(index), hyphenatedName(at: index + 1, limit) == nil {
        return nil
      }
      return index + 1
    }
    if let end = hyphenatedName(at: index, limit) ?? possessiveName(at: index, limit) { return end }
    guard tokens[index].end - tokens[index].start <= 3 else { return nil }
    if Self.particles.contains(Self.key(bytes(index))), index + 1 < limit,
      isCapitalised(index + 1) || nameContinues(at: index + 1, limit: limit, from: start) != nil
    {
      return index + 1
    }
    // *University of Harbour Studies*: of, for and and go on inside an organisation's name.
    let isLink = ["of", "for", "on"].contains { token(index, is: $0) }
    if isLink, lexicons.organisationClass(in: self, start..<index) != nil {
      var next = index + 1
      if next < limit, token(next, is: "the") { next += 1 }
      if next < limit, isCapitalised(next), !lexicons.words.contains(ids[next], in: .weekdays) { return next + 1 }
    }
    return nil
  }

  private static let particles = [
    "de", "van", "von", "bin", "al", "el", "der", "la", "da", "dos", "du", "del", "di", "ibn", "ter", "&",
  ].map { key($0.utf8) }

  /// Three bytes or fewer as one number.
  private static func key(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

  /// `Do-yun`, `Lars-Erik`: the hyphen and what follows, unless that is a word of its own (*Seoul-based*).
  private func hyphenatedName(at index: Int, _ limit: Int) -> Int? {
    let next = index + 1
    guard index > 0, next < limit, token(index, is: "-"),
      tokens[index - 1].end == tokens[index].start,
      tokens[next].start == tokens[index].end
    else { return nil }
    if isCapitalised(next) {
      // Not *Quillon-Tarnov* or *Seoul-Moscow*: names that also stand alone.
      let isPair = standsAlone(index - 1) && standsAlone(next)
      return isPair || isActor(index - 1) || isActor(next) ? nil : next + 1
    }
    let isShort = bytes(next).count <= 6 && bytes(next).allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    return isShort && !NameSuffix.isWord(bytes(next)) ? next + 1 : nil
  }

  /// `Homeowners’ Union`, `Physicians' Alliance`: a possessive inside an organisation's name.
  private func possessiveName(at index: Int, _ limit: Int) -> Int? {
    let isPossessive = ["'", "’"].contains { token(index, is: $0) }
    guard isPossessive, index + 1 < limit, isCapitalised(index + 1) else { return nil }
    return lexicons.organisationClass(in: self, (index + 1)..<min(limit, index + 3)) != nil ? index + 2 : nil
  }

  private func isActor(_ index: Int) -> Bool {
    var found = false
    lexicons.actors.matches(
      in: ids, tokens: tokens, text: text, at: index, limit: index + 1, where: { _, _ in !found },
      then: { _, _ in found = true })
    return found
  }

  /// Whether a word stands somewhere without a hyphen beside it.
  private func standsAlone(_ index: Int) -> Bool {
    let word = bytes(index)
    return tokens.indices.contains { other in
      guard ids[other] == ids[index], bytes(other).elementsEqual(word) else { return false }
      let before =
        other > 0 && tokens[other - 1].end == tokens[other].start
        && token(other - 1, is: "-")
      let after =
        other + 1 < tokens.count && tokens[other + 1].start == tokens[other].end
        && token(other + 1, is: "-")
      return !before && !after
    }
  }

  func isInitial(_ index: Int) -> Bool {
    let bytes = bytes(index)
    return bytes.count == 2 && bytes.last == UInt8(ascii: ".") || bytes.count == 1
  }

  /// Where the lower-case role before a name begins: *marine-law professor | Bae Do-yun*.
  func roleBefore(_ index: Int, in sentence: Sentence) -> Int? {
    guard index > sentence.tokens.lowerBound else { return nil }
    // The role must end right before the name.
    var start: Int?
    for begin in stride(from: index - 1, through: max(sentence.tokens.lowerBound, index - 4), by: -1) {
      if let match = lexicons.role(in: self, at: begin, index), match.tokens.upperBound == index,
        !lexicons.roles.entry(match.entry).isPlural
      {
        start = begin
      }
    }
    guard var begin = start else { return nil }
    // Adjectives, nouns and demonyms before it belong to it.
    while begin - 1 >= sentence.tokens.lowerBound, belongsToRole(begin - 1) { begin -= 1 }
    return begin
  }

  private func belongsToRole(_ index: Int) -> Bool {
    guard let first = bytes(index).first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return false }
    if let tag = lexicons.words.tag(of: ids[index]) { return tag == .adj }
    if let syntax = document.syntax { return [.adj, .noun, .propn].contains(syntax.tags[index]) }
    return isCapitalised(index) || bytes(index).contains(UInt8(ascii: "-")) || hasEnding(index, "al")
      || hasEnding(index, "ic")
  }

  private func hasEnding(_ index: Int, _ ending: String) -> Bool {
    bytes(index).suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// `, a professor …`, `, 45,` or `, who` behind a name: it is a person's.
  func hasPersonContext(after index: Int, in sentence: Sentence) -> Bool {
    let limit = sentence.tokens.upperBound
    guard index + 1 < limit, token(index, is: ",") else { return false }
    var next = index + 1
    if token(next, is: "who") { return true }
    if let first = bytes(next).first, first >= 0x30, first <= 0x39, bytes(next).count == 2 { return true }
    while next < min(limit, index + 6) {
      if lexicons.role(in: self, at: next, limit) != nil { return true }
      if token(next, is: ",") { return false }
      next += 1
    }
    return false
  }

  func isContextual(_ tokens: Range<Int>, _ actor: Int) -> Bool {
    guard lexicons.actors.hasContextualNames[actor] else { return false }
    var contextual = false
    var certain = false
    lexicons.actors.matches(
      in: ids, tokens: document.tokens, text: text, at: tokens.lowerBound, limit: tokens.upperBound,
      where: { length, name in name.actor == actor && length == tokens.count },
      then: { _, name in if name.isContextual { contextual = true } else { certain = true } })
    return contextual && !certain
  }

  /// What a learned model says of a run of words, where there is one.
  func modelEntity(over name: Range<Int>) -> NameMention.Kind? {
    guard let entities = document.syntax?.entities else { return nil }
    for entity in entities where entity.tokens.overlaps(name) {
      guard entity.tokens.upperBound == name.upperBound else { continue }
      switch entity.kind {
      case .person: return .person
      case .organization: return .organization
      case .place: return .place
      case .other: return nil
      }
    }
    return nil
  }
}
