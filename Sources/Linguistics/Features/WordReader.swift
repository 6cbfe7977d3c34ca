import Documents

/// Turns a document's tokens into ``WordAtoms``.
package struct WordReader {
  private let table: WordTable
  private var folded = FoldedForm()

  package init(table: WordTable) { self.table = table }

  /// Reads one token; the range must lie inside the text.
  @inline(__always)
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> WordAtoms {
    folded.read(text, from: start, to: end)
    var atoms = WordAtoms()
    let hash = folded.hash
    let tail = folded.tail
    let front = folded.front
    let form = folded.form
    let code = form.code
    atoms.word = hash
    atoms.form = form
    atoms.shape = mixed(code &+ 0x5A_0000)
    atoms.suffix1 = mixed(tail & 0xFF | 1 << 60)
    atoms.suffix2 = mixed(tail & 0xFFFF | 2 << 60)
    atoms.suffix3 = mixed(tail & 0xFF_FFFF | 3 << 60)
    atoms.suffix4 = mixed(tail & 0xFFFF_FFFF | 4 << 60)
    atoms.suffix5 = mixed(tail & 0xFF_FFFF_FFFF | 5 << 60)
    atoms.prefix1 = mixed(front & 0xFF | 6 << 60)
    atoms.prefix2 = mixed(front & 0xFFFF | 7 << 60)
    atoms.prefix3 = mixed(front & 0xFF_FFFF | 8 << 60)
    if let entry = table.find(hash) {
      let slot = form.slot
      atoms.onlyTag = slot == 0 ? entry.onlyTags.0 : slot == 1 ? entry.onlyTags.1 : entry.onlyTags.2
      atoms.lexical = mixed(UInt64(entry.lexical) | 1 << 40)
      atoms.known = entry.isKnown ? hash : WordReader.unknown(code, tail)
      atoms.hasCluster = entry.cluster != 0
      set(&atoms, path: UInt64(entry.path), length: UInt64(entry.pathLength), number: UInt64(entry.cluster))
    } else {
      atoms.lexical = mixed(1 << 40)
      atoms.known = WordReader.unknown(code, tail)
      set(&atoms, path: 0, length: 0, number: 0)
    }
    return atoms
  }

  /// The class of a word that the treebanks have rarely or never: its shape and last two letters.
  @inline(__always)
  private static func unknown(_ code: UInt64, _ tail: UInt64) -> UInt64 {
    mixed(9 << 60 | code << 16 | tail & 0xFFFF)
  }

  @inline(__always)
  private func set(_ atoms: inout WordAtoms, path: UInt64, length: UInt64, number: UInt64) {
    atoms.cluster4 = mixed(path >> 12 | min(length, 4) << 16 | 1 << 32)
    atoms.cluster6 = mixed(path >> 10 | min(length, 6) << 16 | 1 << 32)
    atoms.cluster8 = mixed(path >> 8 | min(length, 8) << 16 | 1 << 32)
    atoms.cluster = mixed(number | 1 << 33)
  }
}
