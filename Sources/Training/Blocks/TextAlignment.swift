/// Aligns a page's words with its gold body: which words of the page the body holds, each of the body's words used once
/// and in order.
///
/// Runs of words that stand once in the body are anchors (as in patience diff); between two anchors shorter runs are
/// tried, and small gaps are aligned by their longest common subsequence.
struct TextAlignment {
  private let page: [UInt64]
  private let gold: [UInt64]
  /// For each word of the page whether the gold body holds it.
  private(set) var isHeld: [Bool]

  private static let smallGap = 200_000

  init(page: [UInt64], gold: [UInt64]) {
    self.page = page
    self.gold = gold
    isHeld = [Bool](repeating: false, count: page.count)
    align(0..<page.count, 0..<gold.count, run: 6)
  }

  private mutating func align(_ pageRange: Range<Int>, _ goldRange: Range<Int>, run: Int) {
    guard !pageRange.isEmpty, !goldRange.isEmpty else { return }
    if pageRange.count * goldRange.count <= Self.smallGap {
      alignSmall(pageRange, goldRange)
      return
    }
    guard run >= 2 else { return }
    let anchors = anchors(pageRange, goldRange, run: run)
    var (pageStart, goldStart) = (pageRange.lowerBound, goldRange.lowerBound)
    for (pagePlace, goldPlace) in anchors where pagePlace >= pageStart && goldPlace >= goldStart {
      align(pageStart..<pagePlace, goldStart..<goldPlace, run: run - 1)
      var length = 0
      while pagePlace + length < pageRange.upperBound, goldPlace + length < goldRange.upperBound,
        page[pagePlace + length] == gold[goldPlace + length]
      {
        isHeld[pagePlace + length] = true
        length += 1
      }
      (pageStart, goldStart) = (pagePlace + length, goldPlace + length)
    }
    align(pageStart..<pageRange.upperBound, goldStart..<goldRange.upperBound, run: run - 1)
  }

  /// Places of runs that stand once in the gold's range, in the longest order that both share. The page may have a run
  /// several times: some hold their article twice.
  private func anchors(_ pageRange: Range<Int>, _ goldRange: Range<Int>, run: Int) -> [(Int, Int)] {
    var inGold: [UInt64: Int] = [:]
    for (hash, place) in Self.runs(gold, goldRange, run) { inGold[hash] = inGold[hash] == nil ? place : -1 }
    let pairs = Self.runs(page, pageRange, run).compactMap { hash, place in
      inGold[hash].flatMap { $0 >= 0 ? (place, $0) : nil }
    }
    return increasing(pairs)
  }

  private static func runs(_ words: [UInt64], _ range: Range<Int>, _ run: Int) -> [(hash: UInt64, place: Int)] {
    guard range.count >= run else { return [] }
    return (range.lowerBound...(range.upperBound - run)).map { start in
      (words[start..<(start + run)].reduce(7) { ($0 ^ $1) &* 0x9FB2_1C65_1E98_DF25 }, start)
    }
  }

  /// The longest run of pairs whose second numbers rise.
  private func increasing(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var result: [(Int, Int)] = []
    var place = tails.last ?? -1
    while place >= 0 {
      result.append(pairs[place])
      place = previous[place]
    }
    return result.reversed()
  }

  /// Longest common subsequence by its table.
  private mutating func alignSmall(_ pageRange: Range<Int>, _ goldRange: Range<Int>) {
    let width = goldRange.count + 1
    var lengths = [UInt16](repeating: 0, count: (pageRange.count + 1) * width)
    for row in stride(from: pageRange.count - 1, through: 0, by: -1) {
      for column in stride(from: goldRange.count - 1, through: 0, by: -1) {
        let isSame = page[pageRange.lowerBound + row] == gold[goldRange.lowerBound + column]
        lengths[row * width + column] =
          isSame
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < pageRange.count, column < goldRange.count {
      if page[pageRange.lowerBound + row] == gold[goldRange.lowerBound + column] {
        isHeld[pageRange.lowerBound + row] = true
        row += 1
        column += 1
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
