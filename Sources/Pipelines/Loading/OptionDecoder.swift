import Documents
import Lexicons
import Yams

/// Decodes a stage's options from YAML, and says where an option is wrong.
struct OptionDecoder {
  let file: String

  /// - Throws: an unknown key (YAML decoders accept them silently) or a value of another type, at its place.
  func decode<Options: StageOptions>(_ type: Options.Type, from node: Node?) throws(Diagnostics) -> Options {
    guard let node, node.null == nil else { return Options() }
    guard let mapping = node.mapping else {
      throw Diagnostics([diagnostic(node, "options are a map: `key: value`")])
    }
    let known = Options.described.map(\.key)
    let unknown = mapping.keys.filter { !known.contains($0.string ?? "") }
    guard unknown.isEmpty else {
      throw Diagnostics(
        unknown.map { key in
          let name = key.string ?? "?"
          let hint =
            didYouMean(name, among: known).map { "; did you mean `\($0)`?" }
            ?? (known.isEmpty ? "; this stage has no options" : "; it has \(known.joined(separator: ", "))")
          return diagnostic(key, "unknown option `\(name)`\(hint)")
        })
    }
    do {
      return try NodeDecoder(node: node).decode(Options.self)
    } catch let error as DecodingError {
      throw Diagnostics([diagnostic(error, in: node, Options.described)])
    } catch {
      throw Diagnostics([diagnostic(node, "\(error)")])
    }
  }

  private func diagnostic(_ node: Node, _ message: String) -> Diagnostic {
    Diagnostic(file: file, line: node.mark?.line, column: node.mark?.column, message)
  }

  private func diagnostic(_ error: DecodingError, in node: Node, _ known: [OptionDescription]) -> Diagnostic {
    let path: [any CodingKey]
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    case .keyNotFound(_, let context): path = context.codingPath
    @unknown default: path = []
    }
    var place = node
    for key in path {
      if let index = key.intValue, let items = place.sequence, items.indices.contains(index) {
        place = items[index]
      } else if let value = place.mapping?.value(of: key.stringValue) {
        place = value
      }
    }
    if case .dataCorrupted(let context) = error, context.underlyingError is OptionError {
      return diagnostic(place, context.debugDescription)
    }
    guard let option = known.first(where: { $0.key == path.first?.stringValue }) else {
      return diagnostic(place, "this value cannot be read: \(error)")
    }
    return diagnostic(place, "`\(option.key)` must be \(option.type)")
  }
}
