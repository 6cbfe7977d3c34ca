/// What is known of an article besides its text. `nil` and `[]` mean that it is not known.
public struct Metadata: Hashable, Sendable {
  public enum Genre: String, Sendable, CaseIterable {
    case news, editorial, opinion, interview, live, letter, transcript, review

    /// Whether the author's own voice takes sides here as a matter of course.
    public var isOpinion: Bool { self == .editorial || self == .opinion || self == .letter || self == .review }
  }

  public var title: String?
  public var authors: [String] = []
  /// `2023-09-18`, or `2023-09-18T05:30:00+09:00` where the time is known.
  public var date: String?
  public var modified: String?
  /// The publication: *The Harbour Tribune*.
  public var site: String?
  public var section: String?
  public var url: String?
  /// BCP 47: `en`, `ko`.
  public var language: String?
  public var genre: Genre?

  public init() {}

  /// These values, with the other's where these are unknown.
  public func filled(from other: Metadata) -> Metadata {
    var result = self
    result.title = title ?? other.title
    result.authors = authors.isEmpty ? other.authors : authors
    result.date = date ?? other.date
    result.modified = modified ?? other.modified
    result.site = site ?? other.site
    result.section = section ?? other.section
    result.url = url ?? other.url
    result.language = language ?? other.language
    result.genre = genre ?? other.genre
    return result
  }
}
