import Synchronization

/// Adds up the time that each stage takes, over all threads.
final class StageClock: Sendable {
  private let nanoseconds: Mutex<[Int64]>

  init(stages: Int) { nanoseconds = Mutex([Int64](repeating: 0, count: stages)) }

  func add(_ duration: Duration, to stage: Int) {
    let (seconds, attoseconds) = duration.components
    nanoseconds.withLock { $0[stage] += seconds * 1_000_000_000 + attoseconds / 1_000_000_000 }
  }

  var seconds: [Double] { nanoseconds.withLock { $0.map { Double($0) * 1e-9 } } }
}
