import Documents
import Extraction
import ModelFiles
import Testing
import Training

/// Pages of invented sites: the article stands in `story-text`, other text in `teaser-box` and `talkback`.
private enum SamplePages {
  static func page(_ number: Int) -> (html: String, body: String) {
    let words = ["bridge", "harbour", "ferry", "council", "market", "tower", "river", "garden"]
    func sentence(_ salt: Int) -> String {
      let parts = (0..<14).map { words[(number * 7 + salt * 3 + $0 * (salt + 2)) % words.count] }
      return "The \(parts.joined(separator: " ")) opened \(number) of \(salt)."
    }
    let body = (0..<6).map { sentence($0) }
    let teasers = (10..<15).map { sentence($0) }
    let html = """
      <html><head><title>Report \(number) from the harbour town</title></head><body><nav><a href="/">Home</a></nav>
      <h1>Report \(number) from the harbour town</h1>
      <div class="story-text">\(body.map { "<p>\($0)</p>" }.joined())</div>
      <div class="teaser-box">\(teasers.map { "<p>\($0)</p>" }.joined())</div>
      <div class="talkback">\((20..<24).map { "<p>\(sentence($0))</p>" }.joined())</div></body></html>
      """
    return (html, body.joined(separator: "\n"))
  }

  static func examples(_ numbers: Range<Int>) -> [BlockExample] {
    numbers.compactMap { number in
      let page = page(number)
      return BlockExample(
        name: "\(number)", set: "sample", url: "https://www.site\(number).example/a", html: Array(page.html.utf8),
        body: page.body)
    }
  }
}

struct BlockTrainerTests {
  @Test func labelsAreTheGoldBodysBlocks() throws {
    let example = try #require(SamplePages.examples(3..<4).first)
    let held = example.labels.indices.filter { example.labels[$0] }.map {
      String(decoding: example.page.text($0), as: UTF8.self)
    }
    #expect(held.joined(separator: "\n") == SamplePages.page(3).body)
    #expect(example.site == "site3.example")
  }

  @Test func learnsWhereTheArticleStands() async throws {
    var trainer = BlockTrainer()
    trainer.trees = 6
    trainer.leastLeaf = 1
    trainer.innerFolds = 2
    let result = trainer.train(SamplePages.examples(0..<24))
    #expect(trainer.train(SamplePages.examples(0..<24)).bytes == result.bytes)
    let model = try BlockModel(ModelFile(bytes: result.bytes))
    let page = SamplePages.page(40)
    let article = try Extractor(blocks: model).extract(source(page.html))
    #expect(article.body.joined(separator: "\n") == page.body)
    #expect(article.texts(.headline) == ["Report 40 from the harbour town"])
  }

  @Test func damagedModelsAreRefused() throws {
    var writer = ModelWriter()
    writer.add("version", Array("blocks 1".utf8))
    #expect(throws: Diagnostic.self) { try BlockModel(ModelFile(bytes: writer.finish())) }
  }

  @Test func registeredDomains() {
    #expect(BlockExample.registeredDomain("https://news.gazette.example/a/b") == "gazette.example")
    #expect(BlockExample.registeredDomain("http://www.gazette.co.uk/") == "gazette.co.uk")
    #expect(BlockExample.registeredDomain("gazette.example") == "gazette.example")
  }

  @Test func shinglesCountAsTheBenchmarkDoes() {
    func words(_ text: String) -> [UInt64] { ShingleScore.words(text.utf8) }
    var score = ShingleScore()
    // Two of three runs of four words are shared: hits 2/4, wrong 1/4, missed 1/4.
    score.add(gold: words("a b c d e f"), found: words("b c d e f g"))
    #expect(abs(score.precision - 2.0 / 3) < 1e-9)
    #expect(abs(score.recall - 2.0 / 3) < 1e-9)
    score.add(gold: words("It’s one"), found: words("It s one"))
    #expect(abs(score.f1 - 5.0 / 6) < 1e-9)
    #expect(words("Ünïcode_9 – ok").count == 2)
  }
}
