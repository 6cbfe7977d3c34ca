import Documents

/// One view over the result of any stage: what a pipeline's last stage did not make is `nil`.
///
/// The writers read this view alone, so a pipeline may stop anywhere. Spans are bytes into ``text``.
public struct RecordView: Sendable {
  public let id: String
  public let path: String
  public var metadata: Metadata
  public let text: Text
  public let blocks: [Block]
  public var sentences: [Sentence]?
  public var tokens: [Token]?
  public var entities: [EntitySpan] = []
  public var syntax: Syntax?
  public var statements: [Statement]?
  public var speakers: [Speaker]?
  public var links: [SpeakerLink]?
  public var targets: [Target]?
  public var stances: [Stance]?
  public var warnings: [Warning]

  /// What the outputs show in place of ``text``, of the same length in code points; `nil` shows the text itself.
  var shown: Text?

  /// `nil` for a document that no stage has cleaned, which has no text to show.
  public init?(_ document: any Document) {
    switch document {
    case let document as ScoredArticle:
      self.init(document.resolved)
      stances = document.stances
    case let document as ResolvedArticle: self.init(document)
    case let document as AttributedArticle: self.init(document)
    case let document as SegmentedArticle: self.init(document)
    case let document as Article: self.init(document)
    default: return nil
    }
  }

  private init(_ article: Article) {
    id = article.id
    path = article.path
    metadata = article.metadata
    text = article.text
    blocks = article.blocks
    warnings = article.warnings
  }

  private init(_ document: SegmentedArticle) {
    self.init(document.article)
    sentences = document.sentences
    tokens = document.tokens
    entities = document.syntax?.entities ?? []
    syntax = document.syntax
  }

  private init(_ document: AttributedArticle) {
    self.init(document.segmented)
    statements = document.statements
  }

  private init(_ document: ResolvedArticle) {
    self.init(document.attributed)
    speakers = document.speakers
    links = document.links
    targets = document.targets
  }
}

extension RecordView {
  /// The link of a statement to one of the speakers, where `resolve` has found one.
  func link(ofStatement index: Int) -> SpeakerLink? {
    guard let links, let speakers, links.indices.contains(index), speakers.indices.contains(links[index].speaker) else {
      return nil
    }
    return links[index]
  }

  /// The link and the speaker of a statement, where `resolve` has found one.
  func speaker(ofStatement index: Int) -> (link: SpeakerLink, speaker: Speaker)? {
    guard let link = link(ofStatement: index), let speakers else { return nil }
    return (link, speakers[link.speaker])
  }

  /// Whether a stance has its statement and its target among those of the document.
  func hasParties(_ stance: Stance) -> Bool {
    statements?.indices.contains(stance.statement) ?? false && targets?.indices.contains(stance.target) ?? false
  }

  /// Index of the sentence that holds a byte.
  func sentence(at offset: Int) -> Int? {
    guard let sentences else { return nil }
    return Self.index(of: offset, in: sentences, \.span)
  }

  /// Index of the block that holds a byte.
  func block(at offset: Int) -> Int? { Self.index(of: offset, in: blocks, \.span) }

  /// Index of the element, of those in text order, whose span holds a byte.
  private static func index<Element>(
    of offset: Int, in elements: [Element], _ span: (Element) -> Span
  ) -> Int? {
    let next = elements.partitioningIndex { span($0).start > offset }
    guard next > 0, span(elements[next - 1]).contains(offset) else { return nil }
    return next - 1
  }

  /// Appends what stands at a span, as it is shown; parts outside the text are left off.
  func append(_ span: Span, to bytes: inout ByteBuffer) {
    var source = text.utf8
    var start = span.start
    var end = span.end
    if let shown {
      source = shown.utf8
      start = shown.byteOffset(ofScalar: text.scalarOffset(ofByte: start))
      end = shown.byteOffset(ofScalar: text.scalarOffset(ofByte: end))
    }
    start = min(max(start, 0), source.count)
    end = min(max(end, start), source.count)
    bytes.append(source[start..<end])
  }
}
