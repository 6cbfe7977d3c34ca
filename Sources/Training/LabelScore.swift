/// How well labels are told apart: F1 of each, their mean, and what always saying the commonest would give.
public struct LabelScore: Sendable {
  private var pairs: [String: [String: Int]] = [:]

  public init() {}

  public mutating func add(gold: String, found: String) { pairs[gold, default: [:]][found, default: 0] += 1 }

  private var labels: [String] { pairs.keys.sorted() }

  private func goldCount(_ label: String) -> Int { pairs[label]?.values.reduce(0, +) ?? 0 }

  private func f1(_ label: String, always guess: String? = nil) -> Double {
    let gold = goldCount(label)
    let found = guess.map { $0 == label ? total : 0 } ?? pairs.values.reduce(0) { $0 + ($1[label] ?? 0) }
    let right = guess.map { $0 == label ? gold : 0 } ?? pairs[label]?[label] ?? 0
    return gold + found > 0 ? Double(2 * right) / Double(gold + found) : 0
  }

  private var total: Int { labels.reduce(0) { $0 + goldCount($1) } }

  /// The mean F1 of the labels that occur.
  public var macroF1: Double { labels.reduce(0) { $0 + f1($1) } / Double(max(1, labels.count)) }

  public var accuracy: Double {
    Double(labels.reduce(0) { $0 + (pairs[$1]?[$1] ?? 0) }) / Double(max(1, total))
  }

  /// The mean F1 of whoever always says the commonest label.
  public var majorityMacroF1: Double {
    guard let commonest = labels.max(by: { (goldCount($0), $1) < (goldCount($1), $0) }) else { return 0 }
    return labels.reduce(0) { $0 + f1($1, always: commonest) } / Double(labels.count)
  }

  /// One line with the means, then one a label with its F1 and what it was taken for.
  public var report: String {
    func short(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }
    var lines = ["macro-F1 \(short(macroF1)) (majority \(short(majorityMacroF1))), accuracy \(short(accuracy))"]
    for label in labels {
      let taken = (pairs[label] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  \(label) \(short(f1(label))): " + taken.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}
