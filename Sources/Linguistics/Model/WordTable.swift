import ModelFiles

/// What the model knows of a folded word form: 16 bytes, found by hash. No word is spelled out in the model.
package struct WordEntry: BitwiseCopyable {
  package static let size = 16

  /// Low half of the form's hash, never 0.
  package var check: UInt32
  /// The first sixteen turns on the way down the tree of clusters, the first one in the highest bit.
  package var path: UInt16 = 0
  /// How many of them count; 0 for a word without a cluster.
  package var pathLength: UInt8 = 0
  /// The number of the word's own cluster; 0 for none.
  package var cluster: UInt16 = 0
  /// Whether the treebanks have the word often enough to be a feature of the parser.
  package var isKnown = false
  /// How it is written inside sentences: 1 nearly always in lower case, 2 mixed, 3 nearly always with a capital;
  /// 0 if that is not known.
  package var casing: UInt8 = 0
  /// The set of tags that it has there, as a hash; 0 if it is too rare to tell.
  package var lexical: UInt16 = 0
  /// The joint tag that it nearly always has in lower case, capitalised and in capitals; 255 for none.
  package var onlyTags: (UInt8, UInt8, UInt8) = (255, 255, 255)

  package init(check: UInt32) { self.check = check }

  package static func check(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash)) }
}

/// An open hash table of ``WordEntry`` in a section of the model.
package struct WordTable: @unchecked Sendable {
  private let base: UnsafeRawPointer
  private let count: Int

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count % WordEntry.size == 0, section.count > 0 else { return nil }
    self.base = base
    count = section.count / WordEntry.size
  }

  @inline(__always)
  package func find(_ hash: UInt64) -> WordEntry? {
    let check = WordEntry.check(hash)
    var index = bucket(of: hash, among: UInt64(count))
    for _ in 0..<min(64, count) {
      let address = base + index &* WordEntry.size
      let found = address.load(as: UInt32.self)
      if found == 0 { return nil }
      if found == check {
        var entry = WordEntry(check: check)
        entry.path = address.load(fromByteOffset: 4, as: UInt16.self)
        entry.pathLength = address.load(fromByteOffset: 6, as: UInt8.self)
        entry.isKnown = address.load(fromByteOffset: 7, as: UInt8.self) != 0
        entry.lexical = address.load(fromByteOffset: 8, as: UInt16.self)
        entry.casing = address.load(fromByteOffset: 13, as: UInt8.self)
        entry.cluster = address.load(fromByteOffset: 14, as: UInt16.self)
        entry.onlyTags = (
          address.load(fromByteOffset: 10, as: UInt8.self), address.load(fromByteOffset: 11, as: UInt8.self),
          address.load(fromByteOffset: 12, as: UInt8.self)
        )
        return entry
      }
      index &+= 1
      if index == count { index = 0 }
    }
    return nil
  }

  /// Lays entries out as a section. Of two forms with one hash the first counts.
  package static func build(_ entries: [(hash: UInt64, entry: WordEntry)]) -> [UInt8] {
    let count = max(16, entries.count * 3 / 2)
    var slots = [WordEntry?](repeating: nil, count: count)
    for (hash, entry) in entries {
      var index = bucket(of: hash, among: UInt64(count))
      while let other = slots[index], other.check != entry.check { index = (index + 1) % count }
      if slots[index] == nil { slots[index] = entry }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * WordEntry.size)
    for slot in slots {
      let entry = slot ?? WordEntry(check: 0)
      bytes.append(littleEndian: entry.check)
      bytes.append(littleEndian: entry.path)
      bytes.append(entry.pathLength)
      bytes.append(entry.isKnown ? 1 : 0)
      bytes.append(littleEndian: entry.lexical)
      bytes += [entry.onlyTags.0, entry.onlyTags.1, entry.onlyTags.2, entry.casing]
      bytes.append(littleEndian: entry.cluster)
    }
    return bytes
  }
}
