import Documents

/// Compares extracted texts with gold bodies as scrapinghub/article-extraction-benchmark does: four-word shingles as
/// multisets, each page's hits and misses divided by their sum, precision and recall averaged over pages.
package struct ShingleScore: Sendable {
  private var precisions: [Double] = []
  private var recalls: [Double] = []
  private var ownF1: [Double] = []

  package init() {}

  package mutating func add(gold: [UInt64], found: [UInt64]) {
    let (goldGrams, foundGrams) = (Self.shingles(gold), Self.shingles(found))
    let shared = Self.shared(goldGrams, foundGrams)
    let total = Double(goldGrams.count + foundGrams.count - shared)
    guard total > 0 else {
      ownF1.append(1)
      return
    }
    let hits = Double(shared) / total
    let wrong = Double(foundGrams.count - shared) / total
    let missed = Double(goldGrams.count - shared) / total
    if hits + wrong > 0 { precisions.append(hits / (hits + wrong)) }
    if hits + missed > 0 { recalls.append(hits / (hits + missed)) }
    ownF1.append(2 * hits / (2 * hits + wrong + missed))
  }

  package var pages: Int { ownF1.count }
  package var precision: Double { mean(precisions) }
  package var recall: Double { mean(recalls) }
  package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
  /// Mean of the pages' own F1.
  package var pageF1: Double { mean(ownF1) }
  package var lastF1: Double { ownF1.last ?? 0 }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Hashes of all runs of four words, sorted; of a shorter text its words as one.
  private static func shingles(_ words: [UInt64]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let size = min(4, words.count)
    return (0...(words.count - size)).map { start in
      words[start..<(start + size)].reduce(UInt64(size)) { ($0 ^ $1) &* 0x9FB2_1C65_1E98_DF25 }
    }.sorted()
  }

  /// How many entries two sorted multisets share.
  private static func shared(_ first: [UInt64], _ second: [UInt64]) -> Int {
    var (left, right, result) = (0, 0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        result += 1
        left += 1
        right += 1
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return result
  }

  /// Hashes of a text's words: runs of letters, digits and underscores of any script, case kept.
  package static func words(_ text: some Sequence<UInt8>) -> [UInt64] {
    var result: [UInt64] = []
    var hash: UInt64 = 0
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      if isWord(scalar) {
        hash = (hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash) ^ UInt64(scalar.value)
        hash = hash &* 0x9FB2_1C65_1E98_DF25
        hash ^= hash >> 29
      } else if hash != 0 {
        result.append(hash)
        hash = 0
      }
    }
    if hash != 0 { result.append(hash) }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
