/// Reads dates as news pages write them: `2023-09-18T05:30:00+09:00`, `Sept. 18, 2023 - 05:30`, `18 September 2023`,
/// `Friday, July 21, 2017`, `2023 Sep 18`, `20230918T0530Z`. English month names.
///
/// Numbers alone with slashes (`9/8/2023`) are read as month/day unless the first is over twelve.
enum DateReader {
  struct Reading: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int
    var time: (hour: Int, minute: Int, second: Int)?
    /// `Z`, `+09:00`
    var zone: String?

    static func == (a: Reading, b: Reading) -> Bool { a.iso == b.iso }
    func hash(into hasher: inout Hasher) { hasher.combine(iso) }

    /// `2023-09-18` or `2023-09-18T05:30:00+09:00`.
    var iso: String {
      var result = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
      guard let time else { return result }
      result += "T" + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2)
      return result + (zone ?? "")
    }

    private func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  /// The first date in a text; `nil` if there is none with a year between 1900 and 2099.
  static func read(_ text: String) -> Reading? { read(Array(text.utf8.prefix(400))) }

  static func read(_ bytes: [UInt8]) -> Reading? {
    let tokens = DateToken.tokens(of: bytes)
    for index in tokens.indices {
      if let found = numeric(tokens, index) ?? named(tokens, index) {
        var reading = found.reading
        guard reading.isPossible else { continue }
        // Nothing but a date of that day: times behind it, or else just before it (`05:30 GMT, 18 September 2023`).
        if let clock = ClockReader.time(tokens, from: found.end) ?? ClockReader.time(tokens, before: index) {
          reading.time = clock.time
          reading.zone = clock.zone
        }
        return reading
      }
    }
    return nil
  }

  /// `2023-09-18`, `2023/09/18`, `20230918`, `18.09.2023`, `9/18/2023`.
  private static func numeric(_ tokens: [DateToken], _ index: Int) -> (reading: Reading, end: Int)? {
    guard case .number(let first, let digits) = tokens[index] else { return nil }
    if digits == 8 {
      let reading = Reading(year: first / 10000, month: first / 100 % 100, day: first % 100)
      return reading.isPossible ? (reading, index + 1) : nil
    }
    guard index + 4 < tokens.count, case .mark(let separator) = tokens[index + 1],
      case .number(let second, let secondDigits) = tokens[index + 2], case .mark(separator) = tokens[index + 3],
      case .number(let third, let thirdDigits) = tokens[index + 4], secondDigits <= 2
    else { return nil }
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    if digits == 4, thirdDigits <= 2 { return (Reading(year: first, month: second, day: third), index + 5) }
    guard digits <= 2, thirdDigits == 4 else { return nil }
    let dayFirst = first > 12 || separator == 0x2E && second <= 12
    return (Reading(year: third, month: dayFirst ? second : first, day: dayFirst ? first : second), index + 5)
  }

  /// `September 18, 2023`, `18th of September, 2023`, `Sept 18 2023`.
  private static func named(_ tokens: [DateToken], _ index: Int) -> (reading: Reading, end: Int)? {
    guard case .word(let word) = tokens[index], let month = months[word] else { return nil }
    // Day in front: 18 September 2023.
    if let day = DateToken.numberBefore(tokens, index), (1...31).contains(day),
      let (year, end) = DateToken.yearAfter(tokens, index)
    {
      return (Reading(year: year, month: month, day: day), end)
    }
    var next = index + 1
    // Year in front: 2023 Sep 18.
    if index > 0, case .number(let year, 4) = tokens[index - 1], next < tokens.count,
      case .number(let day, 1...2) = tokens[next]
    {
      return (Reading(year: year, month: month, day: day), next + 1)
    }
    // Day behind: September 18, 2023.
    while next < tokens.count, tokens[next].isFiller { next += 1 }
    guard next < tokens.count, case .number(let day, let digits) = tokens[next], digits <= 2, (1...31).contains(day),
      let (year, end) = DateToken.yearAfter(tokens, next)
    else { return nil }
    return (Reading(year: year, month: month, day: day), end)
  }

  static let months: [String: Int] = {
    var result: [String: Int] = [:]
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    for (number, name) in names.enumerated() {
      result[name] = number + 1
      result[String(name.prefix(3))] = number + 1
    }
    result["sept"] = 9
    return result
  }()
}

extension DateReader.Reading {
  var isPossible: Bool {
    guard (1900...2099).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}
