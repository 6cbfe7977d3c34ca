/// A piece of a date: a number with its count of digits, a word in lower case, or a punctuation mark.
enum DateToken: Hashable, Sendable {
  case number(Int, digits: Int)
  case word(String)
  case mark(UInt8)

  /// Marks and words that may stand between the parts of a date.
  var isFiller: Bool {
    switch self {
    case .mark(let byte): byte == 0x2E || byte == 0x2C
    case .word(let word): word == "of" || word == "the" || word == "st" || word == "nd" || word == "rd" || word == "th"
    case .number: false
    }
  }

  /// Blanks are left out.
  static func tokens(of bytes: [UInt8]) -> [DateToken] {
    var result: [DateToken] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      if byte.isASCIIDigit {
        var value = 0
        while index < bytes.count, bytes[index].isASCIIDigit {
          if index - start < 15 { value = value * 10 + Int(bytes[index] - 0x30) }
          index += 1
        }
        result.append(.number(value, digits: index - start))
      } else if byte.isASCIILetter {
        index += 1
        // Elements may follow one another without a blank: *ScienceMay 3*.
        while index < bytes.count, bytes[index].isASCIILetter,
          !(bytes[index].isASCIIUpper && bytes[index - 1].isASCIILower)
        { index += 1 }
        result.append(.word(String(decoding: bytes[start..<index], as: UTF8.self).lowercased()))
      } else {
        if !byte.isASCIISpace, byte < 0x80 { result.append(.mark(byte)) }
        index += 1
      }
    }
    return result
  }

  /// The number just before a token, ordinals (`18th`, `18th of`) included.
  static func numberBefore(_ tokens: [DateToken], _ index: Int) -> Int? {
    var before = index - 1
    while before >= 0, tokens[before].isFiller || tokens[before] == .mark(0x2D) { before -= 1 }
    guard before >= 0, case .number(let day, let digits) = tokens[before], digits <= 2 else { return nil }
    return day
  }

  /// The year behind a token, and where it ends.
  static func yearAfter(_ tokens: [DateToken], _ index: Int) -> (year: Int, end: Int)? {
    var next = index + 1
    while next < tokens.count, tokens[next].isFiller || tokens[next] == .mark(0x2D) { next += 1 }
    guard next < tokens.count, case .number(let year, 4) = tokens[next] else { return nil }
    return (year, next + 1)
  }
}

/// Reads the time of day beside a date.
enum ClockReader {
  typealias Clock = (time: (hour: Int, minute: Int, second: Int), zone: String?)

  /// A time within a few tokens behind a date.
  static func time(_ tokens: [DateToken], from start: Int) -> Clock? {
    var index = start
    let limit = min(tokens.count, start + 4)
    while index < limit {
      if case .number = tokens[index] { return clock(tokens, index) }
      if case .word(let word) = tokens[index], word != "t", word != "at" { return nil }
      index += 1
    }
    return nil
  }

  /// A time that ends a few tokens before a date.
  static func time(_ tokens: [DateToken], before end: Int) -> Clock? {
    var index = end - 1
    let limit = max(0, end - 10)
    while index > limit {
      if tokens[index] == .mark(0x3A), index > 0, case .number = tokens[index - 1] { return clock(tokens, index - 1) }
      index -= 1
    }
    return nil
  }

  private static func clock(_ tokens: [DateToken], _ index: Int) -> Clock? {
    guard case .number(var hour, let digits) = tokens[index] else { return nil }
    var minute = 0
    var second = 0
    var next = index + 1
    if digits == 6 || digits == 4, hour < 240_000 {
      let whole = hour
      (hour, minute, second) =
        digits == 6 ? (whole / 10000, whole / 100 % 100, whole % 100) : (whole / 100, whole % 100, 0)
      guard index > 0, tokens[index - 1] == .word("t") else { return nil }
    } else {
      guard digits <= 2, next + 1 < tokens.count else { return nil }
      guard case .mark(let separator) = tokens[next], separator == 0x3A || separator == 0x2E,
        case .number(let minutes, 2) = tokens[next + 1]
      else {
        guard case .word(let half) = tokens[next], half == "am" || half == "pm", (1...12).contains(hour) else {
          return nil
        }
        return ((hour % 12 + (half == "pm" ? 12 : 0), 0, 0), zone(tokens, next + 1))
      }
      minute = minutes
      next += 2
      if next + 1 < tokens.count, tokens[next] == .mark(0x3A), case .number(let seconds, 2) = tokens[next + 1] {
        second = seconds
        next += 2
        if next + 1 < tokens.count, tokens[next] == .mark(0x2E), case .number = tokens[next + 1] { next += 2 }
      }
      if next < tokens.count, case .word(let half) = tokens[next] {
        // a.m. arrives as "a", ".", "m".
        let dotted = (half == "a" || half == "p") && next + 2 < tokens.count && tokens[next + 2] == .word("m")
        if half == "am" || half == "pm" || dotted {
          guard (1...12).contains(hour) else { return nil }
          hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0)
          next += dotted ? 4 : 1
        }
      }
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return ((hour, minute, second), zone(tokens, next))
  }

  private static func zone(_ tokens: [DateToken], _ start: Int) -> String? {
    guard start < tokens.count else { return nil }
    switch tokens[start] {
    case .word(let word): return zones[word]
    case .mark(let sign) where sign == 0x2B || sign == 0x2D:
      guard start + 1 < tokens.count, case .number(let number, let digits) = tokens[start + 1] else { return nil }
      var hours = number
      var minutes = 0
      if digits == 4 { (hours, minutes) = (number / 100, number % 100) }
      if digits == 2, start + 3 < tokens.count, tokens[start + 2] == .mark(0x3A),
        case .number(let rest, 2) = tokens[start + 3]
      {
        minutes = rest
      }
      guard digits == 2 || digits == 4, hours <= 14, minutes < 60 else { return nil }
      let sign = sign == 0x2B ? "+" : "-"
      return sign + (hours < 10 ? "0" : "") + String(hours) + ":" + (minutes < 10 ? "0" : "") + String(minutes)
    default: return nil
    }
  }

  private static let zones = Dictionary(
    WordList.pairs(
      """
      z=Z; utc=Z; gmt=Z; bst=+01:00; cet=+01:00; cest=+02:00; est=-05:00; edt=-04:00; cst=-06:00; cdt=-05:00; \
      mst=-07:00; mdt=-06:00; pst=-08:00; pdt=-07:00; kst=+09:00; jst=+09:00; aest=+10:00; aedt=+11:00
      """), uniquingKeysWith: { first, _ in first })
}
