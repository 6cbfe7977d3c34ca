/// Lists of words written as one string: an array literal of a hundred strings takes the compiler minutes.
enum WordList {
  /// Words parted by blanks or line ends.
  static func words(_ list: String) -> Set<String> { Set(ordered(list)) }

  /// Words parted by blanks or line ends, in order.
  static func ordered(_ list: String) -> [String] {
    Array(list.utf8).split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Entries `key=value` parted by semicolons, in order.
  static func pairs(_ list: String) -> [(String, String)] {
    parts(list).compactMap { entry in
      guard let mark = entry.firstIndex(of: "=") else { return nil }
      return (String(entry[..<mark]), String(entry[entry.index(after: mark)...]))
    }
  }

  /// Phrases parted by semicolons.
  static func phrases(_ list: String) -> Set<String> { Set(parts(list)) }

  /// Phrases parted by semicolons, as bytes, in order. A blank at a phrase's end counts where it is written `_`.
  static func bytes(_ list: String) -> [[UInt8]] {
    parts(list).map { $0.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 } }
  }

  private static func parts(_ list: String) -> [String] {
    Array(list.utf8).split(separator: UInt8(ascii: ";")).map { part in
      let part = part.drop(while: isBlank)
      let end = part.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? part.startIndex
      return String(decoding: part[..<end], as: UTF8.self)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}
