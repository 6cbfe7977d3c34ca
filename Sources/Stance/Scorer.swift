import Attribution
import Documents
import Lexicons
import Linguistics

/// Says for or against whom each statement stands, in the open: every score is the sum of its hits.
public struct Scorer: Sendable {
  public struct Resources: Sendable {
    public var stance: [LexiconFile]
    public var cues: [LexiconFile]
    public var negators: [LexiconFile]
    public var intensifiers: [LexiconFile]
    public var names: [LexiconFile]
    public var roles: [LexiconFile]

    public init(
      stance: [LexiconFile], cues: [LexiconFile] = [], negators: [LexiconFile] = [], intensifiers: [LexiconFile] = [],
      names: [LexiconFile] = [], roles: [LexiconFile] = []
    ) {
      self.stance = stance
      self.cues = cues
      self.negators = negators
      self.intensifiers = intensifiers
      self.names = names
      self.roles = roles
    }
  }

  private let vocabulary: Vocabulary
  private let lexicon: StanceLexicon
  private let cues: CueLexicon
  private let negators: WordList
  private let intensifiers: WordList
  private let words: FunctionWords
  private let tagger: LazyShallowTagger

  /// - Throws: lexicon entries that cannot be read.
  public init(resources: Resources) throws(Diagnostics) {
    var vocabulary = Vocabulary.ofTokens()
    words = FunctionWords(vocabulary: &vocabulary)
    lexicon = try StanceLexicon(resources.stance, vocabulary: &vocabulary)
    cues = try CueLexicon(resources.cues, vocabulary: &vocabulary)
    negators = try WordList(resources.negators, vocabulary: &vocabulary)
    intensifiers = try WordList(resources.intensifiers, vocabulary: &vocabulary)
    tagger = LazyShallowTagger {
      ShallowTagger(
        verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    }
    self.vocabulary = vocabulary
  }

  public func score(_ document: ResolvedArticle) -> ScoredArticle {
    guard document.article.metadata.language ?? "en" == "en" else {
      return ScoredArticle(resolved: document, stances: [])
    }
    let segmented = document.attributed.segmented
    let ids = vocabulary.ids(of: segmented.tokens, in: document.article.text)
    let tags = tagger.tags(of: segmented)
    let reading = StanceReading(document: document, ids: ids, tags: tags)
    let acts = ActFinder(reading: reading, lexicon: lexicon, words: words).acts()
    var adder = ActAdder(document)
    let placed = adder.add(acts)
    let terms = TermHits(
      reading: reading, lexicon: lexicon, negators: negators, intensifiers: intensifiers, words: words)
    var stances: [Stance] = []
    let final = adder.document
    for (index, statement) in final.attributed.statements.enumerated() {
      if let act = placed[index] {
        stances.append(stance(of: act, index))
      } else {
        let scorer = StatementScorer(statement, reading: reading, terms: terms, cues: cues, words: words)
        stances += self.stances(of: statement, index, in: final, reading, scorer)
      }
    }
    return ScoredArticle(resolved: final, stances: stances)
  }

  private func stances(
    of statement: Statement, _ index: Int, in document: ResolvedArticle, _ reading: StanceReading,
    _ scorer: StatementScorer
  ) -> [Stance] {
    guard let hull = statement.content.hull else { return [] }
    let link = document.links[index]
    let holder = document.speakers.indices.contains(link.speaker) ? document.speakers[link.speaker] : nil
    let holderIsMedium = document.targets.contains { $0.id == holder?.id && $0.isMedium }
    var result: [Stance] = []
    for (number, target) in document.targets.enumerated() where target.id != holder?.id && target.kind != .place {
      let mentions = TargetMentions.inContent(of: statement, target, reading)
      guard !mentions.isEmpty else { continue }
      let hits =
        holderIsMedium
        ? [] : scorer.hits(mentions: mentions, silenced: silenced(statement, by: target, in: document))
      let score = Formula.score(hits.map(\.contribution))
      result.append(
        Stance(
          statement: index, target: number, mentions: mentions.map(reading.span), side: Formula.side(score),
          score: score, span: hull,
          lexicon: lexicon.reference, hits: hits))
    }
    return result
  }

  /// Contents of nested statements whose speaker is the target.
  private func silenced(_ statement: Statement, by target: Target, in document: ResolvedArticle) -> [Span] {
    document.attributed.statements.indices.filter { index in
      document.attributed.statements[index].parent == statement.id
        && document.speakers.indices.contains(document.links[index].speaker)
        && document.speakers[document.links[index].speaker].id == target.id
    }.flatMap { document.attributed.statements[$0].content }
  }

  private func stance(of act: ActFinder.Act, _ index: Int) -> Stance {
    let score = Formula.score([act.hit.contribution])
    return Stance(
      statement: index, target: act.target, mentions: act.mentions, side: Formula.side(score), score: score,
      span: act.statement.content.hull ?? act.hit.span, lexicon: lexicon.reference, hits: [act.hit])
  }
}
