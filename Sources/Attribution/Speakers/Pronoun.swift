/// A pronoun that can be a source, whatever its case: *he* stands for *him* and *his* too.
enum Pronoun: Sendable {
  case he, she, it, they, i, we
  /// No pronoun: a description of one person that tells no gender (*the Harbour Democrat*).
  case person
  /// *who*, *which*, *that*.
  case relative

  /// Forms in lower case.
  static let forms: [(form: String, pronoun: Pronoun)] = [
    ("he", .he), ("him", .he), ("his", .he), ("himself", .he), ("she", .she), ("her", .she), ("hers", .she),
    ("herself", .she), ("it", .it), ("its", .it), ("itself", .it), ("they", .they), ("them", .they), ("their", .they),
    ("theirs", .they), ("themselves", .they), ("i", .i), ("me", .i), ("my", .i), ("myself", .i), ("we", .we),
    ("us", .we), ("our", .we), ("ourselves", .we), ("who", .relative), ("whom", .relative), ("whose", .relative),
    ("which", .relative), ("that", .relative),
  ]

  /// Whether a person is meant who is neither speaker nor addressee.
  var isOfPerson: Bool { self == .he || self == .she || self == .person }
}
