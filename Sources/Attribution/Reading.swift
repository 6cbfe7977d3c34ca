import Documents
import Lexicons
import Linguistics

/// A document as attribution reads it: word ids, tags, quotations and cues, all by token index.
/// A class, since every finder holds it: a structure of so many arrays would be copied at each step.
final class Reading: TokenReading {
  let document: SegmentedArticle
  let ids: [Int32]
  let tags: [UPOS]
  let quotations: [Quotation]
  /// Index of the quotation that a token stands in, marks included; -1 outside.
  let quotationOf: [Int32]
  /// For each token the number of the cue that begins there, -1 for none.
  private let cueBeginningAt: [Int32]
  private let matches: [TermIndex.Match]
  /// The entry of the cue lexicon that a token belongs to, -1 for none. Rules alone do not ask for it.
  private(set) lazy var cueEntryOf = CueEntries.find(cues, ids: ids, tags: tags, in: document)

  let tokens: [Token]
  let text: Text
  private let cues: CueLexicon

  init(document: SegmentedArticle, ids: [Int32], tags: [UPOS], quotations: [Quotation], cues: CueLexicon) {
    self.document = document
    tokens = document.tokens
    text = document.article.text
    self.ids = ids
    self.tags = tags
    self.quotations = quotations
    self.cues = cues
    var quotationOf = [Int32](repeating: -1, count: document.tokens.count)
    var index = 0
    for (number, quotation) in quotations.enumerated() {
      while index < quotationOf.count, Int(document.tokens[index].start) < quotation.outer.start { index += 1 }
      while index < quotationOf.count, Int(document.tokens[index].start) < quotation.outer.end {
        quotationOf[index] = Int32(truncatingIfNeeded: number)
        index += 1
      }
    }
    self.quotationOf = quotationOf
    var cueBeginningAt = [Int32](repeating: -1, count: document.tokens.count)
    var matches: [TermIndex.Match] = []
    for sentence in document.sentences where document.kind(of: sentence).isRead {
      cues.index.forEachLongest(in: ids, sentence.tokens) { match in
        cueBeginningAt[match.tokens.lowerBound] = Int32(truncatingIfNeeded: matches.count)
        matches.append(match)
      }
    }
    self.cueBeginningAt = cueBeginningAt
    self.matches = matches
  }

  /// The longest cue that begins at a token.
  func cue(at index: Int) -> TermIndex.Match? {
    guard cueBeginningAt.indices.contains(index), cueBeginningAt[index] >= 0 else { return nil }
    return matches[Int(cueBeginningAt[index])]
  }

  /// The cue lexicon's entry for a range of tokens: that of its first token that has one.
  func cueEntry(in range: Range<Int>) -> Int? {
    range.lazy.map { Int(self.cueEntryOf[$0]) }.first { $0 >= 0 }
  }

  /// How likely the lexicon holds an occurrence of an entry for an attribution.
  func cueWeight(ofEntry entry: Int) -> Double { cues.cue(entry).weight }

  /// One packed ``CueAtom`` a token.
  func cueAtoms(of lexicon: CueLexicon) -> [UInt64] {
    cueEntryOf.indices.map { index in
      let entry = Int(cueEntryOf[index])
      return entry < 0 ? 0 : CueAtom(lexicon.cue(entry), tag: tags[index]).value
    }
  }

  /// A comma.
  func isComma(_ index: Int) -> Bool { token(index, is: ",") }

  /// Any quotation mark, double or single.
  func isMark(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let bytes = bytes(index)
    switch bytes.count {
    case 1: return bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "'")
    case 2: return bytes.elementsEqual("''".utf8) || bytes.elementsEqual("``".utf8) || bytes.first == 0xC2
    case 3: return bytes.starts(with: [0xE2, 0x80]) && (0x98...0x9F).contains(bytes.last ?? 0)
    default: return false
    }
  }

  /// A dash that separates: `–`, `—`, `―`, `--`, or a hyphen that stands alone.
  func isDash(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let bytes = bytes(index)
    guard let first = bytes.first else { return false }
    if first == 0xE2, bytes.count > 1, bytes[bytes.startIndex + 1] == 0x80 {
      return (0x93...0x95).contains(bytes.last ?? 0)
    }
    return first == UInt8(ascii: "-") && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  func isFinalStop(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), let byte = bytes(index).first else { return false }
    return tags[index] == .punct
      && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"))
  }

  func isQuoted(_ index: Int) -> Bool { quotationOf[index] >= 0 }

  func contains(_ range: Range<Int>, tag wanted: UPOS...) -> Bool { range.contains { wanted.contains(tags[$0]) } }
}
