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
  var isDeed: Bool { !["subject", "context", "near", "modifier", "predicate"].contains(role) }

  /// - Parameters:
  ///   - hit: the term.
  ///   - mention: the target's mention.
  ///   - strays: whether a verb that names no role for the target weighs a little all the same: *critics attacked the
  ///     bill that Quillon wrote*.
  static func of(
    _ hit: TermHit, to mention: Range<Int>, in reading: StanceReading, words: FunctionWords, strays: Bool = false
  ) -> RoleWeight? {
    if let role = tied(hit, to: mention, in: reading, words: words) { return role }
    if let weight = hit.polarity.weight, weight != 0 {
      return RoleWeight(role: "context", weight: weight, isTied: false)
    }
    guard strays else { return nil }
    if let weight = hit.polarity.subject, weight != 0 {
      return RoleWeight(role: "near", weight: weight * Formula.nearSubject, isTied: false)
    }
    if let weight = hit.polarity.object {
      // Kind words and deeds are as often for somebody else in the sentence; hostile ones spread.
      guard weight <= 0 || weight >= Formula.strong else { return nil }
      return RoleWeight(role: "near", weight: weight * Formula.nearObject, isTied: false)
    }
    // *faces charges*: nouns of blame, which have an aim and no other side (*a case for and against*).
    let aims = hit.polarity.prepositions.values
    guard aims.allSatisfy({ $0 <= 0 }), let weight = aims.min(), weight < 0 else { return nil }
    return RoleWeight(role: "near", weight: weight * Formula.nearObject, isTied: false)
  }

  private static func tied(
    _ hit: TermHit, to mention: Range<Int>, in reading: StanceReading, words: FunctionWords
  ) -> RoleWeight? {
    if let tree = reading.tree { return tied(hit, to: mention, in: reading, by: tree) }
    let polarity = hit.polarity
    if mention.lowerBound >= hit.tokens.upperBound {
      // *in violation of X*: the term's own preposition says which role X has.
      if hit.tokens.count > 1, let last = hit.tokens.last, words.contains(reading.ids[last], in: .prepositions) {
        let name = reading.string(last..<(last + 1)).lowercased()
        if let weight = polarity.prepositions[name] { return RoleWeight(role: name, weight: weight, isTied: true) }
        // *bailed out X*: a particle leaves the verb its object.
        guard hit.isVerb, polarity.object != nil else { return nil }
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
    return nil
  }

  private static func tied(
    _ hit: TermHit, to mention: Range<Int>, in reading: StanceReading, by tree: StanceTree
  ) -> RoleWeight? {
    let polarity = hit.polarity
    let term = hit.isVerb ? hit.tokens.lowerBound : tree.head(of: hit.tokens)
    switch tree.tie(of: term, to: tree.head(of: mention), isVerb: hit.isVerb) {
    case .object: return polarity.object.map { RoleWeight(role: "object", weight: $0, isTied: true) }
    case .subject: return polarity.subject.map { RoleWeight(role: "subject", weight: $0, isTied: true) }
    case .modifier: return polarity.weight.map { RoleWeight(role: "modifier", weight: $0, isTied: true) }
    case .predicate: return polarity.weight.map { RoleWeight(role: "predicate", weight: $0, isTied: true) }
    case .preposition(let place):
      let name = reading.string(place..<(place + 1)).lowercased()
      if let weight = polarity.prepositions[name] { return RoleWeight(role: name, weight: weight, isTied: true) }
      // *their attack on Quillon*: what an act's noun says of its aim where the lexicon is silent.
      return nil
    case nil: return nil
    }
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
