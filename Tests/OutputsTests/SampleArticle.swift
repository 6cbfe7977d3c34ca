import Documents

/// An invented article with every layer, built by hand: emoji and curly quotes before every span, so that bytes and
/// code points differ.
enum SampleArticle {
  static let text = """
    😀 Quill’s plan divides Harlonia
    By Bo Fenn
    “The plan is a disgrace,” Ada Quill said, “and we will fight it.” She praised Harlonia.
    The senator “ended” talks, an aide said.

    """

  /// The bytes of the first occurrence of some words.
  static func span(_ words: String, in text: String = text) -> Span {
    let haystack = Array(text.utf8)
    let needle = Array(words.utf8)
    for start in 0...(haystack.count - needle.count) where haystack[start...].starts(with: needle) {
      return Span(start, start + needle.count)
    }
    return Span(0, 0)
  }

  static var article: Article {
    var metadata = Metadata()
    metadata.title = "Quill’s plan divides Harlonia"
    metadata.authors = ["Bo Fenn", "The Harlon Post"]
    metadata.date = "2024-05-06"
    metadata.site = "The Harlon Post"
    metadata.url = "https://harlon.example/a?b=1,2"
    metadata.language = "en"
    metadata.genre = .news
    let lines = [
      ("😀 Quill’s plan divides Harlonia", Block.Kind.headline), ("By Bo Fenn", .byline),
      ("“The plan is a disgrace,” Ada Quill said, “and we will fight it.” She praised Harlonia.", .paragraph),
      ("The senator “ended” talks, an aide said.", .paragraph),
    ]
    return Article(
      id: "post/one", path: "post/one.html", text: Text(text), blocks: lines.map { Block(span($0.0), $0.1) },
      metadata: metadata, warnings: [Warning(code: "invalid-utf8", "2 bytes of \"x\" repaired")])
  }

  static var segmented: SegmentedArticle {
    let sentences = [
      ("😀 Quill’s plan divides Harlonia", 0), ("By Bo Fenn", 1),
      ("“The plan is a disgrace,” Ada Quill said, “and we will fight it.”", 2), ("She praised Harlonia.", 2),
      ("The senator “ended” talks, an aide said.", 3),
    ]
    return SegmentedArticle(
      article: article, sentences: sentences.map { Sentence(span: span($0.0), tokens: 0..<0, block: $0.1) },
      tokens: [])
  }

  static var attributed: AttributedArticle {
    let first = Statement(
      documentID: "post/one", kind: .direct, source: [span("Ada Quill")], cue: [span("said")],
      content: [span("“The plan is a disgrace,”"), span("“and we will fight it.”")], claimType: .evaluation,
      confidence: 0.91, rule: "split-quote", cueLemma: "say")
    var second = Statement(
      documentID: "post/one", kind: .mixed, source: [span("an aide")], cue: [],
      content: [span("The senator “ended” talks")], claimType: .assertion, modality: .hedged, confidence: 0.66666,
      rule: "tail")
    second.parent = first.id
    return AttributedArticle(segmented: segmented, statements: [first, second])
  }

  static var resolved: ResolvedArticle {
    ResolvedArticle(
      attributed: attributed,
      speakers: [
        Speaker(id: "s-quill", name: "Ada Quill", role: "senator", kind: .person, aliases: ["Quill", "Ms, Quill"]),
        Speaker(id: "s-aide", name: "an aide", kind: .unnamed),
      ],
      links: [
        SpeakerLink(speaker: 0, attribution: .explicit, confidence: 0.88),
        SpeakerLink(speaker: 1, attribution: .anonymous, confidence: 0.3),
      ],
      targets: [
        Target(
          id: "plan", name: "the \"plan\"", kind: .concept,
          mentions: [Target.Mention(span: span("The plan"), form: .concept)]),
        Target(
          id: "s-quill", name: "Ada Quill", kind: .person,
          mentions: [Target.Mention(span: span("Ada Quill"), form: .name)]),
      ])
  }

  static var scored: ScoredArticle {
    let statement = resolved.attributed.statements[0]
    let hull = statement.content.hull ?? Span(0, 0)
    return ScoredArticle(
      resolved: resolved,
      stances: [
        Stance(
          statement: 0, target: 0, mentions: [span("The plan")], side: .against, score: -0.62, span: hull,
          lexicon: "stance@1.0",
          hits: [
            Stance.Hit(
              term: "disgrace", weight: -0.6, contribution: -0.41, role: "predicate", distance: 2,
              span: span("disgrace"), isNegated: false),
            Stance.Hit(
              term: "fight", weight: -0.5, contribution: -0.21, role: "context", distance: 9, span: span("fight"),
              isNegated: true),
          ]),
        Stance(
          statement: 1, target: 1, mentions: [span("The senator")], side: .neutral, score: 0,
          span: span("The senator “ended” talks"), lexicon: "stance@1.0", hits: []),
      ])
  }
}
