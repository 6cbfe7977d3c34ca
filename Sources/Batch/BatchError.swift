/// Why a run cannot begin, or cannot go on: exit status 2.
public struct BatchError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
