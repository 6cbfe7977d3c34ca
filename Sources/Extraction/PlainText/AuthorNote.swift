/// Notes at an article's end that say who wrote it.
enum AuthorNote {
  /// Whether a block is a note on its author: it begins with a name and says *is a staff writer*, *covers*, *can be reached*.
  static func isNote(_ text: ArraySlice<UInt8>, authors: [String]) -> Bool {
    // Most blocks are none by their first words, which is quicker to see than all of them.
    let isNamed = beginsWithName(text)
    guard isNamed || !authors.isEmpty else { return false }
    let begins = authors.contains { author in
      let author = Array(author.lowercased().utf8)
      let start = String(decoding: text.prefix(3 * author.count + 16), as: UTF8.self).lowercased()
      return start.utf8.starts(with: author)
    }
    guard isNamed || begins else { return false }
    let opening = text.split(maxSplits: 8, whereSeparator: \.isASCIISpace).prefix(8)
    let verb = opening.first { verbs.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
    let bytes = Array(text)
    let hasContact = contacts.contains { bytes.find($0) != nil }
    guard verb != nil || hasContact else { return false }
    let words = text.split(whereSeparator: \.isASCIISpace)
    guard words.count >= 4, words.count <= 70 else { return false }
    guard let verb, !hasContact, !begins else { return true }
    let rest = Array(words.drop { $0.startIndex < verb.startIndex }.prefix(14).joined(separator: [0x20]))
    return roles.contains { rest.find($0) != nil }
  }

  /// Whether the first two words have capitals.
  private static func beginsWithName(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    for _ in 0..<2 {
      rest = rest.drop(while: \.isASCIISpace)
      let word = rest.prefix { !$0.isASCIISpace }
      guard word.isEmpty || isCapitalised(word) else { return false }
      rest = rest[word.endIndex...]
    }
    return true
  }

  private static func isCapitalised(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first >= 0x80 else { return word.first?.isASCIIUpper ?? false }
    return String(decoding: word, as: UTF8.self).first?.isUppercase ?? false
  }

  private static let contacts = WordList.bytes(
    "can be reached at; follow him on; follow her on; follow them on")
  private static let verbs = WordList.words("is was covers writes reports reported has are joined")
  private static let roles = WordList.bytes(
    """
    staff writer; columnist; a reporter; reporter at; reporter for; reporter covering; correspondent for; \
    correspondent at; correspondent based; contributing writer; contributing editor; freelance; editor at; editor of; \
    writer for; writer at; writer based; journalist based; journalist who; the author of; author of the; \
    senior fellow at; covers; writes about; reports on; contributor to; guest columnist; opinion editor
    """)
}
