/// What passes from stage to stage. Each type holds the one before it and adds a layer; the text is never rewritten.
public protocol Document: Sendable {
  /// The name that people read in messages about pipelines: `Article`, `Statements` …
  static var typeName: String { get }

  /// The document's id, as DESIGN.md defines it: the path relative to the input folder without its extension.
  var id: String { get }
}
