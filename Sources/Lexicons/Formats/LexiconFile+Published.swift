import Documents
import Foundation

extension LexiconFile {
  /// Reads a lexicon in any format, as published.
  /// - Parameters:
  ///   - path: for messages, and for the formats that only the file's name tells apart.
  ///   - bytes: UTF-8 with or without a byte order mark, else windows-1252.
  ///   - kind: `stance`, `actors` or `concepts`: what the file is wanted for. Our own format says so itself.
  ///   - settings: what the pipeline file says of it.
  /// - Throws: every line that cannot be read, with its place; a format that is not recognised.
  public static func read(
    path: String, bytes: [UInt8], kind: String, settings: LexiconSettings = LexiconSettings()
  ) throws(Diagnostics) -> LexiconFile {
    // Our own format has its own fast reader.
    if settings.format == .standpoint || settings.format == nil && isOwn(path, bytes) {
      return try LexiconReader(path: path, bytes: bytes).read()
    }
    let source = LexiconSource(path: path, bytes: bytes, kind: kind, settings: settings)
    guard let format = settings.format ?? LexiconFormat.detect(source) else {
      let known = LexiconFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Diagnostics([
        Diagnostic(file: path, line: 1, column: 1, "no known format; say which with `format:` (\(known))")
      ])
    }
    var collector = EntryCollector(source)
    switch format {
    case .standpoint: return try LexiconReader(path: path, bytes: bytes).read()
    case .table: DelimitedTable.read(source, bytes: utf8(source, bytes), &collector)
    case .vader: ScoredLines.vader(source, &collector)
    case .afinn: ScoredLines.afinn(source, &collector)
    case .mpqa: MPQA.read(source, &collector)
    case .liu: WordPolarityList.read(source, &collector)
    case .liwc: LIWC.read(source, &collector)
    case .quanteda: QuantedaYAML.read(source, &collector)
    case .lexicoder: Lexicoder.read(source, &collector)
    case .emolex: EmoLex.read(source, &collector)
    case .vad: ValenceList.read(source, &collector)
    case .sentiwordnet: SentiWordNet.read(source, &collector)
    case .socal: SOCAL.read(source, &collector)
    case .inquirer: Inquirer.read(source, &collector)
    case .wordstat: WordStat.read(source, &collector)
    case .cameo: CAMEOActors.read(source, &collector)
    }
    return try collector.finish()
  }

  private static func isOwn(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return false }
    let head = bytes.prefix(16_384)
    return head.indices.contains { head[$0] == 0x0A && head[($0 + 1)...].starts(with: "entries:".utf8) }
      || bytes.prefix(2048).split(separator: 0x0A).contains { $0.starts(with: Array("kind:".utf8)) }
  }

  /// The bytes of a table as UTF-8 without a byte order mark.
  private static func utf8(_ source: LexiconSource, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if String(validating: body, as: UTF8.self) != nil { return body }
    return Array(source.lines.map(\.text).joined(separator: "\n").utf8)[...]
  }
}
