import Synchronization

/// A line on the terminal that says how far a run is; nothing where standard error is no terminal.
final class ProgressBar: Sendable {
  private let shown = Mutex<Int>(-1)

  func update(done: Int, of total: Int) {
    guard Terminal.isInteractive, total > 0 else { return }
    let permille = done * 1000 / total
    let isNews = shown.withLock { shown in
      defer { shown = permille }
      return permille != shown
    }
    guard isNews else { return }
    let width = 30
    let filled = done * width / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Terminal.sayInPlace("\(bar) \(done) of \(total)")
  }

  func clear() {
    guard shown.withLock({ $0 }) >= 0 else { return }
    Terminal.sayInPlace("")
  }
}
