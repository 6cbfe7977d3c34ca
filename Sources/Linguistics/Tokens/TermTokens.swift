import Documents
import Lexicons

extension Vocabulary {
  /// A vocabulary whose terms are split as texts are: `rule-breaking` is three tokens, `don't` two.
  public static func ofTokens() -> Vocabulary { Vocabulary(tokens: TermTokens.split) }
}

/// Tokens of a lexicon's words, by the tokeniser that reads the texts.
enum TermTokens {
  /// - Parameter word: a word of a term, without white space. A dot at its end is not a full stop.
  static func split(_ word: String) -> [String] {
    // Most words have nothing to split; `cannot` and its like have eight letters at most.
    let isPlain = word.utf8.allSatisfy { ByteClass.isAlphanumeric($0) || $0 == UInt8(ascii: ".") }
    if isPlain, word.utf8.count > 8 || word.utf8.contains(UInt8(ascii: ".")) { return [word] }
    // A clitic that stands alone in a lexicon (*'ll*) is one token of the texts.
    if word.hasPrefix("'") || word.hasPrefix("’") { return [word] }
    let bytes = Array(word.utf8)
    var scanner = TokenScanner(bytes: bytes, abbreviations: Abbreviations([]))
    scanner.scan(Span(0, bytes.count))
    return scanner.tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }
}
