/// Reads RFC 4180 records: fields in quotation marks may hold commas, line ends and doubled quotation marks; LF, CRLF and
/// CR end a record.
public enum CSVRecords {
  public typealias Record = (line: Int, fields: [String])

  /// The records, each with the line, from 1, on which it begins.
  /// - Parameter separator: what stands between fields.
  public static func read(_ bytes: ArraySlice<UInt8>, separator: UInt8 = UInt8(ascii: ",")) -> [Record] {
    var rows: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var line = 1
    var rowLine = 1
    var index = bytes.startIndex
    func next() -> UInt8? { index + 1 < bytes.endIndex ? bytes[index + 1] : nil }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if quoted {
        if byte == UInt8(ascii: "\""), next() == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          quoted = false
        } else {
          if byte == 0x0A { line += 1 }
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        quoted = true
      } else if byte == separator {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, next() == 0x0A { index += 1 }
        fields.append(String(decoding: field, as: UTF8.self))
        rows.append((rowLine, fields))
        fields.removeAll()
        field.removeAll()
        line += 1
        rowLine = line
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty {
      fields.append(String(decoding: field, as: UTF8.self))
      rows.append((rowLine, fields))
    }
    return rows
  }
}
