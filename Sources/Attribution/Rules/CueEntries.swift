import Documents
import Lexicons
import Linguistics

/// Which entry of the cue lexicon each token of a document belongs to.
enum CueEntries {
  /// Index of the entry, -1 for none: the longest one that begins at or before the token, and of several with one form
  /// the one whose part of speech the tag agrees with (*claims* is a verb here and a noun there).
  static func find(_ cues: CueLexicon, ids: [Int32], tags: [UPOS], in document: SegmentedArticle) -> [Int32] {
    var entryOf = [Int32](repeating: -1, count: ids.count)
    for sentence in document.sentences where document.kind(of: sentence).isRead {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard cues.index.mayBegin(ids[index]) else {
          index += 1
          continue
        }
        var best = (length: 0, fits: false, entry: -1)
        cues.index.matches(in: ids, at: index, limit: sentence.tokens.upperBound) { match in
          let fits = fits(cues.part(of: match.entry), tags[index])
          if match.tokens.count > best.length || match.tokens.count == best.length && fits && !best.fits {
            best = (match.tokens.count, fits, match.entry)
          }
        }
        for token in index..<(index + best.length) { entryOf[token] = Int32(truncatingIfNeeded: best.entry) }
        index += max(1, best.length)
      }
    }
    return entryOf
  }

  static func fits(_ part: PartOfSpeech, _ tag: UPOS) -> Bool {
    switch part {
    case .verb: tag == .verb || tag == .aux
    case .noun: tag == .noun || tag == .propn
    case .adjective: tag == .adj || tag == .verb
    case .adverb: tag == .adv
    case .preposition, .phrase: true
    }
  }
}

/// What the cue lexicon says of a token, packed for features; 0 for a token that it does not know.
struct CueAtom {
  private let packed: UInt64

  init(_ packed: UInt64) { self.packed = packed }

  init(_ cue: CueLexicon.Cue, tag: UPOS) {
    let number = CueLexicon.CueClass.allCases.firstIndex(of: cue.cueClass) ?? 0
    let weight = UInt64(max(0, min(4, cue.weight * 5)))
    let fits = CueEntries.fits(cue.part, tag)
    let isContentWord = fits && cue.weight >= 0.75 && (cue.part == .noun || cue.part == .adjective)
    packed =
      UInt64(number + 1) | (fits ? 128 : 64) | weight << 8 | UInt64(cue.takes.rawValue) << 16
      | (isContentWord ? 1 << 24 : 0)
  }

  var value: UInt64 { packed }
  /// Whether the lexicon has the word.
  var isKnown: Bool { packed != 0 }
  /// Class, and whether the part of speech agrees.
  var cueClass: UInt64 { packed & 0xFF }
  /// A noun or an adjective, by its tag too, that the lexicon holds for a cue three times of four.
  var fitsContentWord: Bool { packed & 1 << 24 != 0 }
  /// How likely an occurrence is a cue, in five steps.
  var strength: UInt64 { packed >> 6 & 0x1F }
  /// What may follow.
  var takes: UInt64 { packed >> 16 & 0xFF }
}

/// Reads a cue lexicon's words in documents, for training.
public struct CueReader: Sendable {
  private let vocabulary: Vocabulary
  private let cues: CueLexicon

  /// - Throws: entries that cannot be read.
  public init(_ files: [LexiconFile]) throws(Diagnostics) {
    var vocabulary = Vocabulary.ofTokens(for: files)
    cues = try CueLexicon(files, vocabulary: &vocabulary)
    self.vocabulary = vocabulary
  }

  /// One packed ``CueAtom`` a token.
  package func atoms(of document: SegmentedArticle) -> [UInt64] {
    guard let tags = document.syntax?.tags else { return [] }
    let ids = vocabulary.ids(of: document)
    let entries = CueEntries.find(cues, ids: ids, tags: tags, in: document)
    return entries.indices.map { entries[$0] < 0 ? 0 : CueAtom(cues.cue(Int(entries[$0])), tag: tags[$0]).value }
  }
}
