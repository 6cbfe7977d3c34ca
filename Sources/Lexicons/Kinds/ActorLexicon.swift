import Documents

/// Countries, institutions, organisations and parties with the names that stand for them; also a user's concepts.
///
/// Names, aliases and metonyms are matched as printed (`US` is not *us*); concepts in any case.
public struct ActorLexicon: Sendable {
  public struct Actor: Sendable {
    public var id: String
    public var name: String
    public var kind: Target.Kind
    public var organisationClass: String?
    public var parent: String?
    public var country: String?

    /// News agencies and outlets: reporters of others' words.
    public var isMedium: Bool {
      organisationClass == "news-agency" || organisationClass == "newspaper" || organisationClass == "broadcaster"
    }
  }

  /// One way to speak of an actor.
  public struct Name: Sendable {
    public var actor: Int
    public var form: Target.Mention.Form
    /// Valid only where the document names the actor otherwise: *the North*.
    public var isContextual: Bool
    /// Also the name of something else: *Jordan*, *Georgia*.
    public var isAmbiguous: Bool
    public var isCaseSensitive: Bool
    /// The name's words as printed, without spaces.
    public var printed: [UInt8]
  }

  public private(set) var actors: [Actor] = []
  public private(set) var names: [Name] = []
  private var trie = PhraseTrie()
  private var indexOfID: [String: Int] = [:]

  static let actorKeys: KeySet = [
    "id", "name", "type", "class", "aliases", "demonyms", "metonyms", "contextual", "members", "parent", "country",
    "ambiguous", "parts", "gloss",
  ]
  static let conceptKeys: KeySet = ["id", "name", "term", "type", "aliases", "gloss"]

  /// - Parameters:
  ///   - actors: files of kind `actors`.
  ///   - concepts: files of kind `concepts`.
  /// - Throws: every entry that cannot be read.
  public init(actors: [LexiconFile], concepts: [LexiconFile] = [], vocabulary: inout Vocabulary) throws(Diagnostics) {
    for file in actors {
      var checker = EntryChecker(file)
      for entry in file.entries { addActor(entry, &checker, &vocabulary) }
      try checker.finish()
    }
    for file in concepts {
      var checker = EntryChecker(file)
      for entry in file.entries { addConcept(entry, &checker, &vocabulary) }
      try checker.finish()
    }
  }

  public func actor(id: String) -> Int? { indexOfID[id] }

  /// Names that begin at a token and stand there as printed, longest last.
  @inline(__always)
  public func matches(
    in ids: [Int32], tokens: [Token], text: Text, at start: Int, limit: Int,
    _ body: (_ length: Int, _ name: Int) -> Void
  ) {
    trie.matches(in: ids, at: start, limit: limit) { length, payload in
      let name = names[Int(payload)]
      guard !name.isCaseSensitive || isPrinted(name.printed, tokens[start..<(start + length)], text) else { return }
      body(length, Int(payload))
    }
  }

  private func isPrinted(_ printed: [UInt8], _ tokens: ArraySlice<Token>, _ text: Text) -> Bool {
    var index = 0
    // *the North* may begin a sentence.
    let mayBeginSentence = printed.starts(with: Array("the".utf8)) && printed.count > 3 && printed[3] & 0x20 == 0
    for token in tokens {
      let range = token.span.range
      // The fold of the trie equates the apostrophes already; only the letters' case is left to compare.
      for byte in text.utf8[range] where byte < 0x80 && byte != UInt8(ascii: "'") {
        while index < printed.count, printed[index] >= 0x80 || printed[index] == UInt8(ascii: "'") { index += 1 }
        guard index < printed.count,
          printed[index] == byte || index == 0 && mayBeginSentence && byte == UInt8(ascii: "T")
        else { return false }
        index += 1
      }
    }
    return true
  }

  private mutating func addActor(_ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary) {
    checker.checkKeys(entry, known: ActorLexicon.actorKeys)
    guard let name = entry.string("name"), !name.isEmpty else {
      return checker.report(entry, "an actor needs a `name:`")
    }
    let kind = checker.choice(entry, "type", as: Target.Kind.self) ?? .organization
    let index = addActor(
      Actor(
        id: entry.string("id") ?? slug(name), name: name, kind: kind, organisationClass: entry.string("class"),
        parent: entry.string("parent"), country: entry.string("country")))
    let ambiguous = entry.flag("ambiguous")
    func add(_ texts: [String], _ form: Target.Mention.Form, contextual: Bool = false, ambiguous: Bool = false) {
      for text in texts {
        addName(
          Array(text.utf8),
          Name(
            actor: index, form: form, isContextual: contextual, isAmbiguous: ambiguous, isCaseSensitive: true,
            printed: []), &vocabulary)
      }
    }
    add([name], .name, ambiguous: ambiguous)
    add(entry.list("aliases"), .alias)
    add(entry.list("metonyms"), .metonym)
    add(entry.list("demonyms") + entry.list("members"), .demonym)
    add(entry.list("contextual"), .alias, contextual: true)
  }

  private mutating func addConcept(
    _ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary
  ) {
    checker.checkKeys(entry, known: ActorLexicon.conceptKeys)
    guard let name = entry.string("name") ?? entry.string("term"), !name.isEmpty else {
      return checker.report(entry, "a concept needs a `name:`")
    }
    let index = addActor(
      Actor(
        id: entry.string("id") ?? slug(name), name: name, kind: .concept, organisationClass: nil, parent: nil,
        country: nil))
    for text in [name] + entry.list("aliases") {
      let bytes = Array(text.utf8)
      let last = bytes.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
      for (_, form) in Inflection.noun(Array(bytes[last...])) {
        addName(
          bytes[..<last] + form,
          Name(
            actor: index, form: .concept, isContextual: false, isAmbiguous: false, isCaseSensitive: false, printed: []),
          &vocabulary)
      }
    }
  }

  /// The index of a new actor, or of the one that has this id: later files add names to it.
  private mutating func addActor(_ actor: Actor) -> Int {
    if let index = indexOfID[actor.id] { return index }
    actors.append(actor)
    indexOfID[actor.id] = actors.count - 1
    return actors.count - 1
  }

  private mutating func addName(_ text: [UInt8], _ name: Name, _ vocabulary: inout Vocabulary) {
    var name = name
    name.printed = text.filter { $0 != UInt8(ascii: " ") }
    trie.insert(vocabulary.ids(ofTerm: text), payload: Int32(truncatingIfNeeded: names.count))
    names.append(name)
  }

  private func slug(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
