/// The features of the tagger, for one token given the two tags before it. They come in three groups: what the word
/// alone says, which is the same wherever it stands; its context; and how the sentence is written, which is rarely
/// needed.
package enum TaggerFeatures {
  package static let capacity = 80
  /// Tokens of padding that the caller keeps before and after a sentence.
  package static let padding = 2

  /// What stands beyond the ends of a sentence.
  package static let beyond: WordAtoms = {
    var atoms = WordAtoms()
    atoms.word = mixed(0xC1)
    atoms.known = mixed(0xC2)
    atoms.shape = mixed(0xC3)
    atoms.lexical = mixed(0xC4)
    atoms.casing = mixed(0xCB)
    atoms.suffix2 = mixed(0xC5)
    atoms.suffix3 = mixed(0xC6)
    atoms.cluster4 = mixed(0xC7)
    atoms.cluster6 = mixed(0xC8)
    atoms.cluster8 = mixed(0xC9)
    atoms.cluster = mixed(0xCA)
    return atoms
  }()

  /// Writes the hashes of all features for the token that `word` points to and gives their number.
  @inline(__always)
  package static func extract(
    _ word: UnsafePointer<WordAtoms>, previous t1: UInt64, beforeThat t2: UInt64,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var count = extractWord(word, into: out)
    count += extractContext(word, previous: t1, beforeThat: t2, into: out + count)
    return count + extractStyle(word, previous: t1, into: out + count)
  }

  /// Writes the features of the word alone.
  @inline(__always)
  package static func extractWord(
    _ word: UnsafePointer<WordAtoms>, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var list = FeatureList(out)
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
    list.skip(13)
    list.add(word[0].lexical)
    list.skip(14)
    list.add(word[0].cluster)
    list.add(word[0].cluster8)
    list.add(word[0].cluster6, word[0].shape)
    return list.count
  }

  /// Writes the features of the words and tags around, with the word.
  @inline(__always)
  package static func extractContext(
    _ word: UnsafePointer<WordAtoms>, previous t1: UInt64, beforeThat t2: UInt64,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var list = FeatureList(out, after: 12)
    let lexical = word[0].lexical
    let w = word[0].known
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
    list.skip(1)
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
    list.skip(3)
    list.add(word[0].cluster, t1)
    list.add(word[-1].cluster)
    list.add(word[1].cluster)
    list.add(word[0].cluster8, word[1].cluster8)
    list.add(word[-1].cluster8, word[0].cluster8)
    list.add(word[1].cluster8, t1)
    list.add(word[2].cluster6, word[1].cluster6, word[0].cluster6)
    return list.count
  }

  /// Writes the features of how the word and its sentence are written.
  @inline(__always)
  package static func extractStyle(
    _ word: UnsafePointer<WordAtoms>, previous t1: UInt64, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var list = FeatureList(out, after: 50)
    let lexical = word[0].lexical
    let w = word[0].known
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
    let casing = word[0].casing ^ rotated(word[0].shape, 9)
    list.add(casing)
    list.add(casing, style)
    list.add(casing, style, t1)
    list.add(casing, word[0].suffix3)
    list.add(casing, word[-1].shape, word[1].shape)
    list.add(casing, word[1].casing ^ rotated(word[1].shape, 9), word[-1].casing)
    return list.count
  }
}
