import Documents

/// A stage whose types are known only at run time; the loader has checked that it fits the one before it.
struct AnyStage: Sendable {
  let name: String
  let takes: any Document.Type
  let gives: any Document.Type
  /// The stage itself where it can answer questions.
  let answerer: (any QueryAnswering)?
  let process: @Sendable (any Document, Trace?) throws(DocumentError) -> any Document
  /// Splits containers; `nil` for a stage that does not.
  let items: (@Sendable (SourceDocument) throws(DocumentError) -> [SourceDocument])?

  init<S: Stage>(_ stage: S) {
    name = S.name
    takes = S.Input.self
    gives = S.Output.self
    answerer = stage as? any QueryAnswering
    if let container = stage as? any ContainerStage {
      items = { (source: SourceDocument) throws(DocumentError) -> [SourceDocument] in try container.items(of: source) }
    } else {
      items = nil
    }
    process = { (document: any Document, trace: Trace?) throws(DocumentError) -> any Document in
      guard let input = document as? S.Input else {
        throw DocumentError(
          code: "wrong-type", "\(S.name) takes \(S.Input.typeName), not \(type(of: document).typeName)")
      }
      return try stage.process(input, trace: trace)
    }
  }
}
