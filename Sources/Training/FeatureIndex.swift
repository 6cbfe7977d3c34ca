import Linguistics

/// Counts in how many documents each hashed feature occurs, then numbers those that occur in enough of them.
final class FeatureIndex: @unchecked Sendable {
  private struct Slot: BitwiseCopyable {
    var hash: UInt64 = 0
    var document: Int32 = -1
    var documents: Int32 = 0
  }

  private var bits: UInt64 = 20
  private var slots = Scratch(capacity: 1 << 20, filler: Slot())
  private var used = 0
  /// The hashes of the numbered features.
  private(set) var hashes: [UInt64] = []

  /// Documents must come one after another.
  func count(_ hash: UInt64, document: Int) {
    if used * 10 > (1 << Int(bits)) * 6 { grow() }
    let place = place(hash)
    if slots[place].hash == 0 {
      slots[place].hash = hash
      used += 1
    }
    if slots[place].document != Int32(document) {
      slots[place].document = Int32(document)
      slots[place].documents += 1
    }
  }

  /// Numbers the features of at least so many documents, in the order of their hashes.
  func number(minimum: Int) {
    var kept: [UInt64] = []
    for place in 0..<(1 << Int(bits)) where slots[place].hash != 0 && Int(slots[place].documents) >= minimum {
      kept.append(slots[place].hash)
    }
    kept.sort()
    hashes = kept
    bits = 10
    while 1 << Int(bits) < kept.count * 2 { bits += 1 }
    slots = Scratch(capacity: 1 << Int(bits), filler: Slot())
    for (number, hash) in kept.enumerated() {
      let place = place(hash)
      slots[place].hash = hash
      slots[place].documents = Int32(number)
    }
  }

  func number(of hash: UInt64) -> Int32? {
    let place = place(hash)
    return slots[place].hash == 0 ? nil : slots[place].documents
  }

  private func place(_ hash: UInt64) -> Int {
    let mask = 1 << Int(bits) - 1
    var place = Int(truncatingIfNeeded: hash >> (64 - bits))
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private func grow() {
    let old = slots
    let count = 1 << Int(bits)
    bits += 1
    slots = Scratch(capacity: 1 << Int(bits), filler: Slot())
    for index in 0..<count where old[index].hash != 0 { slots[place(old[index].hash)] = old[index] }
  }
}
