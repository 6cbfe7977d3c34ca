import Synchronization

/// What one stage has made out of a document's tokens and a later one may want again: their hashes, shallow tags.
///
/// Nothing here is said of the document that could not be made out again from it; so two documents of the same tokens
/// are the same whatever their memos hold.
public final class TokenMemo: Sendable {
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  public init() {}

  /// The value that a maker has noted, made now if it has not.
  /// - Parameter maker: lives longer than the document.
  public func value<Value: Sendable>(of maker: AnyObject, _ make: () -> Value) -> Value {
    let key = ObjectIdentifier(maker)
    if let known = values.withLock({ $0[key] }) as? Value { return known }
    let value = make()
    values.withLock { $0[key] = value }
    return value
  }
}
