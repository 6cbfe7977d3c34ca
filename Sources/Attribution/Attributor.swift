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

    public init(
      cues: [LexiconFile], hedges: [LexiconFile] = [], modality: [LexiconFile] = [], stance: [LexiconFile] = [],
      names: [LexiconFile] = [], roles: [LexiconFile] = []
    ) {
      self.cues = cues
      self.hedges = hedges
      self.modality = modality
      self.stance = stance
      self.names = names
      self.roles = roles
    }
  }

  private let vocabulary: Vocabulary
  private let cues: CueLexicon
  private let hedges: WordList
  private let modality: WordList
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
    var vocabulary = Vocabulary.ofTokens()
    words = FunctionWords(vocabulary: &vocabulary)
    cues = try CueLexicon(resources.cues, vocabulary: &vocabulary)
    hedges = try WordList(resources.hedges, vocabulary: &vocabulary)
    modality = try WordList(resources.modality, vocabulary: &vocabulary)
    tagger = LazyShallowTagger {
      ShallowTagger(
        verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    }
    self.vocabulary = vocabulary
    self.model = model
    self.authorial = authorial
    self.minConfidence = minConfidence
  }

  /// The document with its statements, in text order of their content.
  public func attribute(_ document: SegmentedArticle) -> AttributedArticle {
    guard document.article.metadata.language ?? "en" == "en" else {
      return AttributedArticle(segmented: document, statements: [])
    }
    let ids = vocabulary.ids(of: document.tokens, in: document.article.text)
    let tags = tagger.tags(of: document)
    let quotations = QuotationFinder(text: document.article.text).find(in: document.article.blocks)
    let reading = Reading(document: document, ids: ids, tags: tags, quotations: quotations, cues: cues.index)
    let claims = ClaimClassifier(reading: reading, hedges: hedges, modality: modality, words: words)
    let maker = StatementMaker(reading: reading, cues: cues, claims: claims)
    var found = candidates(of: reading)
    if speaksForItself(document.article) { found = AuthorialVoice(reading: reading).withoutItsOwn(found) }
    var statements = found.filter { $0.confidence >= minConfidence }.compactMap(maker.statement)
    if speaksForItself(document.article) {
      let voice = AuthorialVoice(reading: reading)
      statements += voice.sentences(outside: statements).compactMap(maker.authorial)
    }
    statements.sort { ($0.content.first ?? Span(0, 0), $0.id) < ($1.content.first ?? Span(0, 0), $1.id) }
    return AttributedArticle(segmented: document, statements: maker.nested(statements))
  }

  private func candidates(of reading: Reading) -> [Candidate] {
    let ruled = RuleAttributor(reading: reading, words: words, cues: cues).candidates()
    guard let model, let view = TreeView(reading.document, quotations: reading.quotations) else { return ruled }
    let learned = LearnedAttributor(view: view, model: model).candidates(in: reading)
    return RunningQuotations(reading: reading).completed(learned, by: ruled)
  }

  private func speaksForItself(_ article: Article) -> Bool {
    switch authorial {
    case .always: true
    case .never: false
    case .auto: article.metadata.genre?.isOpinion ?? false
    }
  }
}
