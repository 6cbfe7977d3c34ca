#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long one document may take, in seconds of its thread's processor time: a busy machine does not shorten it.
///
/// Stages ask at their ends, and the longest of them now and then within: nothing is stopped from outside.
public enum TimeLimit {
  private struct Deadline: Sendable {
    var nanoseconds: UInt64
    var limit: Double
  }

  @TaskLocal private static var deadline: Deadline?

  /// Runs the work on one document on this thread.
  /// - Parameter seconds: `nil` for no limit.
  public static func run<Result>(seconds: Double?, _ body: () throws -> Result) rethrows -> Result {
    guard let seconds else { return try body() }
    let end = now &+ UInt64(min(max(seconds, 0), 1e9) * 1e9)
    return try $deadline.withValue(Deadline(nanoseconds: end, limit: seconds)) { try body() }
  }

  public static var isOver: Bool { deadline.map { now > $0.nanoseconds } ?? false }

  /// - Throws: `too-slow` if the time is over.
  public static func check() throws(DocumentError) {
    guard let deadline, now > deadline.nanoseconds else { return }
    throw DocumentError(code: "too-slow", "takes more than \(deadline.limit) seconds, the limit of --max-seconds")
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
