import Documents
import Lexicons

/// Says who stands behind each source, and whom the document speaks of.
///
/// Chains are built by surname and title (never across two people of one surname); descriptions and pronouns go to whom
/// the text dwells on (``Discourse``), *I* to the speaker of the quotation around it or to the one whose words the
/// document is (``Voices``); what remains in doubt stays unresolved.
public struct Resolver: Sendable {
  public struct Resources: Sendable {
    public var actors: [LexiconFile]
    public var concepts: [LexiconFile]
    public var roles: [LexiconFile]
    public var names: [LexiconFile]
    public var organisationWords: [LexiconFile]

    public init(
      actors: [LexiconFile], concepts: [LexiconFile] = [], roles: [LexiconFile] = [], names: [LexiconFile] = [],
      organisationWords: [LexiconFile] = []
    ) {
      self.actors = actors
      self.concepts = concepts
      self.roles = roles
      self.names = names
      self.organisationWords = organisationWords
    }
  }

  private let lexicons: SpeakerLexicons

  /// - Throws: lexicon entries that cannot be read.
  public init(resources: Resources) throws(Diagnostics) {
    lexicons = try SpeakerLexicons(resources)
  }

  public func resolve(_ document: AttributedArticle, trace: Trace? = nil) -> ResolvedArticle {
    let locate = TokenLocator.of(document.segmented)
    let sources = document.statements.map { $0.source.hull.map(locate.range) ?? 0..<0 }
    var sourceTokens = TokenSet(count: document.segmented.tokens.count)
    for source in sources { sourceTokens.insert(source) }
    let reading = SpeakerReading(document: document.segmented, lexicons: lexicons, sourceTokens: sourceTokens)
    let mentions = NameFinder(reading: reading).mentions()
    var chains = EntityChains(mentions, reading: reading, sourceTokens: sourceTokens)
    RoleFinder(reading: reading).findRoles(in: &chains)
    let grammar = Grammar(document.segmented)
    let reader = SourceReader(reading: reading, chains: chains)
    let readings = sources.indices.map { index in
      reader.read(sources[index], cue: document.statements[index].cue.hull.map(locate.range) ?? 0..<0)
    }
    let spans = StatementSpans(
      document, sources: sources, readings: readings, locate: locate,
      finder: PhraseFinder(reading: reading, grammar: grammar), chains: chains)
    var discourse = Discourse(reading: reading, grammar: grammar, chains: chains, statements: spans, trace: trace)
    discourse.read()
    var linker = SpeakerLinker(
      document: document, reading: reading, grammar: grammar, discourse: discourse, spans: spans, sources: sources,
      readings: readings)
    linker.link()
    if let trace {
      SpeakerTrace(document: document, reading: reading, linker: linker, grammar: grammar).write(to: trace)
    }
    return ResolvedArticle(
      attributed: document, speakers: linker.speakers, links: linker.links,
      targets: TargetMaker(reading: reading).targets(of: linker.chains))
  }
}
