/// The cases of a value that is one of a few words, told by their bytes.
struct Choices<Choice: RawRepresentable & CaseIterable & Sendable>: Sendable where Choice.RawValue == String {
  private let words: [PackedWord]
  private let choices: [Choice]

  init(_ type: Choice.Type) {
    choices = Array(Choice.allCases)
    words = choices.map { PackedWord($0.rawValue) }
  }

  func choice(_ bytes: [UInt8], _ range: Range<Int>) -> Choice? {
    let word = PackedWord(bytes.span, range)
    return words.firstIndex(of: word).map { choices[$0] }
  }

  func choice(number: Int) -> Choice? { choices.indices.contains(number) ? choices[number] : nil }

  /// Its place among the cases.
  func number(of choice: Choice) -> Int { choices.firstIndex { $0.rawValue == choice.rawValue } ?? 0 }

  var names: [String] { choices.map(\.rawValue) }
}
