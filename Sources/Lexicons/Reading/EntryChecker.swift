import Documents

/// Checks the fields of entries against what a kind of lexicon knows, and collects what is wrong.
struct EntryChecker {
  let file: LexiconFile
  private(set) var problems: [Diagnostic] = []

  init(_ file: LexiconFile) { self.file = file }

  /// Reports keys that the kind does not know.
  mutating func checkKeys(_ entry: LexiconEntry, known: KeySet) {
    for place in entry.places {
      if known.contains(entry.store.fields[place].number) { continue }
      let name = entry.store.string(entry.store.fields[place].name)
      let hint = didYouMean(name, among: known.all.map(\.text)).map { "; did you mean `\($0)`?" } ?? ""
      report(entry, at: place, "unknown key `\(name)`\(hint)")
    }
  }

  /// The number of a key within bounds; `nil`, and a report if there is something else, for anything but a number.
  mutating func number(_ entry: LexiconEntry, _ key: LexiconKey, in bounds: ClosedRange<Double>) -> Double? {
    entry.place(key).flatMap { number(entry, at: $0, in: bounds) }
  }

  /// The number of a field within bounds.
  mutating func number(_ entry: LexiconEntry, at place: Int, in bounds: ClosedRange<Double>) -> Double? {
    let range = entry.scalar(at: place)
    let read = range.flatMap { range in
      DecimalNumber.read(entry.store.bytes[range]) ?? Double(String(decoding: entry.store.bytes[range], as: UTF8.self))
    }
    guard let range, let number = read, number.isFinite else {
      report(entry, at: place, "`\(entry.store.string(entry.store.fields[place].name))` is not a number")
      return nil
    }
    guard bounds.contains(number) else {
      let name = entry.store.string(entry.store.fields[place].name)
      let text = String(decoding: entry.store.bytes[range], as: UTF8.self)
      report(entry, at: place, "`\(name)` is \(text), outside \(bounds.lowerBound) … \(bounds.upperBound)")
      return nil
    }
    return number
  }

  /// The value of a key among a fixed set of words.
  mutating func choice<Choice>(_ entry: LexiconEntry, _ key: LexiconKey, of choices: Choices<Choice>) -> Choice? {
    guard let place = entry.place(key) else { return nil }
    if let range = entry.scalar(at: place), let choice = choices.choice(entry.store.bytes, range) { return choice }
    let names = choices.names
    let given = entry.string(key) ?? "a list"
    let hint =
      didYouMean(given, among: names).map { "; did you mean `\($0)`?" } ?? "; one of \(names.joined(separator: ", "))"
    report(entry, at: place, "`\(key.text)` cannot be `\(given)`\(hint)")
    return nil
  }

  /// Where the word or phrase of an entry stands, and whether it inflects.
  mutating func term(_ entry: LexiconEntry) -> (text: Range<Int>, inflects: Bool)? {
    if let lemma = entry.scalar(.lemma), !lemma.isEmpty { return (lemma, true) }
    if let term = entry.scalar(.term), !term.isEmpty { return (term, false) }
    report(entry, "an entry needs a `term:` or a `lemma:`")
    return nil
  }

  mutating func report(_ entry: LexiconEntry, _ message: String) {
    problems.append(Diagnostic(file: file.path, line: entry.line, column: entry.column, message))
  }

  private mutating func report(_ entry: LexiconEntry, at place: Int, _ message: String) {
    let field = entry.store.fields[place]
    problems.append(
      Diagnostic(file: file.path, line: Int(field.line), column: entry.store.column(field.column), message))
  }

  /// - Throws: everything that was found.
  func finish() throws(Diagnostics) {
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }
}
