/// A record of a lexicon that is packed as its term and the rest, which many records share.
protocol PreparedRecord: Packable {
  /// What a packed list of them begins with: a file may be read as another kind than it was prepared for.
  static var label: String { get }
  /// Its term, which is left out where the record is packed.
  var written: LexiconText { get set }
}

/// A lexicon that is a list of records, each with a term in an index.
struct PreparedList<Record: PreparedRecord> {
  var records: [Record]
  var forms: [TermIndex.Form]
  var terms: PreparedTerms

  init(records: [Record], index: TermIndex, words: WordForms) {
    self.records = records
    forms = index.forms
    terms = PreparedTerms(words: words, phrases: index.trie.table)
  }

  func pack(into packer: inout Packer) {
    packer.add(Record.label)
    var indexOfKind: [[UInt8]: Int] = [:]
    var kinds: [Record] = []
    let kindOf = records.map { record in
      var packer = Packer()
      record.pack(into: &packer)
      let bytes = packer.finish()
      let index = indexOfKind[bytes] ?? kinds.count
      if index == kinds.count {
        indexOfKind[bytes] = index
        kinds.append(record)
      }
      return index
    }
    packer.add(kinds)
    packer.add(column: kindOf)
    packer.add(bytes: records.flatMap { $0.written.bytes[$0.written.range] })
    packer.add(column: records.map(\.written.range.count))
    packer.add(column: zip(forms, [0] + forms.map(\.entry)).map { Packer.step($0.entry - $1) })
    packer.add(column: forms.map { Int($0.kind.rawValue) })
    terms.pack(into: &packer)
  }

  /// `nil` for anything but such a list.
  init?(_ lexicon: PreparedLexicon) {
    guard var unpacker = lexicon.part("terms"), unpacker.text() == Record.label else { return nil }
    let kinds: [Record] = unpacker.items()
    let kindOf = unpacker.column()
    let (written, sizes) = (unpacker.run(), unpacker.column())
    guard kindOf.count == sizes.count else { return nil }
    records = []
    records.reserveCapacity(sizes.count)
    var end = 0
    for (index, kind) in kindOf.enumerated() {
      let start = end
      end += Int(sizes[index])
      guard kind < kinds.count, end <= written.count else { return nil }
      records.append(kinds[Int(kind)])
      records[index].written = LexiconText(written, start..<end)
    }
    let (steps, formKinds) = (unpacker.column(), unpacker.column())
    guard steps.count == formKinds.count else { return nil }
    forms = []
    forms.reserveCapacity(steps.count)
    var entry = 0
    for (step, kind) in zip(steps, formKinds) {
      entry += Unpacker.step(step)
      guard records.indices.contains(entry), let kind = Inflection.Form(rawValue: UInt8(truncatingIfNeeded: kind))
      else { return nil }
      forms.append(TermIndex.Form(entry: entry, kind: kind))
    }
    terms = PreparedTerms(from: &unpacker, payloads: forms.count)
    guard unpacker.isDone else { return nil }
  }
}

extension TermIndexBuilder {
  /// Takes the records and terms of a file as they were prepared.
  /// - Returns: whether there are some.
  mutating func take<Record: PreparedRecord>(
    _ file: LexiconFile, into records: inout [Record], _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard vocabulary.splitsAsPrepared, let lexicon = file.prepared, let list = PreparedList<Record>(lexicon) else {
      return false
    }
    let ids = vocabulary.intern(folded: list.terms.words)
    trie.add(list.terms.phrases, ids: ids, payloads: Int32(truncatingIfNeeded: forms.count))
    let before = records.count
    if before == 0 {
      (forms, records) = (list.forms, list.records)
    } else {
      forms += list.forms.map { TermIndex.Form(entry: $0.entry + before, kind: $0.kind) }
      records += list.records
    }
    return true
  }
}

extension RolePolarity: Packable {
  func pack(into packer: inout Packer) {
    for number in [weight, object, subject, content] { packer.add(optional: number) }
    packer.add(prepositions)
  }

  init(from unpacker: inout Unpacker) {
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
