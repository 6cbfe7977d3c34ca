/// A segmented article with its statements. What `attribute` gives.
public struct AttributedArticle: Document {
  public static let typeName = "Statements"

  public let segmented: SegmentedArticle
  /// In text order of their content.
  public var statements: [Statement]

  public var id: String { segmented.id }
  public var article: Article { segmented.article }

  public init(segmented: SegmentedArticle, statements: [Statement]) {
    self.segmented = segmented
    self.statements = statements
  }
}

/// Statements with their speakers, and the actors and concepts that the document speaks of. What `resolve` gives.
public struct ResolvedArticle: Document {
  public static let typeName = "Speakers"

  public let attributed: AttributedArticle
  public var speakers: [Speaker]
  /// One for each statement.
  public var links: [SpeakerLink]
  /// In order of first mention.
  public var targets: [Target]

  public var id: String { attributed.id }
  public var article: Article { attributed.article }

  public init(attributed: AttributedArticle, speakers: [Speaker], links: [SpeakerLink], targets: [Target]) {
    self.attributed = attributed
    self.speakers = speakers
    self.links = links
    self.targets = targets
  }
}

/// Everything: statements, acts among them, and the stances they take. What `score` gives.
public struct ScoredArticle: Document {
  public static let typeName = "Stances"

  public let resolved: ResolvedArticle
  /// In text order of statement, then target.
  public let stances: [Stance]

  public var id: String { resolved.id }
  public var article: Article { resolved.article }

  public init(resolved: ResolvedArticle, stances: [Stance]) {
    self.resolved = resolved
    self.stances = stances
  }
}
