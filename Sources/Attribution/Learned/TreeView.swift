import Documents
import Linguistics

/// A parsed document as the learned attribution reads it: hashed words, trees and quotations, all by token index.
///
/// A class, since every reader of a cue holds it: a structure of so many arrays would be copied at each step.
package final class TreeView: Sendable {
  package let document: SegmentedArticle
  package let syntax: Syntax
  /// Hashes of lower-cased forms and of lemmas; all proper nouns are one symbol, and so are all numbers.
  let words: [UInt64]
  let lemmas: [UInt64]
  /// Tags and relations as feature atoms.
  let tags: [UInt64]
  let relations: [UInt64]
  let heads: [Int]
  /// The hull of each token's subtree.
  let lows: [Int]
  let highs: [Int]
  private let childStarts: [Int]
  private let childList: [Int]
  let sentenceOf: [Int]
  /// Index of the quotation that a token stands in, -1 outside.
  let quotationOf: [Int]
  /// The tokens of each quotation, marks included.
  let quotations: [Range<Int>]
  /// What the cue lexicon says of each token.
  private let cueAtoms: [UInt64]
  /// 0 outside, else the kind of named entity plus one.
  let entities: [UInt64]
  /// How many words (tokens with a letter or digit) stand before each token, and how many of those in quotations.
  private let wordsBefore: [Int32]
  private let quotedBefore: [Int32]
  /// Hash of the sorted relations of each token's children.
  let frames: [UInt64]

  package var count: Int { words.count }

  /// `nil` for a document without trees.
  /// - Parameter cues: a packed ``CueAtom`` for each token; none for a reading without a cue lexicon.
  package init?(_ document: SegmentedArticle, quotations found: [Quotation]? = nil, cues: [UInt64] = []) {
    guard let syntax = document.syntax, syntax.heads.count == document.tokens.count else { return nil }
    cueAtoms = cues.count == document.tokens.count ? cues : []
    self.document = document
    self.syntax = syntax
    let count = document.tokens.count
    let bytes = document.article.text.utf8
    let found = found ?? QuotationFinder(text: document.article.text).find(in: document.article.blocks)

    var words: [UInt64] = []
    var lemmas: [UInt64] = []
    var wordsBefore: [Int32] = [0]
    words.reserveCapacity(count)
    lemmas.reserveCapacity(count)
    wordsBefore.reserveCapacity(count + 1)
    for index in 0..<count {
      let span = bytes[document.tokens[index].span.range]
      switch syntax.tags[index] {
      case .propn:
        words.append(Symbol.name)
        lemmas.append(Symbol.name)
      case .num:
        words.append(Symbol.number)
        lemmas.append(Symbol.number)
      default:
        words.append(hash(lowering: span))
        lemmas.append(hash(of: syntax.lemmas[index].utf8))
      }
      wordsBefore.append((wordsBefore.last ?? 0) + (Self.isWord(span) ? 1 : 0))
    }
    self.words = words
    self.lemmas = lemmas
    self.wordsBefore = wordsBefore
    tags = syntax.fineTags.map { UInt64($0.rawValue) + 1 }
    relations = syntax.relations.map { UInt64($0.rawValue) + 1 }

    let heads = syntax.heads.map(Int.init)
    self.heads = heads
    var lows = Array(0..<count)
    var highs = Array(1..<(count + 1))
    var starts = [Int](repeating: 0, count: count + 1)
    for index in 0..<count {
      if heads[index] >= 0 { starts[heads[index] + 1] += 1 }
      var up = heads[index]
      var steps = 0
      while up >= 0, steps < 200, lows[up] > index || highs[up] <= index {
        lows[up] = min(lows[up], index)
        highs[up] = max(highs[up], index + 1)
        up = heads[up]
        steps += 1
      }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int](repeating: 0, count: starts[count])
    for index in 0..<count where heads[index] >= 0 {
      list[next[heads[index]]] = index
      next[heads[index]] += 1
    }
    self.lows = lows
    self.highs = highs
    childStarts = starts
    childList = list

    var sentenceOf = [Int](repeating: -1, count: count)
    for (number, sentence) in document.sentences.enumerated() {
      for index in sentence.tokens { sentenceOf[index] = number }
    }
    self.sentenceOf = sentenceOf

    var quotationOf = [Int](repeating: -1, count: count)
    var ranges: [Range<Int>] = []
    var index = 0
    for (number, quotation) in found.enumerated() {
      while index < count, Int(document.tokens[index].start) < quotation.outer.start { index += 1 }
      let first = index
      while index < count, Int(document.tokens[index].start) < quotation.outer.end {
        quotationOf[index] = number
        index += 1
      }
      ranges.append(first..<index)
    }
    self.quotationOf = quotationOf
    quotations = ranges
    var quotedBefore: [Int32] = [0]
    quotedBefore.reserveCapacity(count + 1)
    for index in 0..<count {
      let isQuoted = quotationOf[index] >= 0
      quotedBefore.append(quotedBefore[index] + (isQuoted ? wordsBefore[index + 1] - wordsBefore[index] : 0))
    }
    self.quotedBefore = quotedBefore

    var entities = [UInt64](repeating: 0, count: count)
    for entity in syntax.entities {
      let kind: UInt64 =
        switch entity.kind {
        case .person: 1
        case .organization: 2
        case .place: 3
        case .other: 4
        }
      for index in entity.tokens where entities.indices.contains(index) { entities[index] = kind }
    }
    self.entities = entities

    var frames: [UInt64] = []
    frames.reserveCapacity(count)
    for index in 0..<count {
      var present: UInt64 = 0
      for child in list[starts[index]..<starts[index + 1]] { present |= 1 << UInt64(syntax.relations[child].rawValue) }
      frames.append(mixed(present & ~(1 << UInt64(Relation.punct.rawValue))))
    }
    self.frames = frames
  }

  /// Children in text order.
  func children(of index: Int) -> ArraySlice<Int> { childList[childStarts[index]..<childStarts[index + 1]] }

  package func head(of index: Int) -> Int { heads[index] }

  func cueAtom(_ index: Int) -> CueAtom { CueAtom(cueAtoms.isEmpty ? 0 : cueAtoms[index]) }

  func relation(_ index: Int) -> Relation { syntax.relations[index] }
  func isPunctuation(_ index: Int) -> Bool { wordsBefore[index + 1] == wordsBefore[index] }
  package func wordCount(_ range: Range<Int>) -> Int {
    Int(wordsBefore[range.upperBound] - wordsBefore[range.lowerBound])
  }

  func quotedCount(_ range: Range<Int>) -> Int { Int(quotedBefore[range.upperBound] - quotedBefore[range.lowerBound]) }

  /// Which word a token is; two ranges with the same ends so counted hold the same words.
  func wordNumber(_ index: Int) -> Int32 { wordsBefore[index] }

  func sentence(_ index: Int) -> Range<Int> {
    let number = sentenceOf[index]
    return number >= 0 ? document.sentences[number].tokens : index..<(index + 1)
  }

  func block(_ index: Int) -> Int {
    let number = sentenceOf[index]
    return number >= 0 ? document.sentences[number].block : -1
  }

  func word(_ index: Int) -> UInt64 { index >= 0 && index < count ? words[index] : Symbol.beyond }
  func tag(_ index: Int) -> UInt64 { index >= 0 && index < count ? tags[index] : 0 }

  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first >= 0xC3 && first != 0xE2 { return true }
    return bytes.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
  }

}

/// Words that features name, by hash.
enum Symbol {
  static let name: UInt64 = hash(of: "<name>".utf8)
  static let number: UInt64 = hash(of: "<number>".utf8)
  static let beyond: UInt64 = hash(of: "<beyond>".utf8)
  static let colon = hash(of: ":".utf8)
  static let comma = hash(of: ",".utf8)
  static let stop = hash(of: ".".utf8)
  static let according = hash(of: "according".utf8)
  static let per = hash(of: "per".utf8)
  static let accord = hash(of: "accord".utf8)
  static let that = hash(of: "that".utf8)
}

/// Puts counts and distances into few classes.
@inline(__always)
package func bin(_ value: Int) -> UInt64 {
  switch value {
  case ..<0: 15
  case 0...4: UInt64(value)
  case 5...6: 5
  case 7...9: 6
  case 10...14: 7
  case 15...24: 8
  case 25...39: 9
  case 40...79: 10
  default: 11
  }
}
