import Documents

/// Terms with a class and a number each: hedges, intensifiers, negators, modality, roles, organisation words.
public struct WordList: Sendable {
  public struct Entry: Sendable {
    public var term: String
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
  }

  public private(set) var entries: [Entry] = []
  public private(set) var index = TermIndex.empty

  static let keys: KeySet = [
    .term, .lemma, .pos, .class, .factor, .weight, .scope, .modality, .ends, .rank, .gender, .number, .ambiguous,
    .forms, .gloss, .examples, .plural, .part,
  ]
  private static let genders = Choices(Gender.self)

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    var builder = TermIndexBuilder()
    for file in files {
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
      term: String(decoding: store.bytes[text], as: UTF8.self), wordClass: "", number: nil, detail: nil, gender: nil,
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

/// What a name or a noun tells of a person's gender, as far as pronouns go.
public enum Gender: String, Sendable, CaseIterable {
  case feminine = "f"
  case masculine = "m"
  case unknown = "u"
}
