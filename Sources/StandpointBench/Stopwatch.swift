import Foundation

/// CPU seconds of this process, and the median of several rounds: what a machine that does other things too can say.
enum Stopwatch {
  /// CPU seconds of one call.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    return max(Double(clock() - start) / Double(CLOCKS_PER_SEC), 1e-9)
  }

  /// Amount a CPU-second over several rounds.
  static func rates(_ amount: Double, rounds: Int, _ work: () throws -> Void) rethrows -> Rates {
    Rates(sorted: try (0..<rounds).map { _ in amount / (try seconds(work)) }.sorted())
  }

  struct Rates: CustomStringConvertible {
    var sorted: [Double]

    var median: Double { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }

    var description: String {
      func text(_ value: Double) -> String { String(format: value < 1000 ? "%.1f" : "%.0f", value) }
      return "\(text(median)) (\(text(sorted.first ?? 0)) to \(text(sorted.last ?? 0)))"
    }
  }
}
