import Documents
import Stance

/// A stage that answers ``StanceQuery`` about a text.
protocol QueryAnswering: Sendable {
  func answer(_ query: StanceQuery, in document: SegmentedArticle, trace: Trace?) -> StanceAnswer
  /// What a model would see of a question; `nil` without trees.
  func features(of query: StanceQuery, in document: SegmentedArticle) -> StanceFeatures?
}

/// A pipeline as `score` uses it: a question's text goes through `segment`, and `parse` where the pipeline has it, and
/// the `score` stage answers. Nobody has to be found who speaks: the question says so.
public struct Questions: Sendable {
  private let reading: [AnyStage]
  private let answerer: any QueryAnswering

  fileprivate init(reading: [AnyStage], answerer: any QueryAnswering) {
    self.reading = reading
    self.answerer = answerer
  }

  /// - Throws: the stage that could not go on, and why.
  public func answer(_ query: StanceQuery, trace: Trace? = nil) throws(StageFailure) -> StanceAnswer {
    answerer.answer(query, in: try read(query), trace: trace)
  }

  /// What a model would see of a question; `nil` without trees.
  package func features(of query: StanceQuery) throws(StageFailure) -> StanceFeatures? {
    answerer.features(of: query, in: try read(query))
  }

  private func read(_ query: StanceQuery) throws(StageFailure) -> SegmentedArticle {
    var document: any Document = Article(
      id: "question", path: "question", text: query.text, blocks: [Block(query.text.span, .paragraph)],
      metadata: Metadata())
    for stage in reading {
      do throws(DocumentError) { document = try stage.process(document, nil) } catch {
        throw StageFailure(error, stage: stage.name)
      }
    }
    guard let segmented = document as? SegmentedArticle else {
      throw StageFailure(stage: "score", code: "internal", message: "no stage gives sentences")
    }
    return segmented
  }
}

extension Pipeline {
  /// - Throws: a diagnostic where the pipeline has no `segment` or no `score`.
  public func questions() throws(Diagnostics) -> Questions {
    let reading = stages.filter { $0.gives == SegmentedArticle.self }
    guard let answerer = stages.lazy.compactMap(\.answerer).first, !reading.isEmpty else {
      throw Diagnostics([
        Diagnostic(file: path, "`score` needs a pipeline with the stages `segment` and `score`, such as news")
      ])
    }
    return Questions(reading: reading, answerer: answerer)
  }
}
