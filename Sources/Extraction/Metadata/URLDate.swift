/// Dates in addresses: `/2023/09/18/`, `/2023-09-18-`, `/20230918`.
enum URLDate {
  static func read(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let path = url[scheme.upperBound...].drop { $0 != "/" }
    let tokens = DateToken.tokens(of: Array(path.utf8))
    for (index, token) in tokens.enumerated() {
      guard case .number(let number, let digits) = token else { continue }
      var reading: DateReader.Reading?
      if digits == 8 {
        reading = DateReader.Reading(year: number / 10000, month: number / 100 % 100, day: number % 100)
      } else if digits == 4, index + 4 < tokens.count, case .mark(let mark) = tokens[index + 1],
        mark == 0x2F || mark == 0x2D || mark == 0x5F, tokens[index + 3] == .mark(mark),
        case .number(let day, 1...2) = tokens[index + 4]
      {
        switch tokens[index + 2] {
        case .number(let month, 1...2): reading = DateReader.Reading(year: number, month: month, day: day)
        case .word(let word): reading = DateReader.months[word].map { .init(year: number, month: $0, day: day) }
        default: break
        }
      }
      if let reading, reading.isPossible, reading.year >= 1990 { return reading.iso }
    }
    return nil
  }
}
