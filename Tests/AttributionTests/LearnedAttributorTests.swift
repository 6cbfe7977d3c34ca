import Documents
import Linguistics
import ModelFiles
import Testing
import Training

@testable import Attribution

/// Trains on a made-up language of two sentences a text, with trees by hand: *Ada VERB that rain fell.* is an
/// attribution for some verbs only.
@Suite struct LearnedAttributorTests {
  private static let cues = ["said", "claimed", "hoped"]
  private static let others = ["proved", "arranged", "caused"]

  private static let bytes = Task {
    try await AttributionTrainer().train(examples, log: { _ in })
  }

  @Test func findsWhatTheTrainingTextsShow() async throws {
    let model = try AttributionModel(bytes: await Self.bytes.value)
    let view = try #require(TreeView(Self.document("said", "caused")))
    let attributor = LearnedAttributor(view: view, model: model)
    let found = attributor.accepted(attributor.proposals())
    #expect(found.map(\.cue) == [1])
    #expect(found.map { $0.content.ranges } == [[2..<5]])
    #expect(found.map { view.sourceRange($0) } == [0..<1])
    #expect(found.allSatisfy { $0.probability > 0.5 && $0.probability <= 1 })
  }

  @Test func theSameTextsGiveTheSameBytes() async throws {
    var alone = AttributionTrainer()
    alone.jobs = 1
    let again = try await alone.train(Self.examples, log: { _ in })
    #expect(try await Self.bytes.value == again)
  }

  @Test func damagedModelsAreRefused() async throws {
    let bytes = try await Self.bytes.value
    #expect(throws: Diagnostic.self) { try AttributionModel(bytes: Array(bytes.dropLast(8))) }
    #expect(throws: Diagnostic.self) { try AttributionModel(bytes: []) }
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    #expect(throws: Diagnostic.self) { try AttributionModel(bytes: damaged) }
    // A whole model file, but not of attribution.
    var writer = ModelWriter()
    writer.add("version", Array("other 1".utf8))
    #expect(throws: Diagnostic.self) { try AttributionModel(bytes: writer.finish()) }
  }

  // MARK: The made-up texts

  private static var examples: [AttributionExample] {
    (0..<48).compactMap { number in
      // Each verb is in each of the three folds, which take every third text.
      let cue = cues[number / 3 % 3]
      let other = others[number / 9 % 3]
      let isFirst = number % 2 == 0
      let document = isFirst ? document(cue, other) : document(other, cue)
      let start = isFirst ? 0 : (document.sentences.last?.span.start ?? 0)
      let content = start + 4 + cue.utf8.count + 1
      let annotation = """
        T1\tSource \(start) \(start + 3)\tAda
        T2\tCue \(start + 4) \(start + 4 + cue.utf8.count)\t\(cue)
        T3\tContent \(content) \(content + 14)\tthat rain fell
        T4\tAttribution \(start) \(start + 3)\tAda
        E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
        """
      return AttributionExample(name: "text \(number)", document: document, annotation: annotation)
    }
  }

  private static func document(_ first: String, _ second: String) -> SegmentedArticle {
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var syntax = Syntax(tags: [], fineTags: [], heads: [], relations: [], lemmas: [])
    for verb in [first, second] {
      if !bytes.isEmpty { bytes.append(0x20) }
      let start = bytes.count
      let words = ["Ada", verb, "that", "rain", "fell", "."]
      let base = tokens.count
      for (index, word) in words.enumerated() {
        if index > 0, word != "." { bytes.append(0x20) }
        tokens.append(Token(start: bytes.count, end: bytes.count + word.utf8.count))
        bytes += Array(word.utf8)
      }
      sentences.append(
        Sentence(span: Documents.Span(start, bytes.count), tokens: base..<tokens.count, block: 0))
      syntax.tags += [.propn, .verb, .sconj, .noun, .verb, .punct]
      syntax.fineTags += [.nnp, .vbd, .in, .nn, .vbd, .stop]
      syntax.heads += [1, -1, 4, 4, 1, 1].map { $0 < 0 ? -1 : Int32(base + $0) }
      syntax.relations += [.nsubj, .root, .mark, .nsubj, .ccomp, .punct]
      syntax.lemmas += words.map { $0.lowercased() }
    }
    let article = Article(
      id: "made up", path: "made-up.txt", text: Text(validUTF8: bytes),
      blocks: [Block(Documents.Span(0, bytes.count), .paragraph)], metadata: Metadata())
    return SegmentedArticle(article: article, sentences: sentences, tokens: tokens, syntax: syntax)
  }
}
