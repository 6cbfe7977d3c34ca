import Documents
import Lexicons
import Linguistics

/// Which role a target plays to a term, and the weight that the term has in this role.
struct RoleWeight {
  var role: String
  var weight: Double
  /// Whether grammar ties the two: then distance does not weaken the hit.
  var isTied: Bool
  /// Whether the weight is the doer's stance (*help X*), which is the holder's only where the holder does or demands it.
  var isDeed: Bool { role != "subject" && role != "context" }

  /// - Parameters:
  ///   - hit: the term.
  ///   - mention: the target's mention.
  static func of(_ hit: TermHit, to mention: Range<Int>, in reading: StanceReading, words: FunctionWords) -> RoleWeight?
  {
    let polarity = hit.polarity
    if mention.lowerBound >= hit.tokens.upperBound {
      // *in violation of X*: the term's own preposition says which role X has.
      if hit.tokens.count > 1, let last = hit.tokens.last, words.contains(reading.ids[last], in: .prepositions) {
        let name = reading.string(last..<(last + 1)).lowercased()
        return polarity.prepositions[name].map { RoleWeight(role: name, weight: $0, isTied: true) }
      }
      let between = hit.tokens.upperBound..<mention.lowerBound
      if let preposition = lastPreposition(in: between, reading, words), !crossesVerb(between, reading) {
        let name = reading.string(preposition..<(preposition + 1)).lowercased()
        if let weight = polarity.prepositions[name] {
          return RoleWeight(role: name, weight: weight, isTied: between.count <= 8)
        }
        if hit.isVerb, hit.isPassive, name == "by", let weight = polarity.subject {
          return RoleWeight(role: "subject", weight: weight, isTied: between.count <= 4)
        }
      } else if hit.isVerb, let object = polarity.object, !crossesVerb(between, reading), between.count <= 8 {
        return RoleWeight(role: "object", weight: object, isTied: !crossesPunctuation(between, reading))
      }
    } else if mention.upperBound <= hit.tokens.lowerBound {
      let between = mention.upperBound..<hit.tokens.lowerBound
      if hit.isVerb, !crossesVerb(between, reading) {
        if hit.isPassive {
          if let object = polarity.object {
            return RoleWeight(role: "object", weight: object, isTied: between.count <= 6)
          }
        } else if let subject = polarity.subject {
          return RoleWeight(role: "subject", weight: subject, isTied: between.count <= 6)
        }
      }
    }
    if let weight = polarity.weight, weight != 0 { return RoleWeight(role: "context", weight: weight, isTied: false) }
    return nil
  }

  private static func lastPreposition(in range: Range<Int>, _ reading: StanceReading, _ words: FunctionWords) -> Int? {
    range.last { words.contains(reading.ids[$0], in: .prepositions) }
  }

  private static func crossesVerb(_ range: Range<Int>, _ reading: StanceReading) -> Bool {
    range.contains { reading.tags[$0] == .verb }
  }

  private static func crossesPunctuation(_ range: Range<Int>, _ reading: StanceReading) -> Bool {
    range.contains { reading.tags[$0] == .punct }
  }
}
