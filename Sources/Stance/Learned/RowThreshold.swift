import Documents
import Linguistics

extension PairScorer {
  /// From here on a score decides a row: a wrong row costs more than a missing one.
  struct Threshold {
    /// Where the target is a person.
    var person: Double
    /// Where it is a country; what holds of the others if not given.
    var country: Double?
    /// Where it is an issue; what holds of the others if not given.
    var concept: Double? = nil
    /// Organisations, countries and issues are mostly spoken of, and seldom judged.
    var other: Double

    func isReached(by answer: StanceAnswer, to target: Target) -> Bool {
      switch target.kind {
      case .person: abs(answer.score) >= person
      case .country: abs(answer.score) >= country ?? other
      case .concept: abs(answer.score) >= concept ?? other
      default: abs(answer.score) >= other
      }
    }

    /// Of a speaker with a name towards whom his statement speaks of. What stands in a clause of a clause is likelier to
    /// be somebody else's business, and institutions report and decide where people judge. Who calls an issue something
    /// means the issue.
    ///
    /// - Parameters:
    ///   - speaker: who says it.
    ///   - clauses: how many clauses stand around the target inside the statement.
    static func said(
      _ claim: Statement.ClaimType?, by speaker: Speaker.Kind, isFavor: Bool, clauses: Int
    ) -> Threshold {
      let isInstitution = speaker == .organization || speaker == .group
      let person = isInstitution || clauses >= 3 ? 0.2 : 0.15
      var country = clauses <= 2 || claim == .evaluation ? 0.25 : .infinity
      if isFavor { country = max(country, clauses <= 1 ? 0.3 : 0.7) }
      var concept: Double?
      var other: Double
      switch clauses {
      case 0: other = 0.25
      case 1: other = 0.4
      case 2: other = 0.7
      default: other = .infinity
      }
      if isFavor || isInstitution { other = max(other, 0.7) }
      if claim == .evaluation, !isFavor, !isInstitution, clauses <= 1 { concept = 0.12 }
      return Threshold(person: person, country: country, concept: concept, other: other)
    }

    /// The same towards whom the speaker asks to do something: *Norway must seek help* need not be against Norway.
    var ofAsked: Threshold {
      Threshold(person: person, country: max(country ?? other, 0.5), concept: concept, other: max(other, 0.5))
    }

    /// The same in a sentence of a quotation that does not name the speaker.
    static let quoted = Threshold(person: 0.65, other: .infinity)
    /// Of *critics* or *a report*.
    static let unnamed = Threshold(person: 0.9, other: 0.9)
    /// Of whoever does something towards its object.
    static let done = Threshold(person: 0.25, other: 0.5)
    /// The same where somebody else tells of it.
    static let told = Threshold(person: 0.5, country: 0.5, other: 0.8)
    /// Of the author, towards whom a sentence of his own speaks of.
    static let written = Threshold(person: 0.65, other: 0.65)
  }
}

extension Relation {
  /// Whether a clause hangs by it.
  var beginsClause: Bool {
    switch self {
    case .ccomp, .xcomp, .csubj, .advcl, .advclRelcl, .acl, .aclRelcl, .parataxis: true
    default: false
    }
  }
}
