/// Writes CSV (RFC 4180) into bytes, field by field: UTF-8 with LF, or what Excel wants.
///
/// A field is built in place in ``bytes`` between ``beginField()`` and ``endField(guarded:)``, and put in quotation
/// marks afterwards if it needs them: nearly no field does.
public struct CSVWriter: Sendable {
  public var bytes: [UInt8] = []

  /// A byte order mark, CRLF, and an apostrophe before text that a spreadsheet would run as a formula.
  public let isExcel: Bool

  private var isFirstField = true
  private var fieldStart = 0

  public init(excel: Bool = false) { isExcel = excel }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isFirstField = true
  }

  /// The first line of a file, after the byte order mark that Excel needs to see UTF-8.
  public mutating func header(_ names: [String]) {
    if isExcel { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for name in names {
      beginField()
      bytes.append(contentsOf: name.utf8)
      endField(guarded: false)
    }
    endRow()
  }

  public mutating func beginField() {
    if !isFirstField { bytes.append(UInt8(ascii: ",")) }
    isFirstField = false
    fieldStart = bytes.count
  }

  /// - Parameter guarded: whether the field is text, which ``isExcel`` guards against formulas.
  public mutating func endField(guarded: Bool) {
    guard fieldStart < bytes.count else { return }
    if guarded, isExcel, Self.startsFormula(bytes[fieldStart]) { bytes.insert(UInt8(ascii: "'"), at: fieldStart) }
    let (needsQuotes, hasQuotes) = Self.quotes(in: bytes, from: fieldStart)
    guard needsQuotes else { return }
    if hasQuotes { doubleQuotes() }
    bytes.insert(0x22, at: fieldStart)
    bytes.append(0x22)
  }

  /// Whether what stands from a place on needs quotation marks, and whether it holds some.
  private static func quotes(in bytes: [UInt8], from start: Int) -> (areNeeded: Bool, areInside: Bool) {
    var (areNeeded, areInside) = (false, false)
    let span = bytes.span
    for index in start..<span.count {
      let byte = span[index]
      guard byte <= 0x2C else { continue }
      if byte == 0x22 { areInside = true }
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { areNeeded = true }
    }
    return (areNeeded, areInside)
  }

  private mutating func doubleQuotes() {
    let field = [UInt8](bytes[fieldStart...])
    bytes.removeSubrange(fieldStart...)
    var runStart = 0
    for index in field.indices where field[index] == 0x22 {
      bytes.append(contentsOf: field[runStart...index])
      runStart = index
    }
    bytes.append(contentsOf: field[runStart...])
  }

  public mutating func endRow() {
    if isExcel { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
    isFirstField = true
  }

  /// A field of text; empty for `nil`.
  public mutating func text(_ string: String?) {
    beginField()
    if let string { bytes.append(contentsOf: string.utf8) }
    endField(guarded: true)
  }

  /// A whole number; empty for `nil`.
  public mutating func number(_ number: Int?) {
    beginField()
    if let number { bytes.append(number: number) }
  }

  /// A number with four decimals; empty for `nil` and for what is not finite.
  public mutating func number(_ number: Double?) {
    beginField()
    if let number { _ = bytes.append(fixed: number) }
  }

  /// Fields that this writer, or one like it, has already made: the same at the start of many rows.
  public mutating func fields(_ encoded: [UInt8]) {
    if !isFirstField { bytes.append(UInt8(ascii: ",")) }
    isFirstField = false
    bytes.append(contentsOf: encoded)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
