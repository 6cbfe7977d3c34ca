/// The abbreviations that the tokeniser and the sentence splitter know, ready for lookup by bytes.
///
/// Later entries win over earlier ones of the same term, so a user's list goes last. Case counts, except that a title,
/// rank, company form, street, month or day is also found in capitals (`MR.`) and a lower-case one with a capital (`Esp.`).
public struct Abbreviations: Sendable {
  private let table: SmallWordSet

  /// The kinds that headlines and bylines write in capitals; others would meet acronyms (`IE.`).
  private static func isInCapitals(_ kind: Abbreviation.Kind) -> Bool {
    switch kind {
    case .title, .military, .company, .street, .month, .day: true
    default: false
    }
  }

  public init(_ entries: [Abbreviation]) {
    var words: [(word: String, value: UInt8)] = []
    // Parts of phrases first (`al.` of `et al.`), then variants in other case, so that entries of their own win.
    let (blank, dot) = (UInt8(ascii: " "), UInt8(ascii: "."))
    for entry in entries where entry.term.utf8.contains(blank) {
      for part in entry.term.split(separator: " ") where part.utf8.last == dot && part.utf8.count > 2 {
        words.append((String(part), Self.code(entry)))
      }
    }
    let single = entries.filter { !$0.term.utf8.contains(blank) }
    for entry in single {
      if Self.isInCapitals(entry.kind) { words.append((entry.term.uppercased(), Self.code(entry))) }
      // Most begin with an ASCII letter, of which the byte tells.
      if let byte = entry.term.utf8.first, byte &- 0x41 > 25, let first = entry.term.first, first.isLowercase {
        words.append((first.uppercased() + entry.term.dropFirst(), Self.code(entry)))
      }
    }
    words += single.map { ($0.term, Self.code($0)) }
    table = SmallWordSet(words.map { ($0.word.utf8.last == dot ? $0.word : $0.word + ".", $0.value) })
  }

  /// The code of the abbreviation whose bytes, dot included, are these; 0 if there is none.
  @inline(__always)
  func code(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
    table.value(of: SmallWordSet.key(bytes, start, end))
  }

  // A code holds both properties: 1 + 3 × kind + ends.
  private static func code(_ entry: Abbreviation) -> UInt8 {
    let kind = Abbreviation.Kind.allCases.firstIndex(of: entry.kind) ?? 0
    let ends = Abbreviation.Ends.allCases.firstIndex(of: entry.ends) ?? 1
    return UInt8(truncatingIfNeeded: 1 + 3 * kind + ends)
  }

  static func kind(_ code: UInt8) -> Abbreviation.Kind {
    let index = (Int(code) - 1) / 3
    let all = Abbreviation.Kind.allCases
    return code > 0 && index < all.count ? all[index] : .general
  }

  static func ends(_ code: UInt8) -> Abbreviation.Ends {
    guard code > 0 else { return .maybe }
    switch (code - 1) % 3 {
    case 0: return .never
    case 1: return .maybe
    default: return .number
    }
  }
}
