import Documents

/// A part of a run that another machine can do: number k of n, counted from 1.
///
/// What belongs to it is decided by a hash of the document's id alone: adding or taking away a document moves no other.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  public let number: Int
  public let count: Int

  /// All of a run.
  public static let whole = Shard()

  private init() {
    number = 1
    count = 1
  }

  /// `nil` unless the number is one from 1 to the count.
  public init?(number: Int, of count: Int) {
    guard (1...100_000).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `k/n`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(number: number, of: count)
  }

  public var description: String { "\(number)/\(count)" }

  public var isWhole: Bool { count == 1 }

  /// Whether the document, or the input, of an id belongs to it.
  func holds(id: String) -> Bool {
    isWhole || Int(StableHash.value(of: id) % UInt64(count)) == number - 1
  }
}
