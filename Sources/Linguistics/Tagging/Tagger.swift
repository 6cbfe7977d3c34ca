/// Tags a sentence from left to right, greedily: a word that the treebanks nearly always tag alike is looked up,
/// the others are scored by an averaged perceptron (Collins 2002).
package struct Tagger {
  /// A lead after the first group of features that the second hardly ever makes good (three words in ten thousand
  /// come out otherwise).
  static let clearLead: Int16 = 160

  private let table: SparseTable
  private let tagSet: TagSet
  private let features = Scratch<UInt64>(capacity: TaggerFeatures.capacity, filler: 0)
  private let places = Scratch<UInt64>(capacity: TaggerFeatures.capacity + 1, filler: 0)
  private let scores = Scratch<Int16>(capacity: 256, filler: 0)

  package init(table: SparseTable, tagSet: TagSet) {
    self.table = table
    self.tagSet = tagSet
  }

  /// Writes the tags of `count` words; two words before and after them must be readable.
  package func tag(_ words: UnsafePointer<WordAtoms>, _ count: Int, into tags: UnsafeMutablePointer<UInt8>) {
    tagSet.atoms.withUnsafeBufferPointer { atoms in
      let none = atoms[tagSet.tags.count]
      var previous = none
      var beforeThat = none
      for index in 0..<count {
        let word = words + index
        var tag = Int(word.pointee.onlyTag)
        if tag >= tagSet.tags.count {
          tag = score(word, previous, beforeThat)
        }
        tags[index] = UInt8(truncatingIfNeeded: tag)
        beforeThat = previous
        previous = atoms[tag]
      }
    }
  }

  @inline(__always)
  private func score(_ word: UnsafePointer<WordAtoms>, _ previous: UInt64, _ beforeThat: UInt64) -> Int {
    let first = TaggerFeatures.extractFirst(word, previous: previous, beforeThat: beforeThat, into: features.base)
    table.score(features.base, first, places: places.base, into: scores.base)
    let (answer, isClear) = table.best(scores.base, margin: Self.clearLead)
    if isClear { return answer }
    let rest = TaggerFeatures.extractRest(word, previous: previous, into: features.base)
    table.add(features.base, rest, places: places.base, to: scores.base)
    return table.best(scores.base, margin: 0).answer
  }
}
