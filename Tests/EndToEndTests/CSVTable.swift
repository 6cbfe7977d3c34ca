import Foundation

/// A CSV file read by the letter of RFC 4180, independent of the writer under test.
struct CSVTable {
  var rows: [[String: String]] = []

  init(contentsOf path: String) throws {
    var records: [[String]] = [[""]]
    var quoted = false
    var characters = Array(try String(contentsOfFile: path, encoding: .utf8).unicodeScalars)[...]
    while let character = characters.popFirst() {
      let last = records[records.count - 1].count - 1
      if quoted {
        if character == "\"", characters.first == "\"" {
          characters.removeFirst()
          records[records.count - 1][last].unicodeScalars.append(character)
        } else if character == "\"" {
          quoted = false
        } else {
          records[records.count - 1][last].unicodeScalars.append(character)
        }
      } else if character == "\"" {
        quoted = true
      } else if character == "," {
        records[records.count - 1].append("")
      } else if character == "\n" {
        records.append([""])
      } else {
        records[records.count - 1][last].unicodeScalars.append(character)
      }
    }
    let header = records.first ?? []
    for record in records.dropFirst() where record != [""] {
      rows.append(Dictionary(zip(header, record)) { first, _ in first })
    }
  }
}
