import ArgumentParser
import Documents
import Foundation

/// What people read: everything goes to standard error, data alone to standard output.
enum Terminal {
  static func say(_ message: String) { put(message + "\n", to: .standardError) }

  static func write(_ text: String) { put(text, to: .standardOutput) }

  /// Where nobody listens any more, nothing is said: no reason to crash.
  private static func put(_ text: String, to file: FileHandle) { try? file.write(contentsOf: Data(text.utf8)) }

  /// Whether standard error is a terminal that can show a line that changes.
  static let isInteractive = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Whether standard output is a terminal that shows colours, and nobody minds them (see no-color.org).
  static let isColoured: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb" && environment["NO_COLOR"] ?? "" == ""
  }()

  /// Overwrites the current line.
  static func sayInPlace(_ message: String) { put("\r\u{1B}[K\(message)", to: .standardError) }

  /// Says what went wrong and ends with exit status 2: nothing was done.
  static func fatal(_ error: any Error) -> ExitCode {
    let text = "\(error)"
    // Diagnostics say `error:` behind their place already.
    say(error is Diagnostics || error is Diagnostic ? text : "standpoint: error: \(text)")
    return ExitCode(2)
  }
}
