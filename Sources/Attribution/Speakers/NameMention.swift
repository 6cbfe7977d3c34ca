import Documents
import Lexicons

/// A place where the text names somebody or something.
struct NameMention {
  enum Kind {
    case person
    case organization
    case place
    /// Index into the actor lexicon, and how it is named.
    case actor(Int, Target.Mention.Form)
    /// Capitalised words that nothing tells more about.
    case unknown
  }

  /// The name itself, without titles.
  var tokens: Range<Int>
  var kind: Kind
  /// Title and role before the name: *Russian Defence Minister*; empty at the name where there is none.
  var role: Range<Int>
  /// What title or role tell of the person's gender.
  var gender: Gender
  /// The country or body of the role: *North Korean leader*.
  var affiliation: Int?
  var block: Int
  /// Index of the sentence.
  var sentence: Int
}
