import Documents

/// Terms that tell for or against whom a text stands.
public struct StanceLexicon: Sendable {
  public struct Term: Sendable {
    var written: LexiconText
    /// `nil`: any part of speech.
    public var part: PartOfSpeech?
    public var polarity: RolePolarity
    /// A deed that takes a side without words: *sanction*, *sue*, *block*.
    public var isAct: Bool

    public var text: String { written.string }
  }

  public private(set) var terms: [Term] = []
  public private(set) var index = TermIndex.empty
  /// `stance@1.0`.
  public let reference: String

  static let keys = RolePolarity.keys.union([.term, .lemma, .pos, .forms, .act, .examples, .gloss])

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    var builder = TermIndexBuilder()
    reference = files.map(\.header.reference).joined(separator: "+")
    for file in files {
      if builder.take(file, into: &terms, &vocabulary) { continue }
      var checker = EntryChecker(file)
      for entry in file.entries { add(entry, &checker, &vocabulary, &builder) }
      try checker.finish()
    }
    index = builder.index
  }

  /// Makes `prefix*` match; to be called when the vocabulary has all its words.
  public mutating func link(to vocabulary: Vocabulary) { index = index.linked(to: vocabulary) }

  private mutating func add(
    _ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary,
    _ builder: inout TermIndexBuilder
  ) {
    checker.checkKeys(entry, known: StanceLexicon.keys)
    guard let (text, inflects) = checker.term(entry) else { return }
    let part = checker.choice(entry, .pos, of: PartOfSpeech.choices)
    let polarity = RolePolarity(entry, &checker, readingWeight: true)
    if polarity.isEmpty, entry.place(.weight) == nil { checker.report(entry, "a term needs a `weight:` or a role") }
    let bytes = entry.store.bytes
    terms.append(
      Term(
        written: LexiconText(bytes, text), part: part, polarity: polarity, isAct: entry.flag(.act)))
    builder.insert(
      text, in: bytes, inflects: inflects, as: part ?? .phrase, irregular: entry.values(.forms), entry: terms.count - 1,
      vocabulary: &vocabulary)
  }
}

extension StanceLexicon.Term: PreparedRecord {
  static var label: String { "stance" }

  func pack(into packer: inout Packer) {
    packer.add(part, of: PartOfSpeech.choices)
    polarity.pack(into: &packer)
    packer.add(isAct)
  }

  init(from unpacker: inout Unpacker) {
    written = LexiconText([], 0..<0)
    part = unpacker.choice(of: PartOfSpeech.choices)
    polarity = RolePolarity(from: &unpacker)
    isAct = unpacker.flag()
  }
}
