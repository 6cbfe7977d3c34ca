/// Lines that say nothing but when (and where) an article appeared.
enum DateLine {
  /// Whether the line is a date with its labels: *Published : Sept. 18, 2023 - 05:30*, *Updated 3 hours ago*.
  static func isDateLine(_ line: Line) -> Bool {
    guard line.wordCount >= 1, line.wordCount <= 24, line.folded.count < 200 else { return false }
    // Most lines have no number in them; *Updated yesterday* is short.
    guard line.wordCount <= 4 || line.folded.contains(where: \.isASCIIDigit) else { return false }
    var hasNumber = false
    var hasDate = false
    var hasLabel = false
    var numbers = 0
    for token in DateToken.tokens(of: line.folded) {
      switch token {
      case .number(let value, let digits):
        hasNumber = true
        numbers += 1
        if digits == 4, (1900...2099).contains(value) { hasDate = true }
      case .word(let word):
        if DateReader.months[word] != nil || days.contains(word) {
          hasDate = true
        } else if labels.contains(word) {
          hasLabel = true
        } else if word == "ago" {
          hasDate = true
        } else if !fillers.contains(word) {
          return false
        }
      case .mark(0x3A): if hasNumber, numbers > 0 { hasDate = hasDate || hasLabel }
      case .mark: break
      }
    }
    if isClock(line.folded) { return true }
    return hasDate && (hasNumber || hasLabel) || hasLabel && hasNumber
  }

  /// `23:14`, `9.05am`: the time of an entry in a live blog.
  private static func isClock(_ folded: [UInt8]) -> Bool {
    guard folded.count <= 12 else { return false }
    let tokens = DateToken.tokens(of: folded)
    guard tokens.count >= 3, case .number(let hour, 1...2) = tokens[0], hour < 24,
      case .number(let minute, 2) = tokens[2],
      minute < 60
    else { return false }
    return tokens[1] == .mark(0x3A) || tokens[1] == .mark(0x2E) && tokens.count > 3
  }

  /// Whether the date is that of a change, not of the publication: *May 3, 2024. Updated: May 9, 2024* has both.
  static func isModification(_ line: Line) -> Bool {
    guard let label = line.folded.find("updated") ?? line.folded.find("modified"), !line.contains("published") else {
      return false
    }
    return DateReader.read(Array(line.folded[..<label])) == nil
  }

  /// The date right behind a label of publication: *Posted on 3 May 2024 in News*. *Posted by Ada on 3 May* and *Published
  /// studies of 3 May* have none.
  static func posting(_ line: Line) -> DateReader.Reading? {
    guard let label = postings.first(where: { line.folded.starts(with: $0) }) else { return nil }
    let rest = Array(line.folded[label.count...])
    for token in DateToken.tokens(of: Array(rest.prefix(40))) {
      if case .number = token { return DateReader.read(rest) }
      guard case .word(let word) = token else { continue }
      guard DateReader.months[word] != nil || days.contains(word) || fillers.contains(word) else { return nil }
    }
    return nil
  }

  /// Whether the line is a label of publication and nothing else: *Published on:*.
  static func isPostingLabel(_ line: Line) -> Bool {
    line.wordCount <= 3 && postings.contains { line.folded.starts(with: $0) }
  }

  private static let postings = WordList.bytes(
    """
    posted; published; publish date; publication date; date published; date posted; first published; first posted; \
    originally published; originally posted; post time; post date
    """)

  /// Whether the line is a place with a dash and nothing else: *KARASUK, Oct. 3 (Agency) —*.
  static func isPlaceLine(_ line: Line, _ text: ArraySlice<UInt8>) -> Bool {
    guard line.wordCount <= 9, line.shouted >= 1 else { return false }
    return line.lastByte == UInt8(ascii: "-") && line.capitalised * 2 >= line.wordCount
  }

  private static let days = WordList.words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
    yesterday today
    """)
  private static let labels = WordList.words(
    """
    published updated posted modified created date uploaded issued released revised publish update \
    publication
    """)
  private static let fillers = WordList.words(
    """
    on at am pm a p m t z last first of the st nd rd th hours hour minutes minute min mins days day weeks \
    week months month years year read gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest \
    kst jst aest aedt sgt hkt local time h original and reading in print edition seconds second this article \
    story was by noon midnight eastern pacific central since
    """)
}
