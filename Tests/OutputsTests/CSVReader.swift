/// A small reader of RFC 4180, written apart from the writer that it checks.
enum CSVReader {
  /// The rows of a file, each of its fields.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    func text(_ field: [UInt8]) -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && next == byte:
        field.append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(text(field))
        field = []
      case UInt8(ascii: "\r") where !isQuoted && next == UInt8(ascii: "\n"): break
      case UInt8(ascii: "\n") where !isQuoted:
        rows.append(row + [text(field)])
        (row, field) = ([], [])
      default: field.append(byte)
      }
      index += 1
    }
    return rows
  }

  /// The rows after the header, by the names in it.
  static func records(_ bytes: [UInt8]) -> [[String: String]] {
    let rows = rows(bytes)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
