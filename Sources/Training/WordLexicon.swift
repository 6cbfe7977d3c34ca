import Documents
import Linguistics
import ModelFiles

/// Counts words and their tags in a treebank and lays out the model's word table.
final class WordLexicon: @unchecked Sendable {
  /// A form seen less often is an unknown word to the parser.
  static let knownAt = 3
  /// A form seen so often has its set of tags as a feature.
  static let lexicalAt = 4
  /// A form seen so often with one tag in `onlyShare` of the cases is not scored at all.
  static let onlyAt = 10
  static let onlyShare = 0.99

  let section: [UInt8]
  private let file: MappedFile
  let table: WordTable

  init?(_ sentences: [TreebankSentence], tags: TagNumbers, clusters: [UInt64: ClusterPath]) {
    var counts: [UInt64: [[UInt8: Int]]] = [:]
    var folded = FoldedForm()
    for sentence in sentences {
      for (index, form) in sentence.forms.enumerated() {
        form.withUnsafeBufferPointer { folded.read($0, from: 0, to: $0.count) }
        let tag = tags.number(sentence.coarse[index], sentence.fine[index]) ?? TagSet.none
        counts[folded.hash, default: [[:], [:], [:]]][folded.form.slot][tag, default: 0] += 1
      }
    }
    var entries: [(hash: UInt64, entry: WordEntry)] = []
    for hash in Set(counts.keys).union(clusters.keys).sorted() {
      var entry = WordEntry(check: WordEntry.check(hash))
      let bySlot = counts[hash] ?? [[:], [:], [:]]
      var all: [UInt8: Int] = [:]
      for slot in bySlot { all.merge(slot, uniquingKeysWith: +) }
      let count = all.values.reduce(0, +)
      entry.isKnown = count >= Self.knownAt
      if let cluster = clusters[hash] {
        entry.path = cluster.path
        entry.pathLength = cluster.length
        entry.cluster = cluster.number
        entry.casing = cluster.casing
      } else if count < Self.knownAt {
        continue
      }
      if count >= Self.lexicalAt { entry.lexical = Self.tagSetHash(all, count) }
      entry.onlyTags = (Self.only(bySlot[0]), Self.only(bySlot[1]), Self.only(bySlot[2]))
      entries.append((hash, entry))
    }
    section = WordTable.build(entries)
    file = MappedFile(copying: section)
    guard let table = WordTable(file.bytes) else { return nil }
    self.table = table
  }

  /// A number from 1 for the set of tags that make up at least a twentieth each.
  private static func tagSetHash(_ counts: [UInt8: Int], _ total: Int) -> UInt16 {
    var hash: UInt64 = 0
    for (tag, count) in counts.sorted(by: { $0.key < $1.key }) where count * 20 >= total {
      hash = mixed(hash ^ UInt64(tag) &+ 77)
    }
    return max(1, UInt16(truncatingIfNeeded: hash >> 48))
  }

  private static func only(_ counts: [UInt8: Int]) -> UInt8 {
    let total = counts.values.reduce(0, +)
    guard total >= onlyAt, let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return TagSet.none
    }
    return Double(best.value) >= onlyShare * Double(total) ? best.key : TagSet.none
  }
}

/// Numbers of the joint tags that a treebank has at least three times.
struct TagNumbers: Sendable {
  let tagSet: TagSet
  private let numbers: [TagSet.Tag: UInt8]

  init(_ sentences: [TreebankSentence]) {
    var counts: [TagSet.Tag: Int] = [:]
    for sentence in sentences {
      for (coarse, fine) in zip(sentence.coarse, sentence.fine) { counts[TagSet.Tag(coarse, fine), default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= 3 }.sorted { a, b in
      (b.value, a.key.coarse.rawValue, a.key.fine.rawValue) < (a.value, b.key.coarse.rawValue, b.key.fine.rawValue)
    }
    let tags = kept.prefix(TagSet.limit).map(\.key)
    tagSet = TagSet(tags)
    numbers = Dictionary(uniqueKeysWithValues: zip(tags, (0...).lazy.map { UInt8($0) }))
  }

  func number(_ coarse: UPOS, _ fine: XPOS) -> UInt8? { numbers[TagSet.Tag(coarse, fine)] }
}
