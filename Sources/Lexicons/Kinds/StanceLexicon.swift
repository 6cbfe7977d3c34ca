import Documents

/// Terms that tell for or against whom a text stands. A class, since everything that scores holds one.
public final class StanceLexicon: Sendable {
  public struct Term: Sendable {
    package var written: LexiconText
    /// `nil`: any part of speech.
    public var part: PartOfSpeech?
    public var polarity: RolePolarity
    /// A deed that takes a side without words: *sanction*, *sue*, *block*.
    public var isAct: Bool

    public var text: String { written.string }
  }

  let table: RecordTable<Term>
  /// Made anew at each call: what reads documents asks for one by its number.
  public func allTerms() -> [Term] { Array(table) }
  public let index: TermIndex
  /// `stance@1.0`.
  public let reference: String

  public func term(_ number: Int) -> Term { table[number] }
  /// A part of ``term(_:)`` that is asked of every match.
  public func part(of number: Int) -> PartOfSpeech? { table.kind(number).part }

  static let keys = RolePolarity.keys.union([.term, .lemma, .pos, .forms, .act, .examples, .gloss])

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    reference = files.map(\.header.reference).joined(separator: "+")
    (table, index) = try RecordTable.read(files, &vocabulary, add: StanceLexicon.add)
  }

  private init(_ lexicon: StanceLexicon, index: TermIndex) {
    (table, self.index, reference) = (lexicon.table, index, lexicon.reference)
  }

  /// The same where `prefix*` matches; to be called when the vocabulary has all its words.
  public func linked(to vocabulary: Vocabulary) -> StanceLexicon {
    StanceLexicon(self, index: index.linked(to: vocabulary))
  }

  private static func add(
    _ entry: LexiconEntry, _ table: inout RecordTable<Term>, _ checker: inout EntryChecker,
    _ vocabulary: inout Vocabulary, _ builder: inout TermIndexBuilder
  ) {
    checker.checkKeys(entry, known: StanceLexicon.keys)
    guard let (text, inflects) = checker.term(entry) else { return }
    let part = checker.choice(entry, .pos, of: PartOfSpeech.choices)
    let polarity = RolePolarity(entry, &checker, readingWeight: true)
    if polarity.isEmpty, entry.place(.weight) == nil { checker.report(entry, "a term needs a `weight:` or a role") }
    let bytes = entry.store.bytes
    table.append(
      Term(
        written: LexiconText(bytes, text), part: part, polarity: polarity, isAct: entry.flag(.act)))
    builder.insert(
      text, in: bytes, inflects: inflects, as: part ?? .phrase, irregular: entry.values(.forms), entry: table.count - 1,
      vocabulary: &vocabulary)
  }
}

extension StanceLexicon.Term: PreparedRecord {
  package static var label: String { "stance" }

  package func pack(into packer: inout Packer) {
    packer.add(part, of: PartOfSpeech.choices)
    polarity.pack(into: &packer)
    packer.add(isAct)
  }

  package init(from unpacker: inout Unpacker) {
    written = LexiconText([], 0..<0)
    part = unpacker.choice(of: PartOfSpeech.choices)
    polarity = RolePolarity(from: &unpacker)
    isAct = unpacker.flag()
  }
}
