/// How a hash table of word ids is laid out: open addressing with linear probing, a power of two of slots, at most half of
/// them taken, 0 in a free one.
///
/// A slot holds the id and the upper bits of the word's hash: with its place, which the lower bits give, they tell words
/// apart, so that a look-up reads one line of the cache. That any of a million words is taken for one of ten thousand
/// others has odds of one in a million.
enum WordSlots {
  private static let idBits: UInt64 = 28
  /// Ids from here on have no room in a slot.
  static let limit = 1 << Int(idBits)

  @inline(__always)
  static func slot(_ id: Int, _ hash: UInt64) -> UInt64 { (hash >> idBits) << idBits | UInt64(truncatingIfNeeded: id) }

  @inline(__always)
  static func id(_ slot: UInt64) -> Int32 { Int32(truncatingIfNeeded: slot & (1 << idBits - 1)) }

  /// The id of a hash, 0 if there is none.
  @inline(__always)
  static func find(_ hash: UInt64, count: Int, _ slots: (Int) -> UInt64) -> Int32 {
    let mask = count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots(place)
      if slot == 0 || (slot ^ hash) >> idBits == 0 { return id(slot) }
      place = (place + 1) & mask
    }
  }

  /// Whether some slots can be gone through: there are a power of two, and some are free.
  static func isTable(_ slots: Column<UInt64>) -> Bool {
    slots.count.nonzeroBitCount == 1 && (0..<slots.count).contains { slots[$0] == 0 }
  }

  static func place(_ id: Int, _ hash: UInt64, in slots: inout [UInt64]) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = slot(id, hash)
  }

  /// Slots for the words of some ids, with room for a number of them.
  static func slots(of hashes: [UInt64], firstID: Int, room: Int) -> [UInt64] {
    var size = 64
    while size < room * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (index, hash) in hashes.enumerated() { place(firstID + index, hash, in: &slots) }
    return slots
  }
}
