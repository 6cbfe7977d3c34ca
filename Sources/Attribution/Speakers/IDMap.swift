/// Values by the id of a word, without hashing it again. Ids are those of one ``Vocabulary``.
struct IDMap<Value: Sendable>: Sendable {
  private var values: [Value?] = []

  init() {}

  subscript(id: Int32) -> Value? {
    get { Int(id) < values.count ? values[Int(id)] : nil }
    set {
      if Int(id) >= values.count {
        values += repeatElement(nil, count: max(Int(id) + 1, 2 * values.count) - values.count)
      }
      values[Int(id)] = newValue
    }
  }
}
