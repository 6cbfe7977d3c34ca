import Documents

/// Reads metadata from names of files: `{date}_{site}_{title}.txt`.
///
/// Text between the fields stands for itself, and a field for everything up to it: the first place where the text behind
/// it stands ends it. `{_}` is something that is not wanted. A pattern with `/` is one of the last folders too. The name's
/// known extensions may be left out of the pattern.
public struct FileNamePattern: Hashable, Sendable {
  private enum Field: String, CaseIterable {
    case title, author, date, site, section, url, language, genre
    case skipped = "_"
  }

  private let opening: String
  /// Each field with the text behind it.
  private let fields: [(field: Field, ending: String)]
  private let depth: Int
  private let pattern: String

  public static func == (a: FileNamePattern, b: FileNamePattern) -> Bool { a.pattern == b.pattern }
  public func hash(into hasher: inout Hasher) { hasher.combine(pattern) }

  /// - Throws: ``BatchError`` that says what is wrong with the pattern, and where.
  public init(_ pattern: String) throws {
    var literals = [""]
    var fields: [Field] = []
    var column = 0
    var rest = Substring(pattern)
    func wrong(_ problem: String) -> BatchError {
      BatchError("`\(pattern)`: column \(column + 1): \(problem)")
    }
    while let character = rest.first {
      if character == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw wrong("`{` without `}`") }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        guard let field = Field(rawValue: name) else {
          throw wrong(
            "no field `\(name)`; there are \(Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", "))")
        }
        guard field == .skipped || !fields.contains(field) else { throw wrong("`{\(name)}` stands here a second time") }
        guard fields.isEmpty || literals.last != "" else { throw wrong("two fields need some text between them") }
        fields.append(field)
        literals.append("")
        column += name.count + 2
        rest = rest[rest.index(after: end)...]
      } else {
        guard character != "}" else { throw wrong("`}` without `{`") }
        literals[literals.count - 1].append(character)
        column += 1
        rest.removeFirst()
      }
    }
    guard fields.contains(where: { $0 != .skipped }) else { throw wrong("no field, such as {date}") }
    self.pattern = pattern
    opening = literals[0]
    self.fields = Array(zip(fields, literals.dropFirst()))
    depth = pattern.split(separator: "/", omittingEmptySubsequences: false).count
  }

  /// What the name says; `nil` for one that the pattern does not fit.
  ///
  /// - Parameter path: relative to the input folder. With and without its extensions it is held against the pattern.
  func metadata(of path: String) -> Metadata? {
    let parts = path.split(separator: "/")
    guard parts.count >= depth else { return nil }
    let name = parts.suffix(depth).joined(separator: "/")
    return values(of: FileName(name).stem) ?? values(of: name)
  }

  private func values(of name: String) -> Metadata? {
    guard name.hasPrefix(opening) else { return nil }
    var rest = name.dropFirst(opening.count)
    var result = Metadata()
    for (index, (field, ending)) in fields.enumerated() {
      let end: Substring.Index
      if index == fields.count - 1 {
        guard rest.hasSuffix(ending) else { return nil }
        end = rest.index(rest.endIndex, offsetBy: -ending.count)
      } else {
        guard let found = Self.find(ending, in: rest) else { return nil }
        end = found
      }
      let value = rest[..<end]
      guard !value.isEmpty, field == .skipped || fill(field, value, &result) else { return nil }
      rest = rest[end...].dropFirst(ending.count)
    }
    return result
  }

  private static func find(_ wanted: String, in text: Substring) -> Substring.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(wanted) { return place }
      place = text.index(after: place)
    }
    return nil
  }

  /// `false` for a value that the field cannot have.
  private func fill(_ field: Field, _ value: Substring, _ metadata: inout Metadata) -> Bool {
    let text = String(value)
    // Names of files have underscores where words have blanks between them.
    let words = text.split(separator: "_").joined(separator: " ")
    switch field {
    case .title: metadata.title = words
    case .author: metadata.authors = [words]
    case .site: metadata.site = words
    case .section: metadata.section = words
    case .url: metadata.url = text
    case .language: metadata.language = text.lowercased()
    case .genre:
      metadata.genre = Metadata.Genre(rawValue: text.lowercased())
      return metadata.genre != nil
    case .date:
      metadata.date = Self.date(value)
      return metadata.date != nil
    case .skipped: break
    }
    return true
  }

  /// `2024-01-31`, `2024_01_31`, `2024.01.31` and `20240131` as the first.
  private static func date(_ value: Substring) -> String? {
    var digits: [UInt8] = []
    var lengths: [Int] = [0]
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39:
        digits.append(byte)
        lengths[lengths.count - 1] += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): lengths.append(0)
      default: return nil
      }
    }
    guard lengths == [8] || lengths == [4, 2, 2] else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard let number = Int(text), (1...12).contains(number / 100 % 100), (1...31).contains(number % 100),
      number > 10_000_000
    else { return nil }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
