import Documents
import Lexicons
import Outputs

/// Writes a lexicon in Standpoint's own YAML, an entry a line, or as a table: what `lexicon convert` prints.
public struct LexiconWriter {
  private let file: LexiconFile

  public init(_ file: LexiconFile) { self.file = file }

  /// YAML that ``LexiconReader`` reads back to the same entries.
  public func yaml() -> String {
    let header = file.header
    var text =
      "name: \(quoted(header.name))\nversion: \(quoted(header.version))\nlanguage: \(quoted(header.language))\n"
    text += "licence: \(quoted(header.licence))\nkind: \(header.kind)\nentries:\n"
    for entry in file.entries {
      let fields = entry.fields.map { field in
        switch field.value {
        case .scalar(let value): "\(quoted(field.key)): \(quoted(value))"
        case .list(let items): "\(quoted(field.key)): [\(items.map(quoted).joined(separator: ", "))]"
        }
      }
      text += "  - {\(fields.joined(separator: ", "))}\n"
    }
    return text
  }

  /// A table whose columns are the keys that occur, in the order in which they do; lists are separated by `;`.
  public func csv() -> String {
    var keys: [String] = []
    for entry in file.entries {
      for field in entry.fields where !keys.contains(field.key) { keys.append(field.key) }
    }
    var csv = CSVWriter(excel: false)
    csv.header(keys)
    for entry in file.entries {
      for key in keys { csv.text(entry.list(key).joined(separator: ";")) }
      csv.endRow()
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  /// A scalar as YAML's flow style needs it.
  private func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.first?.isWhitespace == false && text.last?.isWhitespace == false
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte >= 0x80 || " -_.'".utf8.contains(byte)
      }
    // Words that YAML takes for something else, and marks at the beginning, are quoted.
    let isWord = text.first.map { $0.isLetter || $0.isNumber || Double(text) != nil } ?? false
    let special = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    if isPlain, isWord, !special || text == "true" { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
