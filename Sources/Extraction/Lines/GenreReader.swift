import Documents

/// Finds an article's genre where it is said: in labels, sections, addresses and schema types.
enum GenreReader {
  /// The genre that a label names: `[Editorial]`, *OPINION*, *Op-Ed |*, *Live updates*.
  static func label(_ text: String) -> Metadata.Genre? {
    guard mayBeginWithLabel(text) else { return nil }
    let folded = text.lowercased().trimmingSpaces
    let bare = folded.drop { "[(|*# ".contains($0) }
    for (word, genre) in labels where bare.utf8.starts(with: word.utf8) {
      let rest = bare.dropFirst(word.count)
      // The label is the whole line, or is set off from what follows by a mark.
      guard let next = rest.first, rest != "." else { return genre }
      if "])|:•/".contains(next) { return genre }
      let trimmed = rest.drop { $0 == " " }
      if let mark = trimmed.first, rest.first == " ", "|:–—-•/".contains(mark) { return genre }
    }
    return nil
  }

  /// Most lines begin with no label's letters, which is quicker to see in bytes.
  private static func mayBeginWithLabel(_ text: String) -> Bool {
    let bytes = text.utf8.drop { !$0.isWordByte }
    guard let first = bytes.first?.asciiLowercased, first < 0x80 else { return true }
    return labels.contains { label, _ in
      label.utf8.first == first && bytes.starts(with: label.utf8) { $0.asciiLowercased == $1 }
    }
  }

  /// Whether a line is a genre's label and nothing more.
  static func isBareLabel(_ text: ArraySlice<UInt8>) -> Bool {
    // Most lines have too many letters for a label, which is quicker to see than what they are.
    let longest = longestLabel
    var letters = 0
    for byte in text where byte.isASCIILetter {
      letters += 1
      guard letters <= longest else { return false }
    }
    let label = String(decoding: text, as: UTF8.self).lowercased().filter {
      $0.isLetter || $0 == " " || $0 == "-" || $0 == "&"
    }.trimmingSpaces
    return labels.contains { $0.0 == label } || bareLabels.contains(label)
  }

  /// The genre that a section's name or a path says.
  static func section(_ text: String) -> Metadata.Genre? {
    for part in text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != " " }) {
      if let genre = sections[String(part).trimmingSpaces.replacingSpaces] { return genre }
    }
    return nil
  }

  /// The genre that an address says by one of its folders.
  static func url(_ url: String) -> Metadata.Genre? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let path = url[scheme.upperBound...].split(separator: "/").dropFirst().dropLast()
    for part in path {
      if let genre = sections[String(part.prefix { $0 != "?" }).lowercased()] { return genre }
    }
    return nil
  }

  private static let longestLabel = (labels.map(\.0) + bareLabels).map(\.utf8.count).max() ?? 0

  /// The longer of two labels first.
  private static let labels = WordList.pairs(
    """
    editorials=editorial; editorial=editorial; our view=editorial; leading article=editorial; opinions=opinion; \
    opinion=opinion; op-ed=opinion; oped=opinion; commentary=opinion; viewpoint=opinion; guest column=opinion; \
    column=opinion; columnist=opinion; guest essay=opinion; perspective=opinion; comment=opinion; \
    letters to the editor=letter; letter to the editor=letter; letters=letter; letter=letter; \
    interview=interview; q&a=interview; transcript=transcript; full transcript=transcript; live updates=live; \
    live blog=live; live=live; as it happened=live; book review=review; film review=review; movie review=review; \
    review=review
    """
  ).compactMap { pair in Metadata.Genre(rawValue: pair.1).map { (pair.0, $0) } }
  private static let bareLabels = WordList.phrases(
    """
    abstract; full text; exclusive; breaking; breaking news; analysis; explainer; feature; features; news; \
    world; politics; business; sport; sports; lead; special report; premium; world news; investigation; \
    health; technology; science; national; local; local news; top story; front page; developing; column one; \
    profile; the big story; must read; culture; lifestyle; economy; international; video; watch; just in
    """)
  private static let sections = Dictionary(
    WordList.pairs(
      """
      editorial=editorial; editorials=editorial; leaders=editorial; opinion=opinion; opinions=opinion; \
      op-ed=opinion; oped=opinion; op-eds=opinion; commentisfree=opinion; commentary=opinion; columnists=opinion; \
      columns=opinion; columnist=opinion; viewpoint=opinion; viewpoints=opinion; comment=opinion; letters=letter; \
      letters-to-the-editor=letter; interview=interview; interviews=interview; transcript=transcript; \
      transcripts=transcript; live=live; live-blog=live; liveblog=live; live-updates=live; live-news=live; \
      reviews=review; book-reviews=review; movie-reviews=review
      """
    ).compactMap { pair in Metadata.Genre(rawValue: pair.1).map { (pair.0, $0) } },
    uniquingKeysWith: { first, _ in first })
}

extension StringProtocol {
  /// Without white space at the ends.
  var trimmingSpaces: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  fileprivate var replacingSpaces: String { String(map { $0 == " " ? "-" : $0 }) }
}
