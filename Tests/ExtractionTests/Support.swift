import Documents
import Extraction
import Testing

/// A document of a test, as a file of this name would give it.
func source(_ text: String, _ name: String = "page.html") -> SourceDocument {
  SourceDocument(id: name, path: name, bytes: Array(text.utf8))
}

func article(_ text: String, _ name: String = "page.html") throws -> Article {
  try Extractor().extract(source(text, name))
}

extension Article {
  /// The blocks as lines `kind| text`, to be compared at a glance.
  var outline: [String] { blocks.map { "\($0.kind.rawValue)| \(text.string($0.span))" } }

  /// The text of all blocks of a kind.
  func texts(_ kind: Block.Kind) -> [String] { blocks.filter { $0.kind == kind }.map { text.string($0.span) } }

  var body: [String] { blocks.filter { $0.kind.isBody }.map { text.string($0.span) } }

  /// Whether blocks are in order, do not overlap, and hold everything but white space.
  var blocksHoldAll: Bool {
    var place = 0
    for block in blocks {
      guard block.span.start >= place, block.span.end > block.span.start, block.span.end <= text.count else {
        return false
      }
      guard text.trimmed(Span(place, block.span.start)).isEmpty else { return false }
      place = block.span.end
    }
    return text.trimmed(Span(place, text.count)).isEmpty
  }
}

/// The code of the error that reading a document ends in; `nil` if it ends well.
func errorCode(_ bytes: [UInt8], _ name: String) -> String? {
  do {
    _ = try Extractor().extract(SourceDocument(id: name, path: name, bytes: bytes))
    return nil
  } catch {
    return error.code
  }
}
