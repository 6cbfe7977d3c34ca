/// Lists of words written as one string: an array literal of a hundred strings takes the compiler minutes.
enum WordList {
  /// Words parted by blanks or line ends.
  static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }

  /// Words parted by blanks or line ends, in order.
  static func ordered(_ list: String) -> [String] { list.split(whereSeparator: \.isWhitespace).map(String.init) }

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
    parts(list).map { Array($0.map { $0 == "_" ? " " : $0 }.map(String.init).joined().utf8) }
  }

  private static func parts(_ list: String) -> [String] { list.split(separator: ";").map { $0.trimmingSpaces } }
}
