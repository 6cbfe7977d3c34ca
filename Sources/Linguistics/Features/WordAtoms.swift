/// What the feature templates know of one token: hashes of its word, affixes, shape and clusters, each ready to be
/// combined by exclusive or.
package struct WordAtoms: BitwiseCopyable {
  /// The folded form.
  package var word: UInt64 = 0
  /// The folded form if the treebanks have it often enough, else a class of unknown words (ending and shape).
  package var known: UInt64 = 0
  /// Capitals, digits, hyphens.
  package var shape: UInt64 = 0
  /// The set of tags that the treebanks give this word.
  package var lexical: UInt64 = 0
  /// The last one to five and the first one to three bytes of the folded form.
  package var suffix1: UInt64 = 0
  package var suffix2: UInt64 = 0
  package var suffix3: UInt64 = 0
  package var suffix4: UInt64 = 0
  package var suffix5: UInt64 = 0
  package var prefix1: UInt64 = 0
  package var prefix2: UInt64 = 0
  package var prefix3: UInt64 = 0
  /// The path in the tree of word clusters: its first 4, 6, 8 and 12 bits, and the whole.
  package var cluster4: UInt64 = 0
  package var cluster6: UInt64 = 0
  package var cluster8: UInt64 = 0
  package var cluster: UInt64 = 0
  /// How the word's sentence uses capitals (``CapitalStyle``).
  package var style: UInt64 = 0
  /// Joint tag that this word nearly always has, or ``TagSet/none``.
  package var onlyTag: UInt8 = 255
  package var form: WordForm = WordForm()
  package var hasCluster = false

  package init() {}
}

/// Orthography of a token in a few bits.
package struct WordForm: BitwiseCopyable {
  package enum Capitals: UInt8, BitwiseCopyable { case none, initial, all, single, mixed }

  package var capitals: Capitals = .none
  package var hasDigit = false
  package var hasLetter = false
  package var hasHyphen = false
  package var hasStop = false
  package var hasOther = false
  package var isNonASCII = false

  package init() {}

  /// All of it as one number below 512.
  package var code: UInt64 {
    var code = UInt64(capitals.rawValue)
    code = code << 1 | (hasDigit ? 1 : 0)
    code = code << 1 | (hasLetter ? 1 : 0)
    code = code << 1 | (hasHyphen ? 1 : 0)
    code = code << 1 | (hasStop ? 1 : 0)
    code = code << 1 | (hasOther ? 1 : 0)
    return code << 1 | (isNonASCII ? 1 : 0)
  }

  /// Which of the word table's three tags counts: lower case, capitalised, capitals.
  package var slot: Int {
    switch capitals {
    case .none: 0
    case .initial, .mixed: 1
    case .all, .single: 2
    }
  }
}
