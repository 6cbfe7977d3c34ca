import Documents

/// Terms with a class and a number each: hedges, intensifiers, negators, modality, roles, organisation words. A class,
/// since everything that reads a document holds some.
public final class WordList: Sendable {
  public struct Entry: Sendable {
    package var written: LexiconText
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

  let table: RecordTable<Entry>
  /// Made anew at each call: what reads documents asks for one by its number.
  public func allEntries() -> [Entry] { Array(table) }
  public let index: TermIndex
  /// A file that is all that there is.
  let whole: LexiconFile?

  public func entry(_ number: Int) -> Entry { table[number] }
  /// What the entries tell of names, without their terms.
  public func genders() -> [(gender: Gender?, isAmbiguous: Bool)] { table.mapKinds { ($0.gender, $0.isAmbiguous) } }
  /// A part of ``entry(_:)`` that is asked of every match.
  public func isPlural(_ number: Int) -> Bool { table.kind(number).isPlural }

  static let keys: KeySet = [
    .term, .lemma, .pos, .class, .factor, .weight, .scope, .modality, .ends, .rank, .gender, .number, .ambiguous,
    .forms, .gloss, .examples, .plural, .part,
  ]
  fileprivate static let genders = Choices(Gender.self)

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    whole = files.count == 1 ? files.first : nil
    (table, index) = try RecordTable.read(files, &vocabulary, add: WordList.add)
  }

  private static func add(
    _ entry: LexiconEntry, _ table: inout RecordTable<Entry>, _ checker: inout EntryChecker,
    _ vocabulary: inout Vocabulary, _ builder: inout TermIndexBuilder
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
    table.append(new)
    let part = new.part
    builder.insert(
      text, in: store.bytes, inflects: inflects, as: part ?? (inflects ? .verb : .phrase),
      irregular: entry.values(.forms),
      entry: table.count - 1, vocabulary: &vocabulary)
  }
}

extension WordList.Entry: PreparedRecord {
  package static var label: String { "words" }

  package func pack(into packer: inout Packer) {
    packer.add(wordClass)
    packer.add(optional: number)
    packer.add(optional: detail)
    packer.add(gender, of: WordList.genders)
    packer.add((isPlural ? 1 : 0) + (isAmbiguous ? 2 : 0))
    packer.add(part, of: PartOfSpeech.choices)
  }

  package init(from unpacker: inout Unpacker) {
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
