import Documents

/// Tells the language of a text by the share of each language's commonest words.
enum LanguageGuess {
  /// Sets the language where the text speaks clearly or the page is silent, and warns of articles that are not in English.
  static func settle(_ metadata: inout Metadata, text: Text, blocks: [Block]) -> Warning? {
    switch guess(text, blocks) {
    case .unclear: break
    case .language(let language): metadata.language = language
    case .otherScript: if metadata.language == nil || metadata.language == "en" { metadata.language = "und" }
    }
    guard let language = metadata.language, language != "en" else { return nil }
    let name = language == "und" ? "another language than English" : "language \(language)"
    return Warning(code: "not-english", "\(name): no statements are looked for")
  }

  private enum Guess {
    case language(String)
    case otherScript
    case unclear
  }

  private static func guess(_ text: Text, _ blocks: [Block]) -> Guess {
    var count = Count()
    for block in blocks where block.kind.isBody {
      let bytes = text.utf8[block.span.range]
      count.read(bytes.span)
      if count.words > 300 { break }
    }
    // Scripts other than Latin have lead bytes of their own.
    if count.wide * 3 > count.letters, count.letters >= 60 { return .otherScript }
    guard count.words >= 20, let best = count.hits.indices.max(by: { count.hits[$0] < count.hits[$1] }) else {
      return .unclear
    }
    // Running text has one such word in three or four; tables and lists of names have few in any language.
    return count.hits[best] * 7 >= count.words ? .language(languages[best].code) : .unclear
  }

  private struct Count {
    var words = 0
    var letters = 0
    var wide = 0
    var hits = [Int](repeating: 0, count: LanguageGuess.languages.count)

    mutating func read(_ bytes: Swift.Span<UInt8>) {
      let common = LanguageGuess.common
      var index = 0
      while index < bytes.count {
        var hash = WordHash.seed
        let start = index
        while index < bytes.count {
          let byte = bytes[index]
          // Most letters are small.
          if byte.isASCIILower {
            hash = WordHash.step(hash, byte)
          } else {
            guard byte.isWordByte else { break }
            hash = WordHash.step(hash, byte.asciiLowercased)
            if byte >= 0xE3 && byte != 0xEF || byte >= 0xCE && byte <= 0xDF { wide += 1 }
          }
          index += 1
        }
        if index > start {
          letters += index - start
          words += 1
          if let mask = common[hash] { hit(mask) }
        }
        index += 1
      }
    }

    private mutating func hit(_ languages: Int) {
      var rest = languages
      while rest != 0 {
        hits[rest.trailingZeroBitCount] += 1
        rest &= rest - 1
      }
    }
  }

  private static let languages: [(code: String, words: String)] = [
    (
      "en",
      """
      the of and to in a that is was for on with he it by at from his they are be has had have this which were who not been \
      its said will their would but an as she her you your we our can what about when there than more
      """
    ),
    (
      "de",
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat"
    ),
    (
      "fr", "de la le et les des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont avec aux ont"
    ),
    ("es", "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha"),
    ("it", "di e il la che in un a per è una sono con non del si da i le della dei al anche nel alla ha lo gli come"),
    ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas ao das foi pelo"),
    ("nl", "de van een het en in is dat op te zijn voor met die niet aan er om ook als dan maar door over bij uit nog"),
    (
      "id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada oleh adalah telah bisa"
    ),
    ("sv", "och i att det som en på är av för med den till inte om ett han men var jag sig från har de hade"),
    ("pl", "i w nie na z się do to że jest o jak po co za od przez przy dla tym jego ale czy lub oraz który"),
    ("tr", "ve bir bu için ile de da çok daha olarak gibi olan ne kadar sonra var ama o değil en ise her"),
  ]

  /// The languages of each word, as bits.
  private static let common = HashTable(
    languages.enumerated().flatMap { index, language in
      WordList.ordered(language.words).map { (WordHash.of($0), 1 << index) }
    }, combine: { $0 | $1 })
}
