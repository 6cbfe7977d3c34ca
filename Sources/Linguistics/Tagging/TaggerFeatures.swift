/// The features of the tagger, for one token given the two tags before it.
package enum TaggerFeatures {
  package static let capacity = 64
  /// Tokens of padding that the caller keeps before and after a sentence.
  package static let padding = 2

  /// What stands beyond the ends of a sentence.
  package static let beyond: WordAtoms = {
    var atoms = WordAtoms()
    atoms.word = mixed(0xC1)
    atoms.known = mixed(0xC2)
    atoms.shape = mixed(0xC3)
    atoms.lexical = mixed(0xC4)
    atoms.suffix2 = mixed(0xC5)
    atoms.suffix3 = mixed(0xC6)
    atoms.cluster4 = mixed(0xC7)
    atoms.cluster6 = mixed(0xC8)
    atoms.cluster8 = mixed(0xC9)
    atoms.cluster = mixed(0xCA)
    return atoms
  }()

  /// Writes the hashes for the token that `word` points to and gives their number.
  @inline(__always)
  package static func extract(
    _ word: UnsafePointer<WordAtoms>, previous t1: UInt64, beforeThat t2: UInt64,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var list = FeatureList(out)
    let lexical = word[0].lexical
    let w = word[0].known
    list.add(w)
    list.add(w, word[0].shape)
    list.add(word[0].shape)
    list.add(word[0].suffix1, word[0].shape)
    list.add(word[0].suffix2, word[0].shape)
    list.add(word[0].suffix3, word[0].shape)
    list.add(word[0].suffix3)
    list.add(word[0].suffix4)
    list.add(word[0].suffix5)
    list.add(word[0].prefix1, word[0].shape)
    list.add(word[0].prefix2)
    list.add(word[0].prefix3)
    list.add(word[-1].known)
    list.add(word[1].known)
    list.add(word[-2].known)
    list.add(word[2].known)
    list.add(word[-1].known, w)
    list.add(w, word[1].known)
    list.add(word[-1].known, word[1].known)
    list.add(t1)
    list.add(t1, t2)
    list.add(t1, w)
    list.add(t1, t2, w)
    list.add(t1, word[0].suffix3)
    list.add(t1, word[0].shape)
    list.add(lexical)
    list.add(lexical, t1)
    list.add(lexical, word[1].lexical)
    list.add(lexical, word[1].lexical, t1)
    list.add(word[1].lexical, word[2].lexical, lexical)
    list.add(word[1].lexical, w)
    list.add(word[1].lexical, t1)
    list.add(t1, t2, lexical)
    list.add(t1, word[1].known)
    list.add(word[-1].known, lexical)
    list.add(word[1].known, lexical)
    list.add(word[1].suffix3, lexical)
    list.add(word[1].suffix2, w)
    list.add(word[-1].suffix3, word[0].suffix3)
    list.add(word[1].shape, word[0].shape, word[-1].shape)
    list.add(word[0].cluster)
    list.add(word[0].cluster8)
    list.add(word[0].cluster6, word[0].shape)
    list.add(word[0].cluster, t1)
    list.add(word[-1].cluster)
    list.add(word[1].cluster)
    list.add(word[0].cluster8, word[1].cluster8)
    list.add(word[-1].cluster8, word[0].cluster8)
    list.add(word[1].cluster8, t1)
    list.add(word[2].cluster6, word[1].cluster6, word[0].cluster6)
    let style = word[0].style
    list.add(style, word[0].shape)
    list.add(style, word[0].shape, lexical)
    list.add(style, word[0].shape, word[-1].shape)
    list.add(style, word[0].shape, word[0].suffix3)
    list.add(style, word[0].cluster6, word[0].shape)
    list.add(word[1].shape, word[0].shape, t1)
    list.add(word[0].shape, w, word[-1].shape)
    list.add(word[0].shape, word[1].known)
    list.add(word[0].shape, word[-1].known)
    return list.count
  }
}
