/// Notes at an article's end that say who wrote it.
enum AuthorNote {
  /// Whether a block is a note on its author: it begins with a name and says *is a staff writer*, *covers*, *can be reached*.
  static func isNote(_ text: String, authors: [String]) -> Bool {
    // Most blocks are none by their first words, which is quicker to see than all of them.
    let head = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).prefix(2)
    let isNamed = head.allSatisfy { $0.first?.isUppercase ?? false }
    guard isNamed || !authors.isEmpty else { return false }
    let begins = authors.contains { author in
      let author = author.lowercased()
      return text.prefix(2 * author.count + 8).lowercased().hasPrefix(author)
    }
    guard isNamed || begins else { return false }
    let opening = text.split(maxSplits: 8, whereSeparator: \.isWhitespace).prefix(8)
    let verb = opening.firstIndex { verbs.contains($0.lowercased()) }
    let bytes = Array(text.utf8)
    let hasContact = contacts.contains { bytes.find($0) != nil }
    guard verb != nil || hasContact else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count >= 4, words.count <= 70 else { return false }
    guard let verb, !hasContact, !begins else { return true }
    let rest = Array(words[verb...].prefix(14).joined(separator: " ").utf8)
    return roles.contains { rest.find($0) != nil }
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
