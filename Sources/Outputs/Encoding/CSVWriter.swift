import Documents

/// Writes CSV (RFC 4180) into bytes, field by field: UTF-8 with LF, or what Excel wants.
///
/// A field is built in place between ``beginField()`` and ``endField(guarded:)``, and put in quotation
/// marks afterwards if it needs them: nearly no field does.
public struct CSVWriter: ~Copyable, Sendable {
  var out = ByteBuffer()

  /// A byte order mark, CRLF, and an apostrophe before text that a spreadsheet would run as a formula.
  public let isExcel: Bool

  private var isFirstField = true
  private var fieldStart = 0

  public init(excel: Bool = false) { isExcel = excel }

  /// What was written.
  public var bytes: [UInt8] { out.bytes }

  /// What was written, which the writer gives away.
  mutating func take() -> [UInt8] {
    isFirstField = true
    return out.take()
  }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    out.cut(to: 0)
    isFirstField = true
  }

  /// The first line of a file, after the byte order mark that Excel needs to see UTF-8.
  public mutating func header(_ names: [String]) {
    if isExcel { out.append("\u{FEFF}") }
    for name in names {
      beginField()
      out.append(name)
      endField(guarded: false)
    }
    endRow()
  }

  /// Begins fields that another writer's row takes up.
  mutating func beginFields() { isFirstField = true }

  public mutating func beginField() {
    if !isFirstField { out.append(UInt8(ascii: ",")) }
    isFirstField = false
    fieldStart = out.count
  }

  /// - Parameter guarded: whether the field is text, which ``isExcel`` guards against formulas.
  public mutating func endField(guarded: Bool) {
    guard fieldStart < out.count else { return }
    if guarded, isExcel, Self.startsFormula(out[fieldStart]) { out.insert(UInt8(ascii: "'"), at: fieldStart) }
    guard out.next(Self.special, from: fieldStart) < out.count else { return }
    guard out.next(Self.marks, from: fieldStart) < out.count else {
      out.insert(0x22, at: fieldStart)
      return out.append(0x22)
    }
    let field = out.takeTail(from: fieldStart)
    out.append(0x22)
    var runStart = 0
    var index = Self.marks.next(in: field, from: 0)
    while index < field.count {
      out.append(field[runStart...index])
      runStart = index
      index = Self.marks.next(in: field, from: index + 1)
    }
    out.append(field[runStart...])
    out.append(0x22)
  }

  /// What puts a field in quotation marks, and what is doubled in them.
  private static var special: ByteSearch { ByteSearch(0x22, 0x2C, 0x0A, 0x0D) }
  private static var marks: ByteSearch { ByteSearch(0x22) }

  public mutating func endRow() {
    if isExcel { out.append(UInt8(ascii: "\r")) }
    out.append(UInt8(ascii: "\n"))
    isFirstField = true
  }

  /// A field of text; empty for `nil`.
  public mutating func text(_ string: String?) {
    beginField()
    if let string { out.append(string) }
    endField(guarded: true)
  }

  /// A word that needs neither quotation marks nor a guard: a name of ours, an id; empty for `nil`.
  mutating func word(_ word: String?) {
    beginField()
    if let word { out.append(word) }
  }

  /// A whole number; empty for `nil`.
  public mutating func number(_ number: Int?) {
    beginField()
    if let number { out.append(number: number) }
  }

  /// A number with four decimals; empty for `nil` and for what is not finite.
  public mutating func number(_ number: Double?) {
    beginField()
    if let number { _ = out.append(fixed: number) }
  }

  /// Fields that this writer, or one like it, has already made: the same at the start of many rows.
  mutating func fields(_ encoded: ArraySlice<UInt8>) {
    if !isFirstField { out.append(UInt8(ascii: ",")) }
    isFirstField = false
    out.append(encoded)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
