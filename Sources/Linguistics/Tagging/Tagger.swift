/// Tags a sentence from left to right, greedily: a word that the treebanks nearly always tag alike is looked up,
/// the others are scored by an averaged perceptron (Collins 2002).
package struct Tagger {
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
          let size = TaggerFeatures.extract(word, previous: previous, beforeThat: beforeThat, into: features.base)
          table.score(features.base, size, places: places.base, into: scores.base)
          tag = 0
          var best = scores[0]
          for answer in 1..<table.answers where scores[answer] > best {
            best = scores[answer]
            tag = answer
          }
        }
        tags[index] = UInt8(truncatingIfNeeded: tag)
        beforeThat = previous
        previous = atoms[tag]
      }
    }
  }
}
