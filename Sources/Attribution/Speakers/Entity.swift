import Documents
import Lexicons

/// Somebody or something that a document names, with all its mentions.
struct Entity {
  enum Kind {
    case person, organization, place
    case actor(Int)
  }

  var kind: Kind
  /// The canonical name.
  var name: String
  /// Words of the longest name, for people.
  var words: [String] { didSet { ends = Ends(words) } }
  private(set) var ends: Ends
  var gender: Gender
  var role: String?
  /// Index into the actor lexicon: the country or body that a role names.
  var affiliation: Int?
  /// The first letter of a person's party: *Quillon (R-Ky.)*, *Quillon, a Republican*.
  var partyLetter: UInt8?
  /// Mentions in text order: token ranges and how they name it.
  var mentions: [(tokens: Range<Int>, form: Target.Mention.Form)]
  var aliases: [String]

  init(
    kind: Kind, name: String, words: [String], gender: Gender, role: String?, affiliation: Int?,
    mentions: [(tokens: Range<Int>, form: Target.Mention.Form)], aliases: [String]
  ) {
    self.kind = kind
    self.name = name
    self.words = words
    ends = Ends(words)
    self.gender = gender
    self.role = role
    self.affiliation = affiliation
    self.mentions = mentions
    self.aliases = aliases
  }

  /// Hashes of a name's first and last word, so that most names need not be compared.
  struct Ends {
    let first: Int?
    let last: Int?

    init(_ words: [String]) {
      first = words.first?.hashValue
      last = words.count > 1 ? words.last?.hashValue : first
    }
  }

  var isPerson: Bool {
    if case .person = kind { return true }
    return false
  }

  var firstMention: Int { mentions.first?.tokens.lowerBound ?? .max }
}
