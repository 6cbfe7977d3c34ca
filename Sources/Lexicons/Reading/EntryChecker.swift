import Documents

/// Checks the fields of entries against what a kind of lexicon knows, and collects what is wrong.
struct EntryChecker {
  let file: LexiconFile
  private(set) var problems: [Diagnostic] = []

  init(_ file: LexiconFile) { self.file = file }

  /// Reports keys that the kind does not know.
  mutating func checkKeys(_ entry: LexiconEntry, known: KeySet) {
    for field in entry.fields where !known.contains(field.key) {
      let hint = didYouMean(field.key, among: known.all).map { "; did you mean `\($0)`?" } ?? ""
      report(field, "unknown key `\(field.key)`\(hint)")
    }
  }

  /// The number of a key within bounds; `nil`, and a report if there is something else, for anything but a number.
  mutating func number(_ entry: LexiconEntry, _ key: String, in bounds: ClosedRange<Double>) -> Double? {
    entry.field(key).flatMap { number($0, in: bounds) }
  }

  /// The number of a field within bounds.
  mutating func number(_ field: LexiconEntry.Field, in bounds: ClosedRange<Double>) -> Double? {
    guard case .scalar(let text) = field.value, let number = Double(text), number.isFinite else {
      report(field, "`\(field.key)` is not a number")
      return nil
    }
    guard bounds.contains(number) else {
      report(field, "`\(field.key)` is \(text), outside \(bounds.lowerBound) … \(bounds.upperBound)")
      return nil
    }
    return number
  }

  /// The value of a key among a fixed set of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ entry: LexiconEntry, _ key: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let field = entry.field(key) else { return nil }
    guard case .scalar(let text) = field.value, let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue)
      let given = entry.string(key) ?? "a list"
      let hint =
        didYouMean(given, among: names).map { "; did you mean `\($0)`?" } ?? "; one of \(names.joined(separator: ", "))"
      report(field, "`\(key)` cannot be `\(given)`\(hint)")
      return nil
    }
    return choice
  }

  /// The word or phrase of an entry, and whether it inflects.
  mutating func term(_ entry: LexiconEntry) -> (text: String, inflects: Bool)? {
    if let lemma = entry.string("lemma"), !lemma.isEmpty { return (lemma, true) }
    if let term = entry.string("term"), !term.isEmpty { return (term, false) }
    problems.append(
      Diagnostic(file: file.path, line: entry.line, column: entry.column, "an entry needs a `term:` or a `lemma:`"))
    return nil
  }

  mutating func report(_ entry: LexiconEntry, _ message: String) {
    problems.append(Diagnostic(file: file.path, line: entry.line, column: entry.column, message))
  }

  private mutating func report(_ field: LexiconEntry.Field, _ message: String) {
    problems.append(Diagnostic(file: file.path, line: field.line, column: field.column, message))
  }

  /// - Throws: everything that was found.
  func finish() throws(Diagnostics) {
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }
}
