/// The features of the named-entity tagger, for one token given the two labels before it.
package enum EntityFeatures {
  package static let capacity = 64

  /// Writes the hashes for the token that `word` and `tag` point to and gives their number. Two words and two tags
  /// on both sides must be readable.
  ///
  /// Words count only if they stand in the table of clusters (words of five documents or more): of rarer ones the
  /// model sees shape, ending and tag, so that it learns no names.
  @inline(__always)
  package static func extract(
    _ word: UnsafePointer<WordAtoms>, _ tag: UnsafePointer<UInt64>, previous l1: UInt8, beforeThat l2: UInt8,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var list = FeatureList(out)
    let w = word[0].common
    let before = word[-1].common
    let after = word[1].common
    let label = FeatureList.label(l1)
    let labels = label ^ rotated(FeatureList.label(l2), 9)
    list.add(label)
    list.add(labels)
    list.add(w)
    list.add(w, label)
    list.add(w, before)
    list.add(w, after)
    list.add(before)
    list.add(after)
    list.add(before, label)
    list.add(after, label)
    list.add(word[-2].common)
    list.add(word[2].common)
    list.add(word[-2].common, before)
    list.add(after, word[2].common)
    list.add(before, word[0].shape, after)
    list.add(word[0].shape)
    list.add(word[0].shape, label)
    list.add(word[-1].shape, word[0].shape, word[1].shape)
    list.add(word[0].shape, tag[0])
    list.add(word[0].suffix2)
    list.add(word[0].suffix3)
    list.add(word[0].suffix4)
    list.add(word[0].prefix3)
    list.add(word[1].suffix3, label)
    list.add(word[-1].suffix3)
    list.add(tag[0])
    list.add(tag[0], label)
    list.add(tag[-1], tag[0])
    list.add(tag[0], tag[1])
    list.add(tag[-1], tag[0], tag[1])
    list.add(tag[-2], tag[-1], tag[0])
    list.add(tag[0], tag[1], tag[2])
    list.add(tag[1], label)
    list.add(word[0].cluster)
    list.add(word[0].cluster, label)
    list.add(word[0].cluster8, tag[0])
    list.add(word[-1].cluster, label)
    list.add(word[-1].cluster8, tag[0])
    list.add(word[1].cluster, label)
    list.add(word[1].cluster8, tag[0])
    list.add(word[2].cluster)
    list.add(word[-2].cluster)
    list.add(word[-1].cluster, word[0].cluster, word[1].cluster)
    list.add(word[0].cluster, word[1].cluster, label)
    list.add(before, tag[0], label)
    list.add(after, tag[0], label)
    return list.count
  }
}
