import Documents

/// Finds named entities in a tagged sentence: each token begins a name (of four kinds), goes on with one or is
/// outside.
package struct EntityTagger {
  /// 0 outside; 1 + 2k begins and 2 + 2k goes on with the kind of number k in `EntitySpan.Kind.allCases`.
  package static let answers = 1 + 2 * EntitySpan.Kind.allCases.count

  private let table: SparseTable
  private let tagSet: TagSet
  private let tags = Scratch<UInt64>(capacity: 256, filler: 0)
  private let features = Scratch<UInt64>(capacity: EntityFeatures.capacity, filler: 0)
  private let places = Scratch<UInt64>(capacity: EntityFeatures.capacity + 1, filler: 0)
  private let scores = Scratch<Int16>(capacity: 256, filler: 0)

  package init(table: SparseTable, tagSet: TagSet) {
    self.table = table
    self.tagSet = tagSet
  }

  /// Whether a label may follow another.
  @inline(__always)
  package static func allows(_ label: Int, after previous: UInt8) -> Bool {
    label == 0 || label & 1 == 1 || Int(previous) == label || Int(previous) == label - 1
  }

  /// Whether a token can only be outside: nothing goes on, and it has neither capitals nor a name's tag.
  @inline(__always)
  package static func isOutside(_ word: WordAtoms, isName: Bool, after previous: UInt8) -> Bool {
    previous == 0 && word.form.capitals == .none && !isName
  }

  /// Writes tag atoms with two more on each side, and gives a pointer to the first.
  package static func atoms(
    of tags: UnsafePointer<UInt8>, _ count: Int, _ tagSet: TagSet, into out: Scratch<UInt64>
  ) -> UnsafePointer<UInt64> {
    out.reserve(count + 4)
    let none = tagSet.atoms[tagSet.tags.count]
    out[0] = none
    out[1] = none
    for index in 0..<count { out[index + 2] = tagSet.atoms[Int(tags[index])] }
    out[count + 2] = none
    out[count + 3] = none
    return UnsafePointer(out.base + 2)
  }

  /// Appends the entities of a sentence whose first token has the number `first` in the document. Two words before
  /// and after must be readable.
  package func find(
    _ words: UnsafePointer<WordAtoms>, _ count: Int, tags: UnsafePointer<UInt8>, first: Int,
    into entities: inout [EntitySpan]
  ) {
    let atoms = Self.atoms(of: tags, count, tagSet, into: self.tags)
    var previous: UInt8 = 0
    var beforeThat: UInt8 = 0
    var start = 0
    for index in 0...count {
      var label: UInt8 = 0
      if index < count {
        let isName = tagSet.isName[Int(tags[index])]
        if !Self.isOutside(words[index], isName: isName, after: previous) {
          let size = EntityFeatures.extract(
            words + index, atoms + index, previous: previous, beforeThat: beforeThat, into: features.base)
          table.score(features.base, size, places: places.base, into: scores.base)
          label = best(after: previous)
        }
      }
      if previous != 0, label == 0 || label & 1 == 1 {
        let kind = EntitySpan.Kind.allCases[Int(previous - 1) / 2]
        entities.append(EntitySpan(tokens: (first + start)..<(first + index), kind: kind))
      }
      if label & 1 == 1 { start = index }
      beforeThat = previous
      previous = label
    }
  }

  private func best(after previous: UInt8) -> UInt8 {
    var best = 0
    for label in 1..<Self.answers where scores[label] > scores[best] && Self.allows(label, after: previous) {
      best = label
    }
    return UInt8(best)
  }
}

extension WordAtoms {
  /// The word if it is in the table of clusters, else its shape.
  @inline(__always)
  package var common: UInt64 { hasCluster ? word : shape }
}
