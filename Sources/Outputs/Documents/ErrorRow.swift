/// One line of `errors.jsonl`: a document, or an input, that gave no row elsewhere.
public struct ErrorRow: Hashable, Sendable {
  public var id: String
  public var path: String
  /// The stage that failed, or `read`.
  public var stage: String
  /// A stable word for programs: `empty`, `binary`, `missing` …
  public var code: String
  public var message: String

  public init(id: String, path: String, stage: String, code: String, message: String) {
    self.id = id
    self.path = path
    self.stage = stage
    self.code = code
    self.message = message
  }

  /// Writes the object and the line end.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    for (key, value) in [("id", id), ("path", path), ("stage", stage), ("code", code), ("message", message)] {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    json.endLine()
  }
}
