/// A lexicon that is a list of records, each with a term in an index.
struct PreparedList<Record: PreparedRecord>: Sendable {
  let records: PreparedRecords<Record>
  let index: TermIndex
  let words: PreparedMembers

  static func pack(
    _ records: RecordTable<Record>, _ index: TermIndex, _ vocabulary: Vocabulary, into packer: inout Packer
  ) {
    PreparedRecords.pack(records, into: &packer)
    index.pack(into: &packer)
    PreparedMembers.pack(index.trie.words, vocabulary, into: &packer)
  }

  /// What stages that read the same lexicon share; `nil` for anything but such a list.
  static func list(of lexicon: PreparedLexicon) -> PreparedList? { lexicon.made { PreparedList(lexicon) } }

  private init?(_ lexicon: PreparedLexicon) {
    guard var unpacker = lexicon.part("terms"), let records = PreparedRecords<Record>(from: &unpacker),
      let index = TermIndex(from: &unpacker, entries: records.count),
      let words = PreparedMembers(from: &unpacker, of: lexicon.words), unpacker.isDone
    else { return nil }
    (self.records, self.index, self.words) = (records, index, words)
  }
}

extension TermIndexBuilder {
  /// Takes the records and terms of a file as they were prepared.
  /// - Returns: whether there are some.
  mutating func take<Record: PreparedRecord>(
    _ file: LexiconFile, into records: inout RecordTable<Record>, _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard vocabulary.takes(file), let lexicon = file.prepared,
      let list = PreparedList<Record>.list(of: lexicon)
    else { return false }
    vocabulary.join(list.words)
    insert(list.index, entries: records.count, words: vocabulary.words.count)
    records.append(list.records)
    return true
  }
}

extension RolePolarity: Packable {
  package func pack(into packer: inout Packer) {
    for number in [weight, object, subject, content] { packer.add(optional: number) }
    packer.add(prepositions)
  }

  package init(from unpacker: inout Unpacker) {
    weight = unpacker.optionalDecimal()
    object = unpacker.optionalDecimal()
    subject = unpacker.optionalDecimal()
    content = unpacker.optionalDecimal()
    prepositions = unpacker.table()
  }
}

extension Packer {
  mutating func add<Choice>(_ choice: Choice?, of choices: Choices<Choice>) {
    add(choice.map { choices.number(of: $0) + 1 } ?? 0)
  }
}

extension Unpacker {
  mutating func choice<Choice>(of choices: Choices<Choice>) -> Choice? {
    let number = number()
    return number == 0 ? nil : choices.choice(number: number - 1) ?? broken(nil)
  }
}
