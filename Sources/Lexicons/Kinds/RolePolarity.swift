import Documents

/// A polarity that differs by grammatical role: to *condemn X* is against X, to *defend X from Y* for X, against Y.
public struct RolePolarity: Hashable, Sendable {
  /// How the text evaluates whatever the term is applied to.
  public var weight: Double?
  /// The stance towards the direct object.
  public var object: Double?
  /// How the sentence evaluates its own subject.
  public var subject: Double?
  /// The stance towards the proposition.
  public var content: Double?
  /// The stance towards what follows a preposition.
  public var prepositions: [String: Double]

  public var isEmpty: Bool {
    weight == nil && object == nil && subject == nil && content == nil && prepositions.isEmpty
  }

  static let prepositionKeys: KeySet = [
    .about, .across, .after, .against, .ahead, .along, .among, .around, .as, .at, .before, .behind, .between, .beyond,
    .by, .down, .for, .from, .in, .into, .of, .off, .on, .onto, .out, .over, .past, .through, .to, .toward, .towards,
    .under, .up, .upon, .with, .within, .without,
  ]
  static let keys: KeySet = prepositionKeys.union([.weight, .object, .subject, .content])

  /// Reads the role keys of an entry; `weight` only where it is a polarity there.
  init(_ entry: LexiconEntry, _ checker: inout EntryChecker, readingWeight: Bool) {
    let bounds = -1.0...1.0
    prepositions = [:]
    // Of a key that stands twice the first counts, as everywhere.
    for place in entry.places {
      guard let key = entry.store.fields[place].key else { continue }
      switch key {
      case .term, .lemma, .pos, .examples, .forms, .class, .takes: break
      case .weight: if readingWeight, weight == nil { weight = checker.number(entry, at: place, in: bounds) }
      case .object: if object == nil { object = checker.number(entry, at: place, in: bounds) }
      case .subject: if subject == nil { subject = checker.number(entry, at: place, in: bounds) }
      case .content: if content == nil { content = checker.number(entry, at: place, in: bounds) }
      default:
        guard RolePolarity.prepositionKeys.contains(key), prepositions[key.text] == nil else { break }
        prepositions[key.text] = checker.number(entry, at: place, in: bounds)
      }
    }
  }
}
