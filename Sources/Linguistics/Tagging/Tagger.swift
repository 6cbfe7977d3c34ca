/// Tags a sentence from left to right, greedily: a word that the treebanks nearly always tag alike is looked up,
/// the others are scored by an averaged perceptron (Collins 2002).
package struct Tagger {
  /// A lead before the features of style that these hardly ever make good: three words in ten thousand come out
  /// otherwise.
  package static let clearLead: Int16 = 165
  /// A lead that no tag has: all features are always looked at.
  package static let noLead: Int16 = 16000

  /// How many words' own scores are kept; a power of two.
  private static let remembered = 512

  private let table: SparseTable
  private let tagSet: TagSet
  private let clearLead: Int16
  private let features = Scratch<UInt64>(capacity: TaggerFeatures.capacity, filler: 0)
  private let places = Scratch<UInt64>(capacity: TaggerFeatures.capacity + 1, filler: 0)
  private let scores = Scratch<Int16>(capacity: 256, filler: 0)
  private let rememberedWords = Scratch<UInt64>(capacity: Tagger.remembered, filler: 0)
  private let rememberedScores: Scratch<Int16>

  package init(table: SparseTable, tagSet: TagSet, clearLead: Int16 = Tagger.clearLead) {
    self.clearLead = clearLead
    self.table = table
    self.tagSet = tagSet
    rememberedScores = Scratch(capacity: Self.remembered * table.scoreCount, filler: 0)
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
    scoreWord(word)
    let context = TaggerFeatures.extractContext(
      word, previous: previous, beforeThat: beforeThat, into: features.base)
    table.add(features.base, context, places: places.base, to: scores.base)
    let (answer, isClear) = table.best(scores.base, margin: clearLead)
    if isClear { return answer }
    let style = TaggerFeatures.extractStyle(word, previous: previous, into: features.base)
    table.add(features.base, style, places: places.base, to: scores.base)
    return table.best(scores.base, margin: 0).answer
  }

  /// Sets the scores to what the word alone says; words come again, so their scores are kept for a while.
  @inline(__always)
  private func scoreWord(_ word: UnsafePointer<WordAtoms>) {
    let key = word.pointee.word ^ word.pointee.shape
    let slot = Int(truncatingIfNeeded: key & UInt64(Self.remembered &- 1))
    let size = table.scoreCount
    let kept = rememberedScores.base + slot &* size
    if rememberedWords[slot] == key {
      scores.base.update(from: kept, count: size)
      return
    }
    let count = TaggerFeatures.extractWord(word, into: features.base)
    table.score(features.base, count, places: places.base, into: scores.base)
    rememberedWords[slot] = key
    kept.update(from: scores.base, count: size)
  }
}
