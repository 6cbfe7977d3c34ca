import Documents
import Lexicons
import Linguistics

/// Finds the statements of a document: who is said to have said, thought or wanted what.
public struct Attributor: Sendable {
  public enum Authorial: String, Sendable, CaseIterable, Decodable {
    /// In editorials and opinion pieces.
    case auto
    case always
    case never
  }

  public struct Resources: Sendable {
    public var cues: [LexiconFile]
    public var hedges: [LexiconFile]
    public var modality: [LexiconFile]
    /// Verbs for the shallow tagger, used where there is no tree.
    public var stance: [LexiconFile]
    public var names: [LexiconFile]
    public var roles: [LexiconFile]
    /// What tags documents without trees, if somebody else has one of these lexicons already.
    public var tagger: LazyShallowTagger?

    public init(
      cues: [LexiconFile], hedges: [LexiconFile] = [], modality: [LexiconFile] = [], stance: [LexiconFile] = [],
      names: [LexiconFile] = [], roles: [LexiconFile] = [], tagger: LazyShallowTagger? = nil
    ) {
      self.cues = cues
      self.hedges = hedges
      self.modality = modality
      self.stance = stance
      self.names = names
      self.roles = roles
      self.tagger = tagger
    }
  }

  private let vocabulary: Vocabulary
  private let cues: CueLexicon
  private let claimWords: ClaimWords
  private let words: FunctionWords
  private let tagger: LazyShallowTagger
  private let authorial: Authorial
  private let minConfidence: Double
  private let model: AttributionModel?

  /// - Parameter model: learned weights, for documents with trees; without them the rules attribute.
  /// - Throws: lexicon entries that cannot be read.
  public init(
    resources: Resources, model: AttributionModel? = nil, authorial: Authorial, minConfidence: Double
  ) throws(Diagnostics) {
    var vocabulary = Vocabulary.ofTokens(for: resources.cues + resources.hedges + resources.modality)
    words = FunctionWords(vocabulary: &vocabulary)
    cues = try CueLexicon(resources.cues, vocabulary: &vocabulary)
    let hedges = try WordList(resources.hedges, vocabulary: &vocabulary)
    let modality = try WordList(resources.modality, vocabulary: &vocabulary)
    claimWords = ClaimWords(hedges: hedges, modality: modality, words: words)
    tagger =
      resources.tagger
      ?? LazyShallowTagger(
        verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    self.vocabulary = vocabulary
    self.model = model
    self.authorial = authorial
    self.minConfidence = minConfidence
  }

  /// The document with its statements, in text order of their content.
  public func attribute(_ document: SegmentedArticle, trace: Trace? = nil) -> AttributedArticle {
    guard document.article.metadata.language ?? "en" == "en" else {
      return AttributedArticle(segmented: document, statements: [])
    }
    let reading = reading(document)
    let maker = StatementMaker(reading: reading, cues: cues, claims: claims(in: reading))
    var found = SourceEdges(reading: reading, words: words).mended(candidates(of: reading, trace))
    if speaksForItself(document.article) {
      found = AuthorialVoice(reading: reading).withoutItsOwn(found)
      trace?.keepCues(in: found.map(\.cue), elseLost: "it is the author's own voice, which speaks for itself")
    }
    found.removeAll { $0.confidence < minConfidence }
    trace?.keepCues(in: found.map(\.cue), elseLost: "its confidence is under `min-confidence`")
    var statements = found.compactMap(maker.statement)
    if speaksForItself(document.article) {
      let voice = AuthorialVoice(reading: reading)
      statements += voice.sentences(outside: statements).compactMap(maker.authorial)
    }
    statements.sort { ($0.content.first ?? Span(0, 0), $0.id) < ($1.content.first ?? Span(0, 0), $1.id) }
    maker.nest(&statements)
    return AttributedArticle(segmented: document, statements: statements)
  }

  /// What a content would be read as: for measuring, where content and cue are known.
  package func claim(
    _ document: SegmentedArticle, source: Span?, cue: Span?, content: [Span]
  ) -> (type: Statement.ClaimType, modality: Statement.Modality) {
    let reading = reading(document)
    let locator = TokenLocator(tokens: document.tokens)
    let cueTokens = cue.map(locator.range) ?? 0..<0
    let entry = reading.cueEntry(in: cueTokens)
    let claim = claims(in: reading).claim(
      Candidate(
        source: source.map(locator.range), cue: cueTokens, content: content.map(locator.range), entry: entry,
        rule: "given", confidence: 1, block: 0), cue: entry.map { cues.cue($0) })
    return (claim.type, claim.modality)
  }

  private func reading(_ document: SegmentedArticle) -> Reading {
    Reading(
      document: document, ids: vocabulary.ids(of: document),
      tags: tagger.tags(of: document),
      quotations: QuotationFinder.find(in: document), cues: cues)
  }

  private func claims(in reading: Reading) -> ClaimClassifier {
    ClaimClassifier(reading: reading, words: claimWords)
  }

  private func candidates(of reading: Reading, _ trace: Trace?) -> [Candidate] {
    let rules = RuleAttributor(reading: reading, words: words, cues: cues)
    guard let model, reading.document.syntax != nil,
      let view = TreeView(reading.document, quotations: reading.quotations, cues: reading.cueAtoms(of: cues))
    else {
      let ruled = rules.candidates(trace: trace)
      trace?.add(others: ruled)
      return ruled
    }
    let learned = LearnedAttributor(view: view, model: model).candidates(in: reading, trace: trace)
    let all = RunningQuotations(reading: reading).completed(learned, by: rules.candidates())
    trace?.keepCues(in: all.map(\.cue), elseLost: "it stands in a turn of a transcript, which has its label's speaker")
    trace?.add(others: all)
    return all
  }

  private func speaksForItself(_ article: Article) -> Bool {
    switch authorial {
    case .always: true
    case .never: false
    case .auto: article.metadata.genre?.isOpinion ?? false
    }
  }
}
