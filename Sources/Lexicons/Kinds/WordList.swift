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
  public private(set) var index = TermIndex()

  static let keys: KeySet = [
    .term, .lemma, .pos, .class, .factor, .weight, .scope, .modality, .ends, .rank, .gender, .number, .ambiguous,
    .forms, .gloss, .examples, .plural, .part,
  ]
  private static let genders = Choices(Gender.self)

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    for file in files {
      var checker = EntryChecker(file)
      for entry in file.entries { add(entry, &checker, &vocabulary) }
      try checker.finish()
    }
  }

  private mutating func add(_ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary) {
    checker.checkKeys(entry, known: WordList.keys)
    guard let (text, inflects) = checker.term(entry) else { return }
    let part = checker.choice(entry, .pos, of: PartOfSpeech.choices)
    let bytes = entry.store.bytes
    entries.append(
      Entry(
        term: String(decoding: bytes[text], as: UTF8.self), wordClass: entry.string(.class) ?? "",
        number: checker.number(entry, .factor, in: -10...10) ?? checker.number(entry, .weight, in: -10...10),
        detail: entry.string(.scope) ?? entry.string(.modality) ?? entry.string(.ends) ?? entry.string(.rank),
        gender: checker.choice(entry, .gender, of: WordList.genders), isPlural: entry.string(.number) == "plural",
        isAmbiguous: entry.flag(.ambiguous), part: part))
    index.insert(
      bytes[text], inflects: inflects, as: part ?? (inflects ? .verb : .phrase), irregular: entry.texts(.forms),
      entry: entries.count - 1, vocabulary: &vocabulary)
  }
}

/// What a name or a noun tells of a person's gender, as far as pronouns go.
public enum Gender: String, Sendable, CaseIterable {
  case feminine = "f"
  case masculine = "m"
  case unknown = "u"
}
