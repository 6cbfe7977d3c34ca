#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Word classes by the exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): words move, one at
/// a time, to the class under which a class bigram model makes the text most likely.
struct ExchangeClustering {
  /// Neighbours of a word: number and how often.
  private typealias Neighbours = [(word: Int32, count: Int32)]

  let classes: Int
  let rounds: Int
  private let wordCount: Int
  private var left: [Neighbours] = []
  private var right: [Neighbours] = []
  private var counts: [Int] = []
  /// Class of each word; words 0 and 1 (boundary and rare) have their own and never move.
  private(set) var classOf: [Int32]
  /// Bigram counts between classes, row by row, and the classes' counts.
  private(set) var pairs: [Int32]
  private(set) var totals: [Int]
  private let entropy: [Float]

  /// `text` in numbers below `wordCount`, ordered by frequency from 2 on.
  init(text: [Int32], wordCount: Int, classes: Int, rounds: Int) {
    self.classes = classes
    self.rounds = rounds
    self.wordCount = wordCount
    classOf = (0..<wordCount).map { Int32($0 < classes ? $0 : 2 + $0 % (classes - 2)) }
    pairs = [Int32](repeating: 0, count: classes * classes)
    totals = [Int](repeating: 0, count: classes)
    counts = [Int](repeating: 0, count: wordCount)
    entropy = (0..<(1 << 20)).map { $0 == 0 ? 0 : Float($0) * logf(Float($0)) }
    var bigrams: [UInt64: Int32] = [:]
    for (a, b) in zip(text, text.dropFirst()) { bigrams[UInt64(a) << 32 | UInt64(b), default: 0] += 1 }
    for word in text { counts[Int(word)] += 1 }
    left = Array(repeating: [], count: wordCount)
    right = Array(repeating: [], count: wordCount)
    for (key, count) in bigrams.sorted(by: { $0.key < $1.key }) {
      let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      right[a].append((Int32(b), count))
      left[b].append((Int32(a), count))
      pairs[Int(classOf[a]) * classes + Int(classOf[b])] += count
    }
    for word in 0..<wordCount { totals[Int(classOf[word])] += counts[word] }
  }

  /// Runs all rounds.
  mutating func run(log: (String) -> Void) {
    for round in 0..<rounds {
      var moves = 0
      for word in 2..<wordCount where move(word) { moves += 1 }
      log("clusters: round \(round + 1), \(moves) words moved")
      if moves * 200 < wordCount { break }
    }
  }

  private func h(_ count: Int) -> Float {
    count < entropy.count ? entropy[max(0, count)] : Float(count) * logf(Float(count))
  }

  /// Takes a word out of its class and puts it where it fits best; says whether that is another class.
  private mutating func move(_ word: Int) -> Bool {
    var before = [Int32](repeating: 0, count: classes)
    var after = [Int32](repeating: 0, count: classes)
    var own: Int32 = 0
    for (other, count) in left[word] {
      if Int(other) == word { own += count } else { before[Int(classOf[Int(other)])] += count }
    }
    for (other, count) in right[word] where Int(other) != word { after[Int(classOf[Int(other)])] += count }
    let old = Int(classOf[word])
    add(word, to: old, before, after, own, sign: -1)
    let befores = before.indices.filter { before[$0] > 0 }
    let afters = after.indices.filter { after[$0] > 0 }
    let total = counts[word]
    var best = old
    var bestGain = -Float.infinity
    pairs.withUnsafeBufferPointer { pairs in
      entropy.withUnsafeBufferPointer { entropy in
        for candidate in 2..<classes {
          var gain: Float = 0
          for other in befores where other != candidate {
            let count = Int(pairs[other * classes + candidate])
            gain += entropy[count + Int(before[other])] - entropy[count]
          }
          let row = candidate * classes
          for other in afters where other != candidate {
            let count = Int(pairs[row + other])
            gain += entropy[count + Int(after[other])] - entropy[count]
          }
          let inside = Int(pairs[row + candidate])
          gain += h(inside + Int(before[candidate] + after[candidate] + own)) - h(inside)
          gain -= 2 * (h(totals[candidate] + total) - h(totals[candidate]))
          if gain > bestGain + 1e-3 || gain > bestGain && candidate == old {
            bestGain = gain
            best = candidate
          }
        }
      }
    }
    add(word, to: best, before, after, own, sign: 1)
    classOf[word] = Int32(best)
    return best != old
  }

  private mutating func add(
    _ word: Int, to target: Int, _ before: [Int32], _ after: [Int32], _ own: Int32, sign: Int32
  ) {
    for other in 0..<classes {
      if before[other] > 0 { pairs[other * classes + target] += sign * before[other] }
      if after[other] > 0 { pairs[target * classes + other] += sign * after[other] }
    }
    pairs[target * classes + target] += sign * own
    totals[target] += Int(sign) * counts[word]
  }
}
