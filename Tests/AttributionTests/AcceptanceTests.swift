import Documents
import Testing

@testable import Attribution

/// Ten words, of which the second and the fifth are cues.
@Suite struct AcceptanceTests {
  private func accepted(_ proposals: [Proposal], nested: Double) throws -> [Int] {
    let view = try #require(TreeView(Self.document))
    let thresholds = Acceptance.Thresholds(alone: 0.3, nested: nested)
    return Acceptance(view: view, thresholds: thresholds).accepted(proposals).map(\.cue)
  }

  private func proposal(_ cue: Int, _ source: Int?, _ content: Range<Int>, _ probability: Double) -> Proposal {
    Proposal(
      cue: cue, content: ContentSpan(first: content, second: nil, kinds: KindList(1)), source: source, inputs: [],
      probability: probability)
  }

  @Test func overlapsGoToTheLikelier() throws {
    let proposals = [proposal(1, 0, 2..<7, 0.8), proposal(4, 3, 6..<9, 0.7)]
    #expect(try accepted(proposals, nested: 0.5) == [1])
  }

  @Test func nestedOnesStayWhereLikelyEnough() throws {
    let proposals = [proposal(1, 0, 2..<9, 0.6), proposal(4, 3, 5..<9, 0.7)]
    #expect(try accepted(proposals, nested: 0.5) == [1, 4])
    #expect(try accepted(proposals, nested: 0.65) == [4])
  }

  @Test func nestedOnesNeedASourceInside() throws {
    #expect(try accepted([proposal(1, 0, 2..<9, 0.9), proposal(4, nil, 5..<9, 0.7)], nested: 0.5) == [1])
    #expect(try accepted([proposal(1, 0, 2..<9, 0.9), proposal(4, 0, 5..<9, 0.7)], nested: 0.5) == [1])
  }

  @Test func unlikelyOnesAreLeftOut() throws {
    #expect(try accepted([proposal(1, 0, 2..<9, 0.2)], nested: 0.1) == [])
  }

  private static let document: SegmentedArticle = {
    let bytes = Array("a b c d e f g h i j".utf8)
    let tokens = (0..<10).map { Token(start: $0 * 2, end: $0 * 2 + 1) }
    let article = Article(
      id: "ten", path: "ten.txt", text: Text(validUTF8: bytes),
      blocks: [Block(Documents.Span(0, bytes.count), .paragraph)], metadata: Metadata())
    let syntax = Syntax(
      tags: Array(repeating: .noun, count: 10), fineTags: Array(repeating: .nn, count: 10),
      heads: [-1] + Array(repeating: 0, count: 9), relations: [.root] + Array(repeating: .dep, count: 9),
      lemmas: Array(repeating: "x", count: 10))
    let sentence = Sentence(span: Documents.Span(0, bytes.count), tokens: 0..<10, block: 0)
    return SegmentedArticle(article: article, sentences: [sentence], tokens: tokens, syntax: syntax)
  }()
}
