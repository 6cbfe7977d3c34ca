import Documents

/// A text with the spans that a test expects marked inline: `{c|“We lost,”} {q|said} {s|Marta Quillon}.`
///
/// Letters are the test's own. Marks of one letter are in text order; `{` and `}` are not otherwise allowed.
public struct MarkedText {
  public let text: String
  /// Marked strings by letter.
  public private(set) var marks: [String: [String]] = [:]

  public init(_ marked: String) {
    var text = ""
    var open: [(letter: String, start: String.Index)] = []
    var ranges: [(String, Int, Int)] = []
    var rest = Substring(marked)
    while let character = rest.first {
      if character == "{", let bar = rest.firstIndex(of: "|") {
        open.append((String(rest[rest.index(after: rest.startIndex)..<bar]), text.endIndex))
        ranges.append((open[open.count - 1].letter, text.count, -1))
        rest = rest[rest.index(after: bar)...]
        continue
      }
      if character == "}", !open.isEmpty {
        open.removeLast()
        if let index = ranges.lastIndex(where: { $0.2 < 0 }) { ranges[index].2 = text.count }
      } else {
        text.append(character)
      }
      rest = rest.dropFirst()
    }
    self.text = text
    let characters = Array(text)
    for (letter, start, end) in ranges where end >= start {
      marks[letter, default: []].append(String(characters[start..<end]))
    }
  }
}
