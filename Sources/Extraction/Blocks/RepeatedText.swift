/// Finds text that stands on a page several times: teasers of what is told below, copies for other screens.
struct RepeatedText: Sendable {
  /// Of each block: how many blocks have the same text; the share of its runs of four words that stand in another block;
  /// the share that stand in an earlier one.
  private var same: [Float]
  private var elsewhere: [Float]
  private var earlier: [Float]

  init(_ page: PageBlocks) {
    let count = page.blocks.count
    same = [Float](repeating: 1, count: count)
    elsewhere = [Float](repeating: 0, count: count)
    earlier = elsewhere
    var whole = BlockTable(capacity: count)
    let texts = page.blocks.map { whole.add(page.text[$0.range].reduce(WordHash.seed, WordHash.step), block: 0) }
    for index in 0..<count { same[index] = Float(whole.times[texts[index]]) }

    var runs: [UInt64] = []
    var ends: [Int] = []
    runs.reserveCapacity(page.text.count / 5)
    for block in page.blocks {
      WordRuns.read(page.text[block.range], length: 4) { runs.append($0) }
      ends.append(runs.count)
    }
    var table = BlockTable(capacity: runs.count)
    var places: [Int32] = []
    places.reserveCapacity(runs.count)
    for index in 0..<count {
      for run in runs[places.count..<ends[index]] { places.append(Int32(table.add(run, block: Int32(index)))) }
    }
    var start = 0
    for index in 0..<count {
      let own = places[start..<ends[index]]
      for place in own.lazy.map(Int.init) {
        if table.first[place] != table.last[place] { elsewhere[index] += 1 }
        if table.first[place] < Int32(index) { earlier[index] += 1 }
      }
      elsewhere[index] /= Float(max(1, own.count))
      earlier[index] /= Float(max(1, own.count))
      start = ends[index]
    }
  }

  func append(_ index: Int, to table: inout [Float]) {
    table.append(same[index])
    table.append(elsewhere[index])
    table.append(earlier[index])
  }
}

/// Runs of words as hashes, one for each place where so many words follow each other.
enum WordRuns {
  @inline(__always)
  static func read(_ bytes: some Sequence<UInt8>, length: Int, _ take: (UInt64) -> Void) {
    var recent: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var words = 0
    var hash = WordHash.seed
    var isOpen = false
    func end() {
      recent = (recent.1, recent.2, recent.3, hash)
      words += 1
      hash = WordHash.seed
      isOpen = false
      guard words >= length else { return }
      let first = length > 3 ? recent.0 : 0
      take(((first &* 31 &+ recent.1) &* 31 &+ recent.2) &* 31 &+ recent.3)
    }
    for byte in bytes {
      if byte.isWordByte {
        hash = WordHash.step(hash, byte)
        isOpen = true
      } else if isOpen {
        end()
      }
    }
    if isOpen { end() }
  }
}

/// An open table from hashes to the first and last block that they were seen in, and how often.
private struct BlockTable {
  private var keys: [UInt64]
  private(set) var first: [Int32]
  private(set) var last: [Int32]
  private(set) var times: [Int32]
  private let mask: Int

  /// Holds up to `capacity` hashes.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    first = [Int32](repeating: 0, count: size)
    last = first
    times = first
  }

  /// The place of a hash, blocks coming in order.
  mutating func add(_ hash: UInt64, block: Int32) -> Int {
    let key = hash | 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    if keys[place] == 0 {
      keys[place] = key
      first[place] = block
    }
    last[place] = block
    times[place] += 1
    return place
  }
}
