import Documents
import Foundation
import TestSupport

/// One run of the main job over `Samples/`, shared by the tests that read it.
struct SampleRun: @unchecked Sendable {
  struct Row {
    var words: Set<Int>
    var text: String
    var speaker: String?
    var speakerType: String
  }

  struct Document {
    var text: NSString
    var title: String?
    var rows: [Row]
  }

  var status: Int32
  var folder: String
  var documents: [String: Document]

  static let shared = Result { try SampleRun() }

  private init() throws {
    let (outcome, folder) = try Program.run("news", ["Samples"], ["--jobs", "2"])
    status = outcome.status
    self.folder = folder
    documents = [:]
    for object in try Program.objects(folder + "/documents.jsonl") {
      guard let id = object["id"] as? String, let text = object["text"] as? String else { continue }
      let scalars = Array(text.unicodeScalars)
      // Offsets are code points; NSString counts UTF-16 units.
      var units = [0]
      for scalar in scalars { units.append(units[units.count - 1] + UTF16.width(scalar)) }
      let string = text as NSString
      let rows = (object["statements"] as? [[String: Any]] ?? []).map { statement in
        var words: Set<Int> = []
        var pieces: [String] = []
        for span in statement["content"] as? [[Int]] ?? [] where span.count == 2 {
          let range = NSRange(location: units[span[0]], length: units[span[1]] - units[span[0]])
          words.formUnion(WordSet.words(in: range, of: string))
          pieces.append(string.substring(with: range))
        }
        let speaker = statement["speaker"] as? [String: Any]
        return Row(
          words: words, text: pieces.joined(separator: " "), speaker: speaker?["name"] as? String,
          speakerType: speaker?["type"] as? String ?? "")
      }
      documents[id] = Document(text: string, title: object["title"] as? String, rows: rows)
    }
  }
}
