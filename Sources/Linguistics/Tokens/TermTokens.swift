import Documents
import Lexicons

extension Vocabulary {
  /// A vocabulary whose terms are split as texts are: `rule-breaking` is three tokens, `don't` two.
  public static func ofTokens() -> Vocabulary { Vocabulary(tokens: TermTokens.split) }

  /// One for some lexicons, those of them that were prepared to be taken as they are.
  package static func ofTokens(for files: [LexiconFile]) -> Vocabulary {
    Vocabulary(tokens: TermTokens.split, words: files.lazy.compactMap(\.prepared?.words).first)
  }
}

/// Tokens of a lexicon's words, by the tokeniser that reads the texts.
enum TermTokens {
  /// - Parameter word: a word of a term, without white space. A dot at its end is not a full stop.
  /// - Returns: `nil` for a word that stays whole, which most do.
  static func split(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    if !mayBeSplit(word) { return nil }
    let bytes = Array(word)
    var scanner = TokenScanner(bytes: bytes, abbreviations: noAbbreviations)
    scanner.scan(Span(0, bytes.count))
    return scanner.tokens.map { bytes[Int($0.start)..<Int($0.end)] }
  }

  private static let noAbbreviations = Abbreviations([])

  private static func mayBeSplit(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    // A clitic that stands alone in a lexicon (*'ll*) is one token of the texts.
    if first == UInt8(ascii: "'") || first == 0xE2 && word.starts(with: "’".utf8) { return false }
    var (hasDot, hasDigit) = (false, false)
    for byte in word where !ByteClass.isLetter(byte) {
      if ByteClass.isDigit(byte) {
        hasDigit = true
      } else if byte == UInt8(ascii: ".") {
        hasDot = true
      } else {
        return true
      }
    }
    if hasDot { return false }
    // `5km` is two tokens; of letters alone only contractions are.
    return hasDigit || mayBeContraction(word) && EnglishWords.contractions.contains(SmallWordSet.lowercasedKey(word))
  }

  /// Quicker to see for most words than whether they are in the set.
  private static func mayBeContraction(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 8, let last = word.last else { return false }
    switch last | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "m"): return true
    default: return false
    }
  }
}
