import Attribution
import Documents
import Lexicons
import Linguistics

/// Claim types and modalities of sentences whose source, cue and content are given: what measures the classifier alone.
package struct ClaimReading {
  private let pipeline: Result<(sentences: Pipeline, parser: Parser, attributor: Attributor), any Error>

  package init(installation: Installation) {
    pipeline = Result {
      func files(_ name: String) throws -> [LexiconFile] {
        try installation.find(name + ".yaml", in: .lexicons).path.map { [try LexiconReader.read(path: $0)] } ?? []
      }
      let resources = Attributor.Resources(
        cues: try files("cues"), hedges: try files("hedges"), modality: try files("modality"))
      return (
        try PipelineLoader(installation: installation).load("sentences"),
        Parser(model: try installation.linguisticModel("english")),
        try Attributor(resources: resources, authorial: .never, minConfidence: 0)
      )
    }
  }

  /// - Parameters: spans of bytes into the text; `nil` where the sentence has none.
  package func claim(
    of text: String, source: Span?, cue: Span?, content: [Span]
  ) throws -> (type: Statement.ClaimType, modality: Statement.Modality)? {
    let tools = try pipeline.get()
    let source = (document: SourceDocument(id: "sentence", path: "sentence.txt", bytes: Array(text.utf8)), span: source)
    guard var document = try tools.sentences.process(source.document) as? SegmentedArticle else { return nil }
    document.syntax = tools.parser.parse(
      text: document.article.text, tokens: document.tokens, sentences: document.sentences.map(\.tokens))
    return tools.attributor.claim(document, source: source.span, cue: cue, content: content)
  }
}
