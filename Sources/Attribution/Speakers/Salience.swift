/// How much a text dwells on each referent at a point: every mention adds a weight by the part that it plays, and each
/// further sentence halves what the ones before have added.
///
/// After Lappin & Leass, *An Algorithm for Pronominal Anaphora Resolution* (Computational Linguistics 20, 1994), with
/// their weights, and one more for whoever is the source of a statement.
struct Salience {
  private static let decay = 0.5

  private var settled: [Double] = []
  private var current: [Double] = []
  private var clock: [Int] = []

  /// The weight of one mention.
  static func weight(_ place: Grammar.Place, isFronted: Bool, isSource: Bool, isQuoted: Bool) -> Double {
    var weight = 100.0
    switch place {
    case .subject: weight += 130
    case .object: weight += 50
    case .oblique, .other: weight += isFronted ? 90 : 40
    case .possessor: weight += 20
    case .modifier: weight -= 50
    }
    if isSource { weight += 120 }
    // What is quoted belongs to another discourse.
    return isQuoted ? weight * 0.4 : weight
  }

  /// A new referent, which nothing has mentioned.
  mutating func append() {
    settled.append(0)
    current.append(0)
    clock.append(-1)
  }

  var count: Int { clock.count }

  /// Notes a mention in the sentence `now`; of several in one sentence the weightiest counts.
  mutating func add(_ weight: Double, to referent: Int, at now: Int) {
    if clock[referent] < now {
      settled[referent] = clock[referent] < 0 ? 0 : value(of: referent, at: now)
      current[referent] = weight
      clock[referent] = now
    } else {
      current[referent] = max(current[referent], weight)
    }
  }

  func value(of referent: Int, at now: Int) -> Double {
    guard clock[referent] >= 0 else { return 0 }
    var value = settled[referent] + current[referent]
    for _ in 0..<min(60, max(0, now - clock[referent])) { value *= Salience.decay }
    return value
  }

  /// Sentences since the last mention; `nil` if there is none.
  func age(of referent: Int, at now: Int) -> Int? { clock[referent] < 0 ? nil : now - clock[referent] }
}
