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
  /// The longest cue that begins at a token.
  let cueAt: [Int: TermIndex.Match]

  let tokens: [Token]
  let text: Text

  init(document: SegmentedArticle, ids: [Int32], tags: [UPOS], quotations: [Quotation], cues: TermIndex) {
    self.document = document
    tokens = document.tokens
    text = document.article.text
    self.ids = ids
    self.tags = tags
    self.quotations = quotations
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
    var cueAt: [Int: TermIndex.Match] = [:]
    for sentence in document.sentences where document.kind(of: sentence).isRead {
      for match in cues.longestMatches(in: ids, sentence.tokens) { cueAt[match.tokens.lowerBound] = match }
    }
    self.cueAt = cueAt
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

  /// A dash that separates: `–`, `—`, `--`, or a hyphen that stands alone.
  func isDash(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let bytes = bytes(index)
    if bytes.starts(with: [0xE2, 0x80]) { return bytes.last == 0x93 || bytes.last == 0x94 }
    return !bytes.isEmpty && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  func isFinalStop(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), let byte = bytes(index).first else { return false }
    return tags[index] == .punct
      && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"))
  }

  func isQuoted(_ index: Int) -> Bool { quotationOf[index] >= 0 }

  func contains(_ range: Range<Int>, tag wanted: UPOS...) -> Bool { range.contains { wanted.contains(tags[$0]) } }
}
