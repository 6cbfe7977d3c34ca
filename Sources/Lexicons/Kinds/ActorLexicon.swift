import Documents
import Synchronization

/// Countries, institutions, organisations and parties with the names that stand for them; also a user's concepts.
///
/// Names, aliases and metonyms are matched as printed (`US` is not *us*); concepts in any case. A class, since everything
/// that looks for names holds it.
public final class ActorLexicon: Sendable {
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
  }

  public let actors: [Actor]
  let names: ActorNames
  /// For each actor whether some of its names are contextual; most have none.
  public let hasContextualNames: [Bool]
  let trie: PhraseTrie
  /// Made when somebody asks.
  private let indexOfID = Mutex<[String: Int]?>(nil)

  /// - Parameters:
  ///   - actors: files of kind `actors`.
  ///   - concepts: files of kind `concepts`.
  /// - Throws: every entry that cannot be read.
  public init(actors: [LexiconFile], concepts: [LexiconFile] = [], vocabulary: inout Vocabulary) throws(Diagnostics) {
    var builder = ActorLexiconBuilder()
    for file in actors {
      if builder.take(file, as: .actors, &vocabulary) { continue }
      var checker = EntryChecker(file)
      for entry in file.entries { builder.addActor(entry, &checker, &vocabulary) }
      try checker.finish()
    }
    for file in concepts {
      if builder.take(file, as: .concepts, &vocabulary) { continue }
      var checker = EntryChecker(file)
      for entry in file.entries { builder.addConcept(entry, &checker, &vocabulary) }
      try checker.finish()
    }
    self.actors = builder.actors
    names = builder.names
    hasContextualNames = builder.hasContextualNames
    trie = builder.trie
  }

  /// The index of an actor.
  public func actor(id: String) -> Int? {
    indexOfID.withLock { known in
      if let known { return known[id] }
      var index = [String: Int](minimumCapacity: actors.count)
      for number in actors.indices.reversed() { index[actors[number].id] = number }
      known = index
      return index[id]
    }
  }

  /// The organizations among the actors, and those that they are part of.
  public func wholes(of actors: Set<Int>) -> Set<Int> {
    var wholes: Set<Int> = []
    for actor in actors {
      if self.actors[actor].kind == .organization { wholes.insert(actor) }
      if let whole = whole(of: actor) { wholes.insert(whole) }
    }
    return wholes
  }

  /// Whether an actor is one of the organizations or a part of one.
  public func isRelated(_ actor: Int, toAnyOf wholes: Set<Int>) -> Bool {
    wholes.contains(actor) || whole(of: actor).map(wholes.contains) ?? false
  }

  private func whole(of actor: Int) -> Int? {
    guard let id = actors[actor].parent, let whole = self.actor(id: id), actors[whole].kind == .organization else {
      return nil
    }
    return whole
  }

  /// Whether some name may begin with a word; most words begin none.
  public func mayBegin(_ word: Int32) -> Bool { trie.mayBegin(word) }

  /// Names that begin at a token and stand there as printed, longest last.
  /// - Parameter isWanted: asked before the letters are compared: many countries share *the government*.
  @inline(__always)
  public func matches(
    in ids: [Int32], tokens: [Token], text: Text, at start: Int, limit: Int,
    where isWanted: (_ length: Int, _ name: Name) -> Bool, then body: (_ length: Int, _ name: Name) -> Void
  ) {
    guard start < ids.count, trie.mayBegin(ids[start]) else { return }
    trie.matches(in: ids, at: start, limit: limit) { length, payload in
      let name = names[Int(payload)]
      guard isWanted(length, name),
        !name.isCaseSensitive
          || names.isPrinted(Int(payload), tokens, start..<(start + length), text.utf8)
      else { return }
      body(length, name)
    }
  }
}

/// Collects the actors of an ``ActorLexicon``.
struct ActorLexiconBuilder {
  typealias Actor = ActorLexicon.Actor
  typealias Name = ActorLexicon.Name

  private(set) var actors: [Actor] = []
  private var collected = ActorNames.Builder()
  private var phrases = PhraseTrieBuilder()
  /// A file that is all that there is so far.
  private var whole: PreparedActors?
  private var indexOfID: [String: Int] = [:]

  private static let actorKeys: KeySet = [
    .id, .name, .type, .class, .aliases, .demonyms, .metonyms, .contextual, .members, .parent, .country, .ambiguous,
    .parts, .gloss,
  ]
  private static let conceptKeys: KeySet = [.id, .name, .term, .type, .aliases, .gloss]
  static let kinds = Choices(Target.Kind.self)

  var names: ActorNames { whole?.names ?? collected.names }
  var trie: PhraseTrie { whole?.trie ?? phrases.trie }
  /// For each actor whether some of its names are contextual.
  var hasContextualNames: [Bool] {
    let names = names
    var hasContextualNames = [Bool](repeating: false, count: actors.count)
    for index in 0..<names.count {
      let name = names[index]
      if name.isContextual { hasContextualNames[name.actor] = true }
    }
    return hasContextualNames
  }

  mutating func addActor(_ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary) {
    checker.checkKeys(entry, known: ActorLexiconBuilder.actorKeys)
    guard let place = entry.scalar(.name), !place.isEmpty else {
      return checker.report(entry, "an actor needs a `name:`")
    }
    let bytes = entry.store.bytes
    let name = String(decoding: bytes[place], as: UTF8.self)
    let kind = checker.choice(entry, .type, of: ActorLexiconBuilder.kinds) ?? .organization
    let index = addActor(
      Actor(
        id: entry.string(.id) ?? slug(name), name: name, kind: kind, organisationClass: entry.string(.class),
        parent: entry.string(.parent), country: entry.string(.country)))
    func add(_ key: LexiconKey, _ form: Target.Mention.Form, contextual: Bool = false) {
      for place in entry.values(key) {
        addName(
          bytes, place.range,
          Name(actor: index, form: form, isContextual: contextual, isAmbiguous: false, isCaseSensitive: true),
          &vocabulary)
      }
    }
    addName(
      bytes, place,
      Name(
        actor: index, form: .name, isContextual: false, isAmbiguous: entry.flag(.ambiguous), isCaseSensitive: true),
      &vocabulary)
    add(.aliases, .alias)
    add(.metonyms, .metonym)
    add(.demonyms, .demonym)
    add(.members, .demonym)
    add(.contextual, .alias, contextual: true)
  }

  mutating func addConcept(
    _ entry: LexiconEntry, _ checker: inout EntryChecker, _ vocabulary: inout Vocabulary
  ) {
    checker.checkKeys(entry, known: ActorLexiconBuilder.conceptKeys)
    guard let place = entry.scalar(.name) ?? entry.scalar(.term), !place.isEmpty else {
      return checker.report(entry, "a concept needs a `name:`")
    }
    let bytes = entry.store.bytes
    let name = String(decoding: bytes[place], as: UTF8.self)
    let index = addActor(
      Actor(
        id: entry.string(.id) ?? slug(name), name: name, kind: .concept, organisationClass: nil, parent: nil,
        country: nil))
    var forms = TermForms()
    for term in [place] + entry.values(.aliases).map(\.range) {
      let last = bytes[term].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? term.lowerBound
      forms.make(of: term, from: last, in: bytes, as: .noun, irregular: [])
      for form in forms.all {
        addName(
          forms.bytes, form.place,
          Name(actor: index, form: .concept, isContextual: false, isAmbiguous: false, isCaseSensitive: false),
          &vocabulary)
      }
    }
  }

  /// Takes what was prepared of a file.
  /// - Returns: whether there is something.
  fileprivate mutating func take(
    _ file: LexiconFile, as kind: PreparedActors.Kind, _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard vocabulary.takes(file), let lexicon = file.prepared,
      let prepared = PreparedActors(lexicon, as: kind)
    else { return false }
    vocabulary.join(prepared.words)
    if actors.isEmpty {
      (whole, actors) = (prepared, prepared.actors)
    } else {
      takeOver()
      add(prepared, prepared.actors.map { addActor($0) })
    }
    return true
  }

  /// Makes a prepared file its own, before others join it.
  private mutating func takeOver() {
    guard let prepared = whole else { return }
    whole = nil
    for (index, actor) in actors.enumerated() { indexOfID[actor.id] = index }
    add(prepared, Array(actors.indices))
  }

  /// - Parameter numbers: for each actor of the file its number here.
  private mutating func add(_ prepared: PreparedActors, _ numbers: [Int]) {
    phrases.insert(
      prepared.trie, payloads: Int32(truncatingIfNeeded: collected.count), words: prepared.words.limit)
    collected.append(prepared.names, actors: numbers)
  }

  /// The index of a new actor, or of the one that has this id: later files add names to it.
  private mutating func addActor(_ actor: Actor) -> Int {
    takeOver()
    if let index = indexOfID[actor.id] { return index }
    actors.append(actor)
    indexOfID[actor.id] = actors.count - 1
    return actors.count - 1
  }

  private mutating func addName(_ bytes: [UInt8], _ text: Range<Int>, _ name: Name, _ vocabulary: inout Vocabulary) {
    phrases.insert(vocabulary.ids(ofTerm: bytes, text), payload: Int32(truncatingIfNeeded: collected.count))
    collected.append(name, bytes, text)
  }

  private func slug(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
