/// A message to a person about something that person wrote: `file:line:column: error: what, and what to do`.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  public var file: String
  /// 1-based; `nil` where the message is about the file as a whole.
  public var line: Int?
  /// 1-based, in code points.
  public var column: Int?
  public var message: String

  public init(_ severity: Severity = .error, file: String, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    var place = file
    if let line { place += ":\(line)" + (column.map { ":\($0)" } ?? "") }
    return "\(place): \(severity.rawValue): \(message)"
  }
}

/// Several diagnostics at once: a file is checked to its end before anyone is told.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  public var all: [Diagnostic]

  public init(_ all: [Diagnostic]) { self.all = all }

  public var description: String { all.map(\.description).joined(separator: "\n") }
}
