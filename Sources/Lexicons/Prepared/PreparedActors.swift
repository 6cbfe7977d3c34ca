import Documents

/// A lexicon of actors as it is after reading.
struct PreparedActors {
  let actors: [ActorLexicon.Actor]
  let names: ActorNames
  let trie: PhraseTrie
  let words: PreparedMembers

  /// How a file was read.
  enum Kind: String { case actors, concepts }

  static func pack(_ lexicon: ActorLexicon, as kind: Kind, _ vocabulary: Vocabulary, into packer: inout Packer) {
    packer.add(kind.rawValue)
    packer.add(lexicon.actors)
    lexicon.names.pack(into: &packer)
    lexicon.trie.pack(into: &packer)
    PreparedMembers.pack(lexicon.trie.words, vocabulary, into: &packer)
  }

  /// `nil` for anything but a lexicon that was read so.
  init?(_ lexicon: PreparedLexicon, as kind: Kind) {
    guard var unpacker = lexicon.part("terms"), unpacker.text() == kind.rawValue else { return nil }
    actors = unpacker.items()
    guard let names = ActorNames(from: &unpacker, actors: actors.count),
      let trie = PhraseTrie(from: &unpacker),
      let words = PreparedMembers(from: &unpacker, of: lexicon.words), unpacker.isDone
    else { return nil }
    (self.names, self.trie, self.words) = (names, trie, words)
  }
}

extension ActorLexicon.Actor: Packable {
  package func pack(into packer: inout Packer) {
    packer.add(id)
    packer.add(name)
    packer.add(kind, of: ActorLexiconBuilder.kinds)
    for text in [organisationClass, parent, country] { packer.add(optional: text) }
  }

  package init(from unpacker: inout Unpacker) {
    id = unpacker.text()
    name = unpacker.text()
    kind = unpacker.choice(of: ActorLexiconBuilder.kinds) ?? unpacker.broken(.organization)
    organisationClass = unpacker.optionalText()
    parent = unpacker.optionalText()
    country = unpacker.optionalText()
  }
}
