import Documents
import Foundation

/// What a pipeline file may say of a lexicon beside its path.
public struct LexiconSettings: Hashable, Sendable {
  /// `nil`: by content.
  public var format: LexiconFormat?
  public var name: String?
  public var version: String?
  public var licence: String?
  /// What weights are divided by, for tables.
  public var scale: Double?
  /// The weight of every term, for lists without weights.
  public var weight: Double?
  /// Weights of categories by name, for dictionaries of categories.
  public var categories: [String: Double] = [:]

  public init() {}
}

/// A lexicon file as lines of text: UTF-8 (with or without a byte order mark) or else windows-1252; LF, CRLF or CR.
struct LexiconSource {
  struct Line {
    /// 1-based.
    var number: Int
    var text: Substring
  }

  let path: String
  let settings: LexiconSettings
  /// What the header of the file's kind says, `stance` or `actors`.
  let kind: String
  let lines: [Line]

  init(path: String, bytes: [UInt8], kind: String, settings: LexiconSettings = LexiconSettings()) {
    self.path = path
    self.settings = settings
    self.kind = kind
    let text = LexiconSource.decode(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    var lines: [Line] = []
    var start = text.utf8.startIndex
    var index = start
    var number = 1
    while index < text.utf8.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(Line(number: number, text: text[start..<index]))
        number += 1
        start = next
        if byte == 0x0D, next < text.utf8.endIndex, text.utf8[next] == 0x0A { start = text.utf8.index(after: next) }
        index = start
      } else {
        index = next
      }
    }
    if start < text.utf8.endIndex { lines.append(Line(number: number, text: text[start...])) }
    self.lines = lines
  }

  /// The file's name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The first lines that are not blank.
  var sample: [Substring] {
    Array(lines.lazy.filter { $0.text.contains { !$0.isWhitespace } }.prefix(60).map(\.text))
  }

  /// The header that the outputs name: from the settings, else the file's own name.
  var header: LexiconHeader {
    let base = name.split(separator: ".").first.map(String.init) ?? name
    return LexiconHeader(
      name: settings.name ?? base, version: settings.version ?? "0", language: "en", licence: settings.licence ?? "",
      kind: kind)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let data = Data(bytes)
    return String(data: data, encoding: .windowsCP1252) ?? String(decoding: bytes.map { UInt16($0) }, as: UTF16.self)
  }
}

/// Collects the entries of a published lexicon and what is wrong with its lines.
struct EntryCollector {
  let source: LexiconSource
  private var builder = EntryBuilder()
  private var isEmpty = true
  private(set) var problems: [Diagnostic] = []

  init(_ source: LexiconSource) { self.source = source }

  /// Adds a term. `_` stands for a blank where the format says so; the caller has replaced it.
  /// - Parameters:
  ///   - weight: -1 … 1, `nil` for an entry of another kind.
  ///   - part: `nil` for any part of speech.
  mutating func add(
    term: some StringProtocol, weight: Double?, part: PartOfSpeech? = nil, inflects: Bool = false,
    line: LexiconSource.Line
  ) {
    let words = term.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return report(line, "an empty term") }
    var fields = [field(inflects ? "lemma" : "term", .scalar(words.joined(separator: " ")), line)]
    if let part { fields.append(field("pos", .scalar(part.rawValue), line)) }
    if let weight { fields.append(field("weight", .scalar(String(rounded(weight))), line)) }
    add(fields, line)
  }

  mutating func add(fields: [(key: String, value: LexiconEntry.Value)], line: LexiconSource.Line) {
    add(fields.map { field($0.key, $0.value, line) }, line)
  }

  private mutating func add(_ fields: [LexiconEntry.Field], _ line: LexiconSource.Line) {
    builder.add(fields, line: line.number, column: 1)
    isEmpty = false
  }

  mutating func report(_ line: LexiconSource.Line, column: Int = 1, _ message: String) {
    problems.append(Diagnostic(file: source.path, line: line.number, column: column, message))
  }

  /// - Throws: everything that was wrong, or that there is nothing in the file.
  func finish() throws(Diagnostics) -> LexiconFile {
    guard problems.isEmpty else { throw Diagnostics(problems) }
    guard !isEmpty else {
      throw Diagnostics([Diagnostic(file: source.path, "no entries; is the format right?")])
    }
    return LexiconFile(path: source.path, header: source.header, entries: builder.store())
  }

  private func field(_ key: String, _ value: LexiconEntry.Value, _ line: LexiconSource.Line) -> LexiconEntry.Field {
    .init(key: key, value: value, line: line.number, column: 1)
  }

  /// Four decimals are more than any of these lists means.
  private func rounded(_ weight: Double) -> Double { (weight * 10_000).rounded() / 10_000 }
}
