import Documents

/// Tells English from other languages by its commonest words.
enum LanguageGuess {
  /// Sets the language where it is not known, and warns of articles in another one.
  static func settle(_ metadata: inout Metadata, text: Text, blocks: [Block]) -> Warning? {
    let share = englishShare(text, blocks)
    if let share {
      if share >= 0.12 {
        // The text speaks for itself, whatever its page claims.
        metadata.language = "en"
      } else if share < 0.06, metadata.language == nil || metadata.language == "en" {
        metadata.language = "und"
      }
    }
    guard let language = metadata.language, language != "en" else { return nil }
    let name = language == "und" ? "another language than English" : "language \(language)"
    return Warning(code: "not-english", "\(name): no statements are looked for")
  }

  /// The share of English function words among the body's words; `nil` for texts under twenty words.
  private static func englishShare(_ text: Text, _ blocks: [Block]) -> Double? {
    var words = 0
    var hits = 0
    var letters = 0
    var wide = 0
    for block in blocks where block.kind.isBody {
      var hash: UInt64 = seed
      var length = 0
      for byte in text.utf8[block.span.range] + [0x20] {
        if byte.isWordByte {
          hash = (hash ^ UInt64(byte.asciiLowercased)) &* prime
          length += 1
          letters += 1
          if byte >= 0xE3 && byte != 0xEF || byte >= 0xCE && byte <= 0xDF { wide += 1 }
        } else if length > 0 {
          words += 1
          if length <= 5, common.contains(hash) { hits += 1 }
          hash = seed
          length = 0
        }
      }
      if words > 600 { break }
    }
    // Scripts without blanks between words have few words and many letters.
    if wide * 3 > letters, letters >= 60 { return 0 }
    return words >= 20 ? Double(hits) / Double(words) : nil
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
  private static let common: Set<UInt64> = {
    let words = "the of and to that is was for on with he it by at from his they are be has had have this which were who not "
      + "been its said will their would but an as she her you your we our can what about when there than more"
    return Set(
      words.split(separator: " ").map { $0.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime } })
  }()
}
