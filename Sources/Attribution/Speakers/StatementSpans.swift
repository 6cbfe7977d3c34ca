import Documents

/// Where the statements of a document stand, as the reading of its pronouns asks for it.
struct StatementSpans {
  /// Phrases of sources by their head.
  private var phrases: [Int: Phrase] = [:]
  private var phraseHeads: TokenSet
  /// Entities of sources by the head of the whole source: *[the spokeswoman] for the port, Marta Quillon*.
  private(set) var entityOfHead: [Int: Int] = [:]
  /// For each token the statement whose source it is in, -1 for none.
  private var statementOfSource: [Int32]
  private let contents: [[Range<Int>]]
  /// Whether the statement's own words stand in quotation marks or behind a label.
  private let isDirect: [Bool]
  private let isTurn: [Bool]
  private let quoted: [Bool]
  /// Entities that statements with words in quotation marks name as their source.
  private var speakers: [(content: [Range<Int>], entity: Int)] = []

  /// - Parameters:
  ///   - sources: tokens of each statement's source.
  ///   - readings: what each source is.
  init(
    _ document: AttributedArticle, sources: [Range<Int>], readings: [SourceReader.Reading], locate: TokenLocator,
    finder: PhraseFinder, chains: EntityChains
  ) {
    let grammar = finder.grammar
    let statements = document.statements
    contents = statements.indices.map { statements[$0].content.map(locate.range) }
    let isTurn = statements.indices.map { statements[$0].rule == "transcript-label" }
    isDirect = statements.indices.map { isTurn[$0] || statements[$0].kind == .direct || statements[$0].kind == .mixed }
    self.isTurn = isTurn
    phraseHeads = TokenSet(count: document.segmented.tokens.count)
    statementOfSource = [Int32](repeating: -1, count: document.segmented.tokens.count)
    var quoted = [Bool](repeating: false, count: document.segmented.tokens.count)
    for quotation in QuotationFinder.find(in: document.segmented) {
      for token in locate.range(quotation.outer) { quoted[token] = true }
    }
    self.quoted = quoted
    for (index, source) in sources.enumerated() {
      for token in source where statements[index].rule != "continuation" {
        statementOfSource[token] = Int32(truncatingIfNeeded: index)
      }
      if case .entity(let entity, _) = readings[index], chains.entities[entity].isPerson,
        let head = grammar.head(ofPhrase: source)
      {
        entityOfHead[head] = entity
      }
      switch readings[index] {
      case .phrase(let core, let role):
        let phrase = finder.phrase(ofSource: core, role: role, chains)
        phrases[phrase.head] = phrase
        phraseHeads.insert(phrase.head..<(phrase.head + 1))
      case .entity(let entity, _) where document.statements[index].kind != .indirect:
        speakers.append((contents[index], entity))
      default: break
      }
    }
  }

  /// The phrase of a source that a token is the head of.
  func phrase(at head: Int) -> Phrase? { hasPhrase(at: head) ? phrases[head] : nil }
  func hasPhrase(at head: Int) -> Bool { phraseHeads.contains(head) }
  func isSource(_ token: Int) -> Bool { statement(ofSource: token) != nil }
  func statement(ofSource token: Int) -> Int? {
    guard statementOfSource.indices.contains(token), statementOfSource[token] >= 0 else { return nil }
    return Int(statementOfSource[token])
  }
  func isQuoted(_ token: Int) -> Bool { quoted.indices.contains(token) && quoted[token] }

  /// Whether a sentence stands in a quotation from end to end.
  func isQuoted(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return false }
    return isQuoted(first) && isQuoted(last)
  }

  /// Whether the statement of a source speaks of an entity: nobody named there is the one who says it.
  func speaks(of entity: Int, bySourceAt token: Int, in chains: EntityChains) -> Bool {
    guard let index = statement(ofSource: token) else { return false }
    return contents[index].contains { $0.contains { chains.entity(at: $0) == entity } }
  }

  /// The named speaker of the quotation that a token stands in: *he* there is somebody else.
  func speaker(ofQuotationAt token: Int) -> Int? {
    guard isQuoted(token) else { return nil }
    return speakers.first { $0.content.contains { $0.contains(token) } }?.entity
  }

  /// Whether somebody's own words stand here: in quotation marks, or behind the label of a transcript.
  func isSpoken(_ token: Int) -> Bool {
    isQuoted(token) || contents.indices.contains { isTurn[$0] && contents[$0].contains { $0.contains(token) } }
  }

  /// Whether the statement of a source says a word.
  func says(_ word: Int32, bySourceAt token: Int, ids: [Int32]) -> Bool {
    guard let index = statement(ofSource: token) else { return false }
    return contents[index].contains { $0.contains { ids[$0] == word } }
  }

  /// The smallest other statement with words in quotation marks whose content holds a token.
  func statement(around token: Int, besides index: Int) -> Int? {
    var best: (statement: Int, size: Int)?
    for (other, content) in contents.enumerated() where other != index && isDirect[other] {
      guard let piece = content.first(where: { $0.contains(token) }) else { continue }
      if piece.count < best?.size ?? .max { best = (other, piece.count) }
    }
    return best?.statement
  }
}
