import Documents

/// A lexicon of actors as it is after reading.
struct PreparedActors {
  var actors: [ActorLexicon.Actor]
  var names: [ActorLexicon.Name]
  var printed: [UInt8]
  var terms: PreparedTerms

  /// How a file was read.
  enum Kind: String { case actors, concepts }

  func pack(into packer: inout Packer, as kind: Kind) {
    packer.add(kind.rawValue)
    packer.add(actors)
    packer.add(column: zip(names, [0] + names.map(\.actor)).map { Packer.step($0.actor - $1) })
    packer.add(column: names.map { Self.forms.number(of: $0.form) << 3 | Self.flags($0) })
    packer.add(column: names.map(\.letters.count))
    packer.add(bytes: printed)
    terms.pack(into: &packer)
  }

  init(_ lexicon: ActorLexicon, words: WordForms) {
    (actors, names, printed) = (lexicon.actors, lexicon.names, lexicon.printed)
    terms = PreparedTerms(words: words, phrases: lexicon.trie.table)
  }

  /// `nil` for anything but a lexicon that was read so.
  init?(_ lexicon: PreparedLexicon, as kind: Kind) {
    guard var unpacker = lexicon.part("terms"), unpacker.text() == kind.rawValue else { return nil }
    actors = unpacker.items()
    let (steps, forms, sizes) = (unpacker.column(), unpacker.column(), unpacker.column())
    guard steps.count == forms.count, steps.count == sizes.count else { return nil }
    names = []
    names.reserveCapacity(steps.count)
    let choices = Self.forms
    var (actor, end) = (0, 0)
    for (index, form) in forms.enumerated() {
      actor += Unpacker.step(steps[index])
      // Names follow each other in the printed bytes.
      let start = end
      end += Int(sizes[index])
      guard actors.indices.contains(actor), end <= Int32.max, let name = choices.choice(number: Int(form >> 3))
      else { return nil }
      names.append(
        ActorLexicon.Name(
          actor: actor, form: name, isContextual: form & 1 != 0, isAmbiguous: form & 2 != 0,
          isCaseSensitive: form & 4 != 0,
          letters: Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end)))
    }
    printed = unpacker.run()
    terms = PreparedTerms(from: &unpacker, payloads: names.count)
    guard unpacker.isDone, end <= printed.count else { return nil }
  }

  private static let forms = Choices(Target.Mention.Form.self)

  private static func flags(_ name: ActorLexicon.Name) -> Int {
    (name.isContextual ? 1 : 0) + (name.isAmbiguous ? 2 : 0) + (name.isCaseSensitive ? 4 : 0)
  }
}

extension ActorLexicon.Actor: Packable {
  func pack(into packer: inout Packer) {
    packer.add(id)
    packer.add(name)
    packer.add(kind, of: ActorLexiconBuilder.kinds)
    for text in [organisationClass, parent, country] { packer.add(optional: text) }
  }

  init(from unpacker: inout Unpacker) {
    id = unpacker.text()
    name = unpacker.text()
    kind = unpacker.choice(of: ActorLexiconBuilder.kinds) ?? unpacker.broken(.organization)
    organisationClass = unpacker.optionalText()
    parent = unpacker.optionalText()
    country = unpacker.optionalText()
  }
}
