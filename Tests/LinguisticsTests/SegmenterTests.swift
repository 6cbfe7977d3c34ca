import Documents
import Testing

@testable import Linguistics

/// An article with one paragraph for each run of text between blank lines.
func paragraphs(_ string: String, kind: Block.Kind = .paragraph) -> Article {
  let text = Text(string)
  var blocks: [Block] = []
  var start = 0
  for (index, byte) in text.utf8.enumerated() where byte == 0x0A && index + 1 < text.count {
    guard text.utf8[index + 1] == 0x0A else { continue }
    blocks.append(Block(text.trimmed(Documents.Span(start, index)), kind))
    start = index
  }
  blocks.append(Block(text.trimmed(Documents.Span(start, text.count)), kind))
  return Article(
    id: "test", path: "test.txt", text: text, blocks: blocks.filter { !$0.span.isEmpty }, metadata: Metadata())
}

let testAbbreviations = Abbreviations([
  Abbreviation(term: "Mr.", kind: .title, ends: .never), Abbreviation(term: "Dr.", kind: .title, ends: .never),
  Abbreviation(term: "Inc.", kind: .company, ends: .maybe), Abbreviation(term: "No.", kind: .reference, ends: .number),
  Abbreviation(term: "U.S.", kind: .country, ends: .maybe), Abbreviation(term: "a.m.", kind: .time, ends: .maybe),
  Abbreviation(term: "Ph.D.", kind: .academic, ends: .maybe), Abbreviation(term: "et al.", kind: .latin, ends: .maybe),
  Abbreviation(term: "in.", kind: .unit, ends: .maybe), Abbreviation(term: "e.g.", kind: .latin, ends: .never),
])

@Suite struct SegmenterTests {
  private let segmenter = Segmenter(abbreviations: testAbbreviations)

  /// What must hold for any text: tokens in order, inside sentences, over every byte that is not white space.
  private func check(_ string: String, kind: Block.Kind = .paragraph) {
    let article = paragraphs(string, kind: kind)
    let result = segmenter.segment(article)
    let text = article.text
    var covered = Array(repeating: 0, count: text.count)
    var lastToken = 0
    for token in result.tokens {
      #expect(Int(token.start) >= lastToken && token.end > token.start)
      lastToken = Int(token.end)
      for offset in token.span.range { covered[offset] += 1 }
    }
    var offset = 0
    while offset < text.count {
      if let length = text.whitespaceLength(at: offset, limit: text.count) {
        offset += length
      } else {
        #expect(covered[offset] == 1, "byte \(offset) of \(string.debugDescription)")
        offset += 1
      }
    }
    var nextToken = 0
    var lastEnd = 0
    for sentence in result.sentences {
      #expect(sentence.tokens.lowerBound == nextToken && !sentence.tokens.isEmpty)
      nextToken = sentence.tokens.upperBound
      #expect(sentence.span.start >= lastEnd)
      lastEnd = sentence.span.end
      #expect(article.blocks[sentence.block].span.contains(sentence.span))
      for token in result.tokens[sentence.tokens] { #expect(sentence.span.contains(token.span)) }
    }
    #expect(nextToken == result.tokens.count)
  }

  @Test func tilesEveryPrefixOfANastyText() {
    let nasty = """
      1.) “We lost.” ''She'' l'eft—don't... U.S.' http://a.example/(x). a@b.example, @ #x #5 $5m 3.5% .5 5.
      'n’ ‘’ ``x'' 🏳️‍🌈🇫🇷 e\u{301}’s 数。字！\u{2028}x\u{200B}y\u{FEFF} a-b--c- -- -1 +1 1/2 1/2/3 1-2-3 :) :-( =) ((([[

      • a. B b. C\r\n\r\nQ.E.D.I.\u{0}\u{1}_*&^%~|\\ Ⅷ ǅ İ ß cannot CANNOT im 'em '90s 60's x@y @_ #_ www. http:// a.b.c.
      """
    let scalars = Array(nasty.unicodeScalars)
    for length in 0...scalars.count {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: scalars.prefix(length))
      check(String(prefix))
    }
    check(nasty, kind: .list)
  }

  @Test func tilesRandomBytes() {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces: [[UInt8]] = [
      [0x2E], [0x20], [0x0A], [0x27], [0xE2, 0x80, 0x99], [0x2D], [0x41], [0x61], [0x31], [0x40],
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<next(80) { bytes += next(2) == 0 ? pieces[next(pieces.count)] : [UInt8(next(256))] }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Text that a careless look-ahead takes quadratic time for: minutes instead of a moment.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ". ", "... ", "Ab.Cd.", "ab.cd.", "1-1a-", "1-", "a-", "(", ".)", "\" ", "' ", "http://(", "a@", "@", "1. A ",
      "\n",
      "x\n", "U.S. ", "\u{2019}", "👩\u{200D}",
    ])
  func takesLinearTime(piece: String) {
    let article = paragraphs(String(repeating: piece, count: 10_000))
    #expect(segmenter.segment(article).tokens.count < 140_000)
  }

  @Test func blocksWithoutTextHaveNoSentences() {
    let article = Article(
      id: "x", path: "x", text: Text("  \n "), blocks: [Block(Documents.Span(0, 4), .paragraph)], metadata: Metadata())
    #expect(segmenter.segment(article).sentences.isEmpty)
  }
}
