/// Lines that name an article's authors.
enum Byline {
  /// Whether the line is a byline: *By Ada Lindqvist and Tom Reyes*, *BY STAFF WRITER*, *Words: Ada Lindqvist*.
  static func isByline(_ line: Line) -> Bool {
    guard line.wordCount >= 2, line.wordCount <= 22, let length = introduction(line.folded) else { return false }
    let rest = line.folded[length...]
    guard rest.first.map(\.isWordByte) ?? false || rest.first == 0x22 else { return false }
    // Names are written with capitals: of the words behind *by* only small ones may lack them.
    let (small, words) = smallWords(rest)
    guard words > 0 else { return false }
    let capitals = line.capitalised
    if startsWithTime(rest) { return false }
    return capitals + small >= line.wordCount - 1 && capitals >= 1 && !(line.endsSentence && line.wordCount > 12)
  }

  /// The people whom a byline names, in order; offices and agencies are left out.
  static func authors(in text: String) -> [String] { AuthorNames.split(withoutIntroduction(text)) }

  /// What stands behind *by*, *written by* …
  static func withoutIntroduction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let length = introduction(bytes.map(\.asciiLowercased)) else { return text }
    return String(decoding: bytes[length...], as: UTF8.self)
  }

  /// Length of *by*, *words by*, *written by* …, and the blanks and marks behind it.
  private static func introduction(_ folded: [UInt8]) -> Int? {
    for phrase in introductions where folded.starts(with: phrase) {
      var end = phrase.count
      guard end < folded.count, !folded[end].isWordByte || phrase.last == 0x3A else { continue }
      while end < folded.count, !folded[end].isWordByte, folded[end] != 0x22 { end += 1 }
      return end
    }
    return nil
  }

  private static let introductions = WordList.bytes(
    """
    written by; words by; story by; article by; text by; posted by; reported by; authored by; \
    published by; contributed by; reporting by; analysis by; opinion by; review by; author:; author; authors:; \
    byline:; contributor:; contributors:; words:; text:; writer:; reporter:; by:; by
    """)

  private static let small = WordList.words(
    """
    and of the for in at with de la van von der den bin al da di du staff writer writers reporter \
    correspondent editor contributor special to senior news el y e political business on updated published \
    min read ago hours am pm is chief freelance contributing columnist reporters agencies agency bureau via a
    """)

  private static func smallWords(_ rest: ArraySlice<UInt8>) -> (small: Int, words: Int) {
    var count = 0
    var words = 0
    for token in DateToken.tokens(of: Array(rest)) {
      switch token {
      case .word(let word):
        words += 1
        if small.contains(word) { count += 1 }
      case .number: count += 1
      case .mark: break
      }
    }
    return (count, words)
  }

  /// *By Monday*, *By 2030*, *By the time*: no names.
  private static func startsWithTime(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = DateToken.tokens(of: Array(rest.prefix(40))).first else { return true }
    switch first {
    case .number, .mark: return true
    case .word(let word):
      return DateReader.months[word] != nil && word != "may" && word != "april" && word != "june"
        || times.contains(word)
    }
  }

  private static let times = WordList.words(
    """
    monday tuesday wednesday thursday friday saturday sunday then now noon midnight contrast comparison law \
    far all some no any itself early late mid
    """)
}
