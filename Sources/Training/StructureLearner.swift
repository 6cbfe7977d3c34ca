import Linguistics

/// An averaged perceptron for the parser's three actions. Weights of a feature always sum to zero, so that two of
/// them are stored: 32 bytes a feature.
final class StructureLearner {
  private struct Slot: BitwiseCopyable {
    var hash: UInt64 = 0
    var shift: Float = 0
    var left: Float = 0
    var shiftTotal: Float = 0
    var leftTotal: Float = 0
    var updates: UInt32 = 0
    var spare: UInt32 = 0
  }

  private var bits: UInt64
  private var slots: Scratch<Slot>
  private var used = 0
  private(set) var step: Float = 1
  private let places = Scratch<Int>(capacity: 512, filler: 0)

  init(bits: UInt64 = 21) {
    self.bits = bits
    slots = Scratch(capacity: 1 << Int(bits), filler: Slot())
  }

  /// Scores of shift, left and right.
  func score(_ features: UnsafePointer<UInt64>, _ count: Int) -> (Float, Float, Float) {
    let places = places.base
    let slots = slots.base
    let mask = 1 << Int(bits) - 1
    var touched: UInt64 = 0
    for index in 0..<count {
      let place = Int(truncatingIfNeeded: features[index] >> (64 - bits))
      places[index] = place
      touched |= slots[place].hash
    }
    places[count] = Int(truncatingIfNeeded: touched)
    var shift: Float = 0
    var left: Float = 0
    for index in 0..<count {
      var place = places[index]
      while slots[place].hash != 0, slots[place].hash != features[index] { place = (place + 1) & mask }
      shift += slots[place].shift
      left += slots[place].left
    }
    return (shift, left, -shift - left)
  }

  func update(
    _ features: UnsafePointer<UInt64>, _ count: Int, right: ParseState.Action, wrong: ParseState.Action,
    amount: Float = 1
  ) {
    let shift: Float = right == .shift ? amount : wrong == .shift ? -amount : 0
    let left: Float = right == .left ? amount : wrong == .left ? -amount : 0
    for index in 0..<count {
      if used * 10 > (1 << Int(bits)) * 6 { grow() }
      let mask = 1 << Int(bits) - 1
      var place = Int(truncatingIfNeeded: features[index] >> (64 - bits))
      while slots[place].hash != 0, slots[place].hash != features[index] { place = (place + 1) & mask }
      if slots[place].hash == 0 {
        slots[place].hash = features[index]
        used += 1
      }
      slots[place].shift += shift
      slots[place].left += left
      slots[place].shiftTotal += shift * step
      slots[place].leftTotal += left * step
      slots[place].updates += 1
    }
  }

  func advance() { step += 1 }

  private func grow() {
    let old = slots
    let oldCount = 1 << Int(bits)
    bits += 1
    slots = Scratch(capacity: 1 << Int(bits), filler: Slot())
    let mask = 1 << Int(bits) - 1
    for index in 0..<oldCount where old[index].hash != 0 {
      var place = Int(truncatingIfNeeded: old[index].hash >> (64 - bits))
      while slots[place].hash != 0 { place = (place + 1) & mask }
      slots[place] = old[index]
    }
  }

  /// Averaged weights of shift and left against right, ordered by hash.
  func averaged(minimumUpdates: Int) -> [AveragedStructure] {
    var found: [AveragedStructure] = []
    for place in 0..<(1 << Int(bits)) where slots[place].hash != 0 {
      let slot = slots[place]
      guard Int(slot.updates) >= minimumUpdates else { continue }
      let shift = slot.shift - slot.shiftTotal / step
      let left = slot.left - slot.leftTotal / step
      found.append(AveragedStructure(hash: slot.hash, shift: 2 * shift + left, left: shift + 2 * left))
    }
    found.sort { $0.hash < $1.hash }
    return found
  }
}

/// The weights of one feature of the structure model, each against `right`.
struct AveragedStructure: BitwiseCopyable {
  var hash: UInt64
  var shift: Float
  var left: Float
}
