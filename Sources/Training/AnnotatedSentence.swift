import Documents

/// A sentence with its source, cue and content marked inline: `{s|Marta Quillon} {q|said} {c|the harbour would close}.`
/// What stands before a tab is a label of the file's own.
public struct AnnotatedSentence: Sendable {
  public let label: String
  public let text: String
  /// Spans of bytes by letter, in text order.
  public let spans: [Character: [Span]]

  /// `nil` for a line that is empty, a comment (`#`), or has marks that do not close.
  public init?(line: some StringProtocol) {
    guard let first = line.utf8.first, first != UInt8(ascii: "#") else { return nil }
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    label = parts.count == 2 ? String(parts[0]) : ""
    var text: [UInt8] = []
    var open: [(letter: Character, start: Int)] = []
    var spans: [Character: [Span]] = [:]
    let bytes = Array((parts.last ?? "").utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "|") {
        open.append((Character(Unicode.Scalar(bytes[index + 1])), text.count))
        index += 3
        continue
      }
      if bytes[index] == UInt8(ascii: "}") {
        guard let mark = open.popLast() else { return nil }
        spans[mark.letter, default: []].append(Span(mark.start, text.count))
      } else {
        text.append(bytes[index])
      }
      index += 1
    }
    guard open.isEmpty, !text.isEmpty else { return nil }
    self.text = String(decoding: text, as: UTF8.self)
    self.spans = spans
  }

  /// The sentences of a file's lines.
  public static func read(_ file: String) -> [AnnotatedSentence] {
    file.split(whereSeparator: \.isNewline).compactMap { AnnotatedSentence(line: $0) }
  }
}
