/// A set of hashes that are hashes already: open addressing without hashing them again. Of no use for numbers that are
/// not spread over all their bits.
package struct HashSet: Sendable {
  /// 0 in a free slot.
  private var slots = [UInt64](repeating: 0, count: 128)
  private var count = 0
  private var hasZero = false

  package init() {}

  /// A hash of some bytes as they stand (FNV-1a).
  package static func hash(_ bytes: Swift.Span<UInt8>) -> UInt64 {
    var state = StableHash.seed
    for index in bytes.indices { state = StableHash.step(state, bytes[index]) }
    return state
  }

  package mutating func insert(_ hash: UInt64) {
    guard hash != 0 else {
      hasZero = true
      return
    }
    let place = place(of: hash)
    guard slots[place] == 0 else { return }
    slots[place] = hash
    count += 1
    if count * 2 > slots.count { grow() }
  }

  package func contains(_ hash: UInt64) -> Bool { hash == 0 ? hasZero : slots[place(of: hash)] != 0 }

  /// Where a hash stands, or would.
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[place] != 0, slots[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[place(of: hash)] = hash }
  }
}
