import ModelFiles

/// Weights of a question with many answers, of which each feature touches a few.
///
/// The section: number of answers and of buckets (UInt32 each, then zeros up to byte 16), the buckets, then the
/// weights. A bucket of 16 bytes holds up to four features: where its weights begin (UInt32, in pairs), where the
/// weights of each feature end (4 × UInt8, in pairs from there), the checks (4 × UInt16, the low bits of the
/// hashes). A weight is a pair of answer (UInt8) and value (Int8); the four features' weights follow one another. A
/// feature that meets more than half of the answers has one weight for each of them instead, answers rounded up to
/// a multiple of 16: added sixteen at a time. It is told by its size, which no list has.
package struct SparseTable: @unchecked Sendable {
  package static let slots = 4
  private static let head = 16

  private let buckets: UnsafeRawPointer
  private let pairs: UnsafeRawPointer
  private let count: UInt64
  package let answers: Int
  /// Size of a feature with a weight for each answer, in pairs.
  private let dense: UInt64
  /// How many scores there are: the answers, rounded up to a multiple of 16.
  package var scoreCount: Int { Int(truncatingIfNeeded: dense &* 2) }

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 2 * Self.head else { return nil }
    answers = Int(base.load(as: UInt32.self))
    let count = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    let start = Self.head * (1 + count)
    guard answers > 0, answers <= 256, count > 0, start <= section.count else { return nil }
    self.count = UInt64(count)
    dense = UInt64(Self.densePairs(answers))
    buckets = base + Self.head
    pairs = base + start
    let last = UInt64(section.count - start) / 2
    for index in 0..<count {
      let bucket = buckets.load(fromByteOffset: index * Self.head, as: UInt64.self)
      var end: UInt64 = 0
      for slot in 0..<UInt64(Self.slots) {
        let next = bucket >> (32 + 8 * slot) & 0xFF
        guard next >= end else { return nil }
        end = next
      }
      guard bucket & 0xFFFF_FFFF + end <= last else { return nil }
    }
  }

  /// Sets the scores to zero, and those that only fill up the last sixteen below all others.
  @inline(__always)
  package func clear(_ scores: UnsafeMutablePointer<Int16>) {
    for answer in 0..<answers { scores[answer] = 0 }
    for answer in answers..<scoreCount { scores[answer] = Int16.min / 2 }
  }

  /// Sums of the features' weights: ``clear(_:)``, then ``add(_:_:places:to:)``.
  package func score(
    _ features: UnsafePointer<UInt64>, _ size: Int, places: UnsafeMutablePointer<UInt64>,
    into scores: UnsafeMutablePointer<Int16>
  ) {
    clear(scores)
    add(features, size, places: places, to: scores)
  }

  /// Adds the weights of the features. `places` is room for one more value than there are features; `scores`
  /// must have 256 places and be aligned to 32 bytes.
  ///
  /// Features are looked up first, without a branch, and those found are touched, so that the cache misses overlap;
  /// then their weights are added.
  package func add(
    _ features: UnsafePointer<UInt64>, _ size: Int, places: UnsafeMutablePointer<UInt64>,
    to scores: UnsafeMutablePointer<Int16>
  ) {
    let blocks = UnsafeMutableRawPointer(scores)
    let ones: UInt64 = 0x0001_0001_0001_0001
    var touched: UInt8 = 0
    var found = 0
    for index in 0..<size {
      let feature = features[index]
      let address = buckets + bucket(of: feature, among: count) &* Self.head
      let bucket = address.load(as: UInt64.self)
      let difference = address.load(fromByteOffset: 8, as: UInt64.self) ^ ((feature & 0xFFFF) &* ones)
      let hit = (difference &- ones) & ~difference & 0x8000_8000_8000_8000
      // Eight times the number of the slot.
      let slot = UInt64(truncatingIfNeeded: hit.trailingZeroBitCount) >> 1 & 24
      let ends = bucket >> 32
      let before = (ends &<< 8) &>> slot & 0xFF
      let end = ends &>> slot & 0xFF
      let start = (bucket & 0xFFFF_FFFF) &+ before
      places[found] = start | (end &- before) &<< 40
      touched |= pairs.load(fromByteOffset: Int(truncatingIfNeeded: start &* 2), as: UInt8.self)
      found &+= hit == 0 ? 0 : 1
    }
    places[size] = UInt64(touched)
    for index in 0..<found {
      let place = places[index]
      var pair = pairs + Int(truncatingIfNeeded: place & 0xFF_FFFF_FFFF) &* 2
      let length = place >> 40
      let end = pair + Int(truncatingIfNeeded: length) &* 2
      if length == dense {
        var block = blocks
        while pair < end {
          let weights = SIMD16<Int16>(truncatingIfNeeded: pair.loadUnaligned(as: SIMD16<Int8>.self))
          let sum = block.loadUnaligned(as: SIMD16<Int16>.self) &+ weights
          block.storeBytes(of: sum, as: SIMD16<Int16>.self)
          pair += 16
          block += 32
        }
        continue
      }
      while pair < end {
        let answer = Int(pair.load(as: UInt8.self))
        scores[answer] &+= Int16(pair.load(fromByteOffset: 1, as: Int8.self))
        pair += 2
      }
    }
  }

  /// The answer with the highest score, the first of equals, and whether no other comes within `margin` of it.
  @inline(__always)
  package func best(_ scores: UnsafeMutablePointer<Int16>, margin: Int16) -> (answer: Int, isClear: Bool) {
    let blocks = UnsafeMutableRawPointer(scores)
    let size = scoreCount &* 2
    var highest = blocks.loadUnaligned(as: SIMD8<Int16>.self)
    for offset in stride(from: 16, to: size, by: 16) {
      let block = blocks.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self)
      highest.replace(with: block, where: block .> highest)
    }
    let best = highest.max()
    let near = SIMD8<Int16>(repeating: best &- margin)
    var rivals = SIMD8<Int16>()
    for offset in stride(from: 0, to: size, by: 16) {
      let block = blocks.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self)
      rivals &+= SIMD8<Int16>().replacing(with: SIMD8<Int16>(repeating: 1), where: block .> near)
    }
    var answer = 0
    while answer < answers &- 1, scores[answer] != best { answer &+= 1 }
    return (answer, rivals.wrappedSum() <= 1)
  }

  private static func densePairs(_ answers: Int) -> Int { (answers + 15) / 16 * 8 }

  /// About how many bytes a feature takes in a section.
  package static func size(_ feature: Feature, answers: Int) -> Int {
    7 + bytes(feature, answers: answers).count
  }

  /// The bytes of one feature's weights: a list of pairs, or all of them if that is hardly longer.
  private static func bytes(_ feature: Feature, answers: Int) -> [UInt8] {
    let dense = densePairs(answers)
    guard feature.weights.count * 5 > answers * 2 || feature.weights.count >= dense else {
      return feature.weights.flatMap { [$0.answer, UInt8(bitPattern: $0.weight)] }
    }
    var bytes = [UInt8](repeating: 0, count: dense * 2)
    for (answer, weight) in feature.weights { bytes[Int(answer)] = UInt8(bitPattern: weight) }
    return bytes
  }

  /// A feature with its weights, as the trainer gives them.
  package struct Feature: Sendable {
    package var hash: UInt64
    package var weights: [(answer: UInt8, weight: Int8)]

    package init(hash: UInt64, weights: [(answer: UInt8, weight: Int8)]) {
      self.hash = hash
      self.weights = weights
    }

    var strength: Int { weights.reduce(0) { max($0, abs(Int($1.weight))) } }
  }

  /// Lays features out as a section; from a bucket that overflows the weakest are left out.
  package static func build(_ features: [Feature], answers: Int) -> [UInt8] {
    let count = max(1, features.count * 10 / 24)
    var order: [[Int]] = Array(repeating: [], count: count)
    for (index, feature) in features.enumerated() {
      order[bucket(of: feature.hash, among: UInt64(count))].append(index)
    }
    var head: [UInt8] = []
    head.append(littleEndian: UInt32(answers))
    head.append(littleEndian: UInt32(count))
    head.append(littleEndian: UInt64(0))
    var body: [UInt8] = []
    for list in order {
      var kept: [Feature] = []
      var lists: [UInt8] = []
      var ends: [UInt8] = []
      for index in list.sorted(by: { (features[$0].strength, $1) > (features[$1].strength, $0) }) {
        let check = UInt16(truncatingIfNeeded: features[index].hash)
        let weights = bytes(features[index], answers: answers)
        guard kept.count < slots, !kept.contains(where: { UInt16(truncatingIfNeeded: $0.hash) == check }),
          let end = UInt8(exactly: (lists.count + weights.count) / 2)
        else { continue }
        kept.append(features[index])
        lists += weights
        ends.append(end)
      }
      head.append(littleEndian: UInt32(body.count / 2))
      for slot in 0..<slots { head.append(slot < ends.count ? ends[slot] : ends.last ?? 0) }
      for slot in 0..<slots {
        head.append(littleEndian: slot < kept.count ? UInt16(truncatingIfNeeded: kept[slot].hash) : 0)
      }
      body += lists
    }
    return head + body + [0, 0]
  }
}
