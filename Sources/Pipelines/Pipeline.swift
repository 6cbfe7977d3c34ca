import Documents

/// A pipeline that was loaded and checked: from a document's bytes to its last layer.
public struct Pipeline: Sendable {
  public let name: String
  public let path: String
  /// CSV tables that the file asks for: `stances.csv` …
  public let outputs: [String]
  /// Below this the tables name no speaker.
  public let minSpeakerConfidence: Double
  /// `name@version` and hash of every lexicon in use.
  public let lexicons: [(reference: String, hash: String)]
  /// Name and hash of every model in use.
  public let models: [(name: String, hash: String)]
  /// Hash of the pipeline file.
  public let hash: String

  /// Each stage with its options as the file writes them.
  public let settings: [(stage: String, options: String)]

  let stages: [AnyStage]
  let clock: StageClock

  /// What the last stage gives.
  public var gives: any Document.Type { stages.last?.gives ?? SourceDocument.self }

  public var stageNames: [String] { stages.map(\.name) }

  /// Runs all stages over one document.
  /// - Throws: the stage that could not go on, and why.
  public func process(_ source: SourceDocument) throws(StageFailure) -> any Document {
    try process(source, trace: nil)
  }

  /// The same, noting what the stages weighed.
  public func process(_ source: SourceDocument, trace: Trace?) throws(StageFailure) -> any Document {
    var document: any Document = source
    for (index, stage) in stages.enumerated() {
      do throws(DocumentError) {
        let start = ContinuousClock.now
        document = try stage.process(document, trace)
        clock.add(ContinuousClock.now - start, to: index)
        try TimeLimit.check()
      } catch {
        throw StageFailure(error, stage: stage.name)
      }
    }
    return document
  }
}

extension Pipeline {
  /// Of the pipeline file and all that it reads: with the same one, and the same version, the results are the same.
  public var fingerprint: String {
    var all = StableHash()
    all.combine(hash)
    for lexicon in lexicons {
      all.combine(lexicon.reference)
      all.combine(lexicon.hash)
    }
    for model in models {
      all.combine(model.name)
      all.combine(model.hash)
    }
    return all.hex
  }

  /// The articles of a container, such as the items of a feed; the document itself where it is none.
  /// - Throws: a ``StageFailure`` for a container that cannot be read.
  public func expand(_ source: SourceDocument) throws(StageFailure) -> [SourceDocument] {
    do throws(DocumentError) {
      return try stages.first?.items?(source) ?? [source]
    } catch {
      throw StageFailure(error, stage: "clean")
    }
  }

  /// Seconds spent in each stage so far, over all threads.
  public var timings: [(name: String, seconds: Double)] { Array(zip(stageNames, clock.seconds)) }
}
