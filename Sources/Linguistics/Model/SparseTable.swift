import ModelFiles

/// Weights of a question with many answers, of which each feature touches a few.
///
/// The section: number of answers and of buckets (UInt32 each, then zeros up to byte 16), the buckets, then the
/// weights. A bucket of 16 bytes holds up to four features: where its weights begin (UInt32, in pairs), how many
/// each feature has (4 × UInt8), the checks (4 × UInt16, the low bits of the hashes). A weight is a pair of answer
/// (UInt8) and value (Int8); the four features' weights follow one another. A feature that meets more than half of
/// the answers has one weight for each of them instead, answers rounded up to a multiple of 16: added sixteen at a
/// time. It is told by its size, which no list has.
package struct SparseTable: @unchecked Sendable {
  package static let slots = 4
  private static let head = 16

  private let buckets: UnsafeRawPointer
  private let pairs: UnsafeRawPointer
  private let count: UInt64
  package let answers: Int
  /// Size of a feature with a weight for each answer, in pairs.
  private let dense: UInt64

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
      let sizes = bucket >> 32
      let sum = (sizes & 0x00FF_00FF) + (sizes >> 8 & 0x00FF_00FF)
      guard bucket & 0xFFFF_FFFF + (sum & 0xFFFF) + (sum >> 16) <= last else { return nil }
    }
  }

  /// Adds up the weights of the features. `places` is room for one more value than there are features; `scores`
  /// must have 256 places and be aligned to 32 bytes.
  ///
  /// Features are looked up first and those found are touched, so that the cache misses overlap; then their
  /// weights are added.
  package func score(
    _ features: UnsafePointer<UInt64>, _ size: Int, places: UnsafeMutablePointer<UInt64>,
    into scores: UnsafeMutablePointer<Int16>
  ) {
    let blocks = UnsafeMutableRawPointer(scores)
    for answer in 0..<Int(truncatingIfNeeded: dense &* 2) { scores[answer] = 0 }
    var touched: UInt8 = 0
    for index in 0..<size {
      let place = bucket(of: features[index], among: count) &* Self.head
      places[index] = UInt64(truncatingIfNeeded: place)
      touched |= buckets.load(fromByteOffset: place, as: UInt8.self)
    }
    let ones: UInt64 = 0x0001_0001_0001_0001
    var found = 0
    for index in 0..<size {
      let address = buckets + Int(truncatingIfNeeded: places[index])
      let bucket = address.load(as: UInt64.self)
      let checks = address.load(fromByteOffset: 8, as: UInt64.self)
      let difference = checks ^ ((features[index] & 0xFFFF) &* ones)
      let hit = (difference &- ones) & ~difference & 0x8000_8000_8000_8000
      let bit = UInt64(truncatingIfNeeded: hit.trailingZeroBitCount) >> 4
      // The sizes of the slots before this one, and its own.
      let sizes = bucket >> 32
      let own = sizes >> ((bit & 3) &* 8) & 0xFF
      let before = sizes & ((1 << ((bit & 3) &* 8)) &- 1)
      let sum = (before & 0x00FF_00FF) &+ (before >> 8 & 0x00FF_00FF)
      let start = (bucket & 0xFFFF_FFFF) &+ (sum & 0xFFFF) &+ (sum >> 16)
      places[found] = start | own << 40
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
      for index in list.sorted(by: { (features[$0].strength, $1) > (features[$1].strength, $0) }) {
        let check = UInt16(truncatingIfNeeded: features[index].hash)
        guard kept.count < slots, !kept.contains(where: { UInt16(truncatingIfNeeded: $0.hash) == check }) else {
          continue
        }
        kept.append(features[index])
      }
      head.append(littleEndian: UInt32(body.count / 2))
      let lists = kept.map { bytes($0, answers: answers) }
      for slot in 0..<slots { head.append(slot < kept.count ? UInt8(lists[slot].count / 2) : 0) }
      for slot in 0..<slots {
        head.append(littleEndian: slot < kept.count ? UInt16(truncatingIfNeeded: kept[slot].hash) : 0)
      }
      for list in lists { body += list }
    }
    return head + body + [0, 0]
  }
}
