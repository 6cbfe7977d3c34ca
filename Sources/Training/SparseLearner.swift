import Linguistics

/// An averaged perceptron over hashed features with many answers, of which a feature meets few.
final class SparseLearner {
  private struct Slot: BitwiseCopyable {
    var hash: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt8 = 0
    var capacity: UInt8 = 0
    var updates: UInt16 = 0
  }

  private struct Entry: BitwiseCopyable {
    var weight: Float = 0
    var total: Float = 0
    var answer: UInt32 = 0
  }

  let answers: Int
  private var bits: UInt64
  private var slots: Scratch<Slot>
  private var used = 0
  private var pool: Scratch<Entry>
  private var poolCount = 0
  private(set) var step: Float = 1
  let scores = Scratch<Float>(capacity: 256, filler: 0)
  private let places = Scratch<Int>(capacity: 512, filler: 0)

  init(answers: Int, bits: UInt64 = 20) {
    self.answers = answers
    self.bits = bits
    slots = Scratch(capacity: 1 << Int(bits), filler: Slot())
    pool = Scratch(capacity: 1 << Int(bits), filler: Entry())
  }

  /// Sums the weights of the features into `scores`.
  func score(_ features: UnsafePointer<UInt64>, _ count: Int) {
    let scores = scores.base
    let places = places.base
    for answer in 0..<answers { scores[answer] = 0 }
    let slots = slots.base
    let mask = 1 << Int(bits) - 1
    var touched: UInt64 = 0
    for index in 0..<count {
      let place = Int(truncatingIfNeeded: features[index] >> (64 - bits))
      places[index] = place
      touched |= slots[place].hash
    }
    places[count] = Int(truncatingIfNeeded: touched)
    for index in 0..<count {
      var place = places[index]
      while slots[place].hash != 0, slots[place].hash != features[index] { place = (place + 1) & mask }
      places[index] = slots[place].hash == 0 ? -1 : place
    }
    for index in 0..<count where places[index] >= 0 {
      let slot = slots[places[index]]
      let entries = pool.base + Int(slot.start)
      for entry in 0..<Int(slot.count) { scores[Int(entries[entry].answer)] += entries[entry].weight }
    }
  }

  /// Moves the features' weights by `amount` towards `right` and away from `wrong`.
  func update(_ features: UnsafePointer<UInt64>, _ count: Int, right: Int, wrong: Int, amount: Float = 1) {
    for index in 0..<count {
      if used * 10 > (1 << Int(bits)) * 6 { grow() }
      var place = Int(truncatingIfNeeded: features[index] >> (64 - bits))
      let mask = 1 << Int(bits) - 1
      while slots[place].hash != 0, slots[place].hash != features[index] { place = (place + 1) & mask }
      if slots[place].hash == 0 {
        slots[place].hash = features[index]
        used += 1
      }
      slots[place].updates += slots[place].updates < 60000 ? 1 : 0
      change(place, right, amount)
      change(place, wrong, -amount)
    }
  }

  /// Counts one more decision, for the averages.
  func advance() { step += 1 }

  private func change(_ place: Int, _ answer: Int, _ amount: Float) {
    let slot = slots[place]
    let start = Int(slot.start)
    for index in start..<(start + Int(slot.count)) where pool[index].answer == UInt32(answer) {
      pool[index].weight += amount
      pool[index].total += amount * step
      return
    }
    if slot.count == slot.capacity { moveOut(place) }
    let end = Int(slots[place].start) + Int(slots[place].count)
    pool[end] = Entry(weight: amount, total: amount * step, answer: UInt32(answer))
    slots[place].count += 1
  }

  /// Gives a feature more room at the pool's end.
  private func moveOut(_ place: Int) {
    let slot = slots[place]
    let capacity = slot.capacity == 0 ? 2 : min(255, Int(slot.capacity) * 2)
    if poolCount + capacity > pool.capacity {
      let larger = Scratch(capacity: pool.capacity * 2, filler: Entry())
      for index in 0..<poolCount { larger[index] = pool[index] }
      pool = larger
    }
    for index in 0..<Int(slot.count) { pool[poolCount + index] = pool[Int(slot.start) + index] }
    slots[place].start = UInt32(poolCount)
    slots[place].capacity = UInt8(capacity)
    poolCount += capacity
  }

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

  /// The averaged weights of all features that were updated often enough, ordered by hash and answer.
  func averaged(minimumUpdates: Int) -> [AveragedWeight] {
    var found: [AveragedWeight] = []
    for place in 0..<(1 << Int(bits)) where slots[place].hash != 0 && Int(slots[place].updates) >= minimumUpdates {
      let slot = slots[place]
      for index in Int(slot.start)..<(Int(slot.start) + Int(slot.count)) {
        let entry = pool[index]
        let weight = entry.weight - entry.total / step
        guard weight != 0 else { continue }
        found.append(AveragedWeight(hash: slot.hash, answer: UInt8(entry.answer), weight: weight))
      }
    }
    found.sort { ($0.hash, $0.answer) < ($1.hash, $1.answer) }
    return found
  }
}

/// One weight of a trained model.
struct AveragedWeight: BitwiseCopyable {
  var hash: UInt64
  var answer: UInt8
  var weight: Float
}
