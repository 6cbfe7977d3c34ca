import Documents

/// Terms with a class and a number each: hedges, intensifiers, negators, modality, roles, organisation words.
public struct WordList: Sendable {
  public struct Entry: Sendable {
    var written: LexiconText
    public var wordClass: String
    /// `factor:` or `weight:`.
    public var number: Double?
    /// `scope:`, `modality:`, `ends:` or `rank:`.
    public var detail: String?
    public var gender: Gender?
    public var isPlural: Bool
    /// `ambiguous: true`.
    public var isAmbiguous: Bool
    public var part: PartOfSpeech?

    public var term: String { written.string }
  }

  public private(set) var entries: [Entry] = []
  public private(set) var index = TermIndex.empty

  static let keys: KeySet = [
    .term, .lemma, .pos, .class, .factor, .weight, .scope, .modality, .ends, .rank, .gender, .number, .ambiguous,
    .forms, .gloss, .examples, .plural, .part,
  ]
  fileprivate static let genders = Choices(Gender.self)

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    var builder = TermIndexBuilder()
    for file in files {
      if builder.take(file, into: &entries, &vocabulary) { continue }
      var checker = EntryChecker(file)
      for entry in file.entries { add(entry, &checker, &vocabulary, &builder) }
      try checker.finish()
    }
    index = builder.index
  }

  private mutating func add(
    _ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary,
    _ builder: inout TermIndexBuilder
  ) {
    checker.checkKeys(entry, known: WordList.keys)
    guard let (text, inflects) = checker.term(entry) else { return }
    let store = entry.store
    var new = Entry(
      written: LexiconText(store.bytes, text), wordClass: "", number: nil, detail: nil, gender: nil,
      isPlural: entry.string(.number) == "plural", isAmbiguous: entry.flag(.ambiguous), part: nil)
    // Most entries have two fields or three: to go through them is quicker than to ask for each key.
    for place in entry.places {
      switch store.fields[place].key {
      case .class: new.wordClass = entry.string(.class) ?? ""
      case .pos: new.part = checker.choice(entry, .pos, of: PartOfSpeech.choices)
      case .gender: new.gender = checker.choice(entry, .gender, of: WordList.genders)
      case .factor, .weight:
        if new.number == nil {
          new.number =
            checker.number(entry, .factor, in: -10...10) ?? checker.number(entry, .weight, in: -10...10)
        }
      case .scope, .modality, .ends, .rank:
        new.detail = entry.string(.scope) ?? entry.string(.modality) ?? entry.string(.ends) ?? entry.string(.rank)
      default: break
      }
    }
    entries.append(new)
    let part = new.part
    builder.insert(
      text, in: store.bytes, inflects: inflects, as: part ?? (inflects ? .verb : .phrase),
      irregular: entry.values(.forms),
      entry: entries.count - 1, vocabulary: &vocabulary)
  }
}

extension WordList.Entry {
  /// The id of the term as one word, new if need be.
  package func intern(in vocabulary: inout Vocabulary) -> Int32 { vocabulary.intern(written.bytes, written.range) }

  /// The same of what stands behind the last blank or hyphen in it.
  package func internLastWord(in vocabulary: inout Vocabulary) -> Int32 {
    let term = written.bytes[written.range]
    let separates = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    let end = term.lastIndex { !separates($0) }.map { $0 + 1 } ?? term.startIndex
    let start = term[..<end].lastIndex(where: separates).map { $0 + 1 } ?? term.startIndex
    return vocabulary.intern(written.bytes, start..<end)
  }
}

extension WordList.Entry: PreparedRecord {
  static var label: String { "words" }

  func pack(into packer: inout Packer) {
    packer.add(wordClass)
    packer.add(optional: number)
    packer.add(optional: detail)
    packer.add(gender, of: WordList.genders)
    packer.add((isPlural ? 1 : 0) + (isAmbiguous ? 2 : 0))
    packer.add(part, of: PartOfSpeech.choices)
  }

  init(from unpacker: inout Unpacker) {
    written = LexiconText([], 0..<0)
    wordClass = unpacker.text()
    number = unpacker.optionalDecimal()
    detail = unpacker.optionalText()
    gender = unpacker.choice(of: WordList.genders)
    let flags = unpacker.number()
    (isPlural, isAmbiguous) = (flags & 1 != 0, flags & 2 != 0)
    part = unpacker.choice(of: PartOfSpeech.choices)
  }
}

/// What a name or a noun tells of a person's gender, as far as pronouns go.
public enum Gender: String, Sendable, CaseIterable {
  case feminine = "f"
  case masculine = "m"
  case unknown = "u"
}
