import Foundation

/// What a training tells on standard error: lines with the seconds since it began.
enum ProgressLog {
  static func starting() -> @Sendable (String) -> Void {
    let start = ContinuousClock.now
    return { line in
      let seconds = (ContinuousClock.now - start).components.seconds
      FileHandle.standardError.write(Data("\(seconds) s: \(line)\n".utf8))
    }
  }
}
