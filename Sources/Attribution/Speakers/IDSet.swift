/// A set of ids of one ``Vocabulary``: a bit for each.
struct IDSet {
  private var bits: [UInt64]

  /// - Parameter count: of the vocabulary's ids; others are in no set.
  init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ id: Int32) {
    let place = Int(id) >> 6
    if place < bits.count { bits[place] |= 1 << UInt64(id & 63) }
  }

  func contains(_ id: Int32) -> Bool {
    let place = Int(id) >> 6
    return place < bits.count && bits[place] >> UInt64(id & 63) & 1 != 0
  }
}
