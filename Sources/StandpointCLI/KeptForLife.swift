/// What a process needs until its end and never takes apart: to free the pieces of its lexicons one by one takes longer
/// than a small run does.
final class KeptForLife<Value> {
  private let value: Value

  private init(_ value: Value) { self.value = value }

  /// The value itself, which will not be freed.
  static func keep(_ value: Value) -> Value {
    _ = Unmanaged.passRetained(KeptForLife(value))
    return value
  }
}
