import Documents
import ModelFiles
import Testing

@testable import Lexicons

/// What was prepared is what reading makes of a file, in the same order and with the same ids.
@Suite struct PreparedLexiconsTests {
  private static func lexicon(_ kind: String, _ entries: String) -> [UInt8] {
    Array("name: own\nversion: 2\nkind: \(kind)\nentries:\n\(entries)\n".utf8)
  }

  private static let stance = lexicon(
    "stance",
    """
      - {lemma: defend, pos: verb, object: 0.5, from: -0.4}
      - {lemma: shield, pos: verb, object: 0.5, from: -0.4}
      - {term: reckless, pos: adjective, weight: -0.6}
      - {term: in good faith, pos: phrase, weight: 0.4}
      - {term: corrupt*, weight: -0.7}
      - {lemma: sue, pos: verb, forms: [sues, sued, suing, sued], object: -0.6, act: true}
      - {term: Défi, weight: 0.1}
    """)
  private static let cues = lexicon(
    "cues",
    """
      - {lemma: say, pos: verb, class: say, takes: [quote, clause], forms: [says, said, saying, said], weight: 0.9}
      - {term: according to, pos: preposition, class: report, takes: [clause]}
      - {lemma: accuse, pos: verb, class: accuse, takes: [object], object: -0.5, of: -0.2}
    """)
  private static let roles = lexicon(
    "roles",
    """
      - {term: chairwoman, class: office, gender: f}
      - {term: harbour workers, class: group, number: plural}
    """)
  private static let actors = lexicon(
    "actors",
    """
      - {id: KES, name: Kestria, type: country, aliases: [Kestrian Republic], demonyms: [Kestrian], metonyms: [Port Vell]}
      - {id: QC, name: Quay Council, type: organization, class: union, country: KES, contextual: [the Council]}
      - {id: KES, name: Republic of Kestria, type: country}
    """)
  private static let concepts = lexicon("concepts", "  - {name: harbour tax, aliases: [quay levy]}")
  private static let all = [stance, cues, roles, actors, concepts]

  private static func vocabulary(for files: [LexiconFile] = []) -> Vocabulary {
    Vocabulary(
      tokens: { word in
        let parts = word.split(separator: UInt8(ascii: "-"))
        return parts.count > 1 ? parts : nil
      }, words: files.compactMap(\.prepared?.words).first)
  }

  private static func file(_ bytes: [UInt8], by prepared: PreparedLexicons? = nil) throws -> LexiconFile {
    if let known = bytes.withUnsafeBytes({ prepared?.lexicon(of: $0) }) {
      return LexiconFile(path: "own.yaml", prepared: known) { bytes }
    }
    return try LexiconReader(path: "own.yaml", bytes: bytes).read()
  }

  private static func written() throws -> [UInt8] {
    var writer = PreparedWriter(vocabulary: vocabulary())
    for bytes in all { #expect(try writer.add(try file(bytes), bytes: bytes)) }
    return writer.finish()
  }

  /// All that lexicons make of files and of a text, as one string.
  private static func description(of lists: [[[UInt8]]], by prepared: PreparedLexicons?) throws -> String {
    let files = try lists.map { try $0.map { try file($0, by: prepared) } }
    var vocabulary = vocabulary(for: files.flatMap { $0 })
    _ = vocabulary.intern("known")
    let unlinked = try StanceLexicon(files[0], vocabulary: &vocabulary)
    let cues = try CueLexicon(files[1], vocabulary: &vocabulary)
    let roles = try WordList(files[2], vocabulary: &vocabulary)
    let actors = try ActorLexicon(actors: files[3], concepts: files[4], vocabulary: &vocabulary)
    var words: [String] = []
    for word in [WordList.Word.last, .whole] {
      words += roles.ids(of: word, in: &vocabulary).map { "\(word) \($0 > 0)" }
    }
    let stance = unlinked.linked(to: vocabulary)
    let text = Text(
      "Kestria said corruption was reckless , the Council defended harbour workers from Kestrian Republic suing in good faith défi over Quay levies"
    )
    var tokens: [Token] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      tokens.append(Token(start: word.startIndex, end: word.endIndex))
    }
    let ids = vocabulary.ids(of: tokens, in: text)
    // Ids differ, and which words have one does not.
    var lines = words + ["\(ids.map { $0 > 0 })", stance.reference]
    for index in [stance.index, cues.index, roles.index] {
      for start in ids.indices { index.matches(in: ids, at: start, limit: ids.count) { lines.append("\($0)") } }
    }
    for start in ids.indices {
      actors.matches(
        in: ids, tokens: tokens, text: text, at: start, limit: ids.count, where: { _, _ in true },
        then: { lines.append("\(start) \($0) \($1)") })
    }
    lines += stance.allTerms().map { "\($0.text) \($0.part as Any) \(sorted($0.polarity)) \($0.isAct)" }
    lines += cues.allCues().map {
      "\($0.term) \($0.part) \($0.cueClass) \($0.takes.rawValue) \($0.weight) \(sorted($0.polarity))"
    }
    lines += roles.allEntries().map {
      "\($0.term) \($0.wordClass) \($0.number as Any) \($0.detail as Any) \($0.gender as Any) \($0.isPlural) "
        + "\($0.isAmbiguous) \($0.part as Any)"
    }
    lines += actors.actors.map { "\($0)" } + (0..<actors.names.count).map { "\(actors.names[$0])" }
    lines += actors.hasContextualNames.map { "\($0)" }
    lines.append("\(actors.actor(id: "QC") as Any)")
    return lines.joined(separator: "\n")
  }

  private static func sorted(_ polarity: RolePolarity) -> String {
    "\([polarity.weight, polarity.object, polarity.subject, polarity.content]) "
      + "\(polarity.prepositions.sorted { $0.key < $1.key })"
  }

  @Test func makesTheSameAsReading() throws {
    let prepared = try #require(PreparedLexicons(bytes: try Self.written()))
    let lists = Self.all.map { [$0] }
    let found = try Self.description(of: lists, by: prepared)
    #expect(found == (try Self.description(of: lists, by: nil)))
    #expect(found.contains("Kestria"))
    let file = try Self.file(Self.stance, by: prepared)
    #expect(file.prepared?.header.reference == "own@2")
    // The entries are there for whoever asks.
    #expect(file.entries.compactMap { $0.string("lemma") } == ["defend", "shield", "sue"])
  }

  @Test(arguments: [true, false])
  func joinsFilesThatWereNotPrepared(first: Bool) throws {
    let prepared = try #require(PreparedLexicons(bytes: try Self.written()))
    let others = [
      Self.lexicon("stance", "  - {term: in good time, weight: 0.2}\n  - {term: reckless, weight: -0.1}"),
      Self.lexicon("cues", "  - {term: according to plan, class: plan, takes: [clause]}"),
      Self.lexicon("roles", "  - {term: harbour master, class: office}"),
      Self.lexicon("actors", "  - {id: QC, name: Quay Council, type: organization, aliases: [the Council of Quays]}"),
      Self.lexicon("concepts", "  - {name: harbour tax, aliases: [harbour dues]}"),
    ]
    let lists = zip(Self.all, others).map { first ? [$0, $1] : [$1, $0] }
    #expect(try Self.description(of: lists, by: prepared) == (try Self.description(of: lists, by: nil)))
  }

  @Test func aChangedFileIsNotTaken() throws {
    let prepared = try #require(PreparedLexicons(bytes: try Self.written()))
    var changed = Self.stance
    changed[changed.count - 2] = UInt8(ascii: " ")
    for bytes in [changed, Self.stance + [0x0A], []] {
      #expect(bytes.withUnsafeBytes { prepared.lexicon(of: $0) } == nil)
    }
    #expect(Self.stance.withUnsafeBytes { prepared.lexicon(of: $0) } != nil)
  }

  /// A vocabulary that has other numbers, or splits words in its own way, has no use for what was prepared.
  @Test func otherVocabulariesRead() throws {
    let bytes = Self.lexicon("stance", "  - {term: rule-breaking, weight: -0.5}")
    var writer = PreparedWriter(vocabulary: Self.vocabulary())
    #expect(try writer.add(try Self.file(bytes), bytes: bytes))
    let file = try Self.file(bytes, by: try #require(PreparedLexicons(bytes: writer.finish())))
    var vocabulary = Vocabulary()
    _ = try StanceLexicon([file], vocabulary: &vocabulary)
    #expect(vocabulary.id(of: "rule-breaking") > 0)
    var other = Self.vocabulary(for: [try Self.file(Self.cues, by: PreparedLexicons(bytes: try Self.written()))])
    _ = try StanceLexicon([file], vocabulary: &other)
    #expect(other.id(of: "breaking") > 0 && other.id(of: "rule-breaking") == 0)
  }

  /// A file that is read as another kind than it was prepared for is read.
  @Test func otherKindsRead() throws {
    let prepared = try #require(PreparedLexicons(bytes: try Self.written()))
    let file = try Self.file(Self.cues, by: prepared)
    var vocabulary = Self.vocabulary(for: [file])
    #expect(throws: Diagnostics.self) { try StanceLexicon([file], vocabulary: &vocabulary) }
  }

  @Test func damagedFilesAreNone() throws {
    let bytes = try Self.written()
    for count in stride(from: 0, to: bytes.count, by: 97) {
      #expect(PreparedLexicons(bytes: Array(bytes[..<count])) == nil)
      var damaged = bytes
      damaged[count] ^= 0x10
      // The header's last bytes say nothing.
      if !(40..<64).contains(count) { #expect(PreparedLexicons(bytes: damaged) == nil) }
    }
    #expect(PreparedLexicons(path: "/no/such/file") == nil)
  }

  /// Sections with other contents under a sum that fits: whatever they make, nothing traps; a section that is cut off
  /// makes what reading makes.
  @Test func noContentTraps() throws {
    let file = try ModelFile(bytes: try Self.written())
    let names = ["index", "words"] + Self.all.indices.map { "\($0).terms" }
    let sections = try names.map { Array(try file.section($0)) }
    let lists = Self.all.map { [$0] }
    let read = try Self.description(of: lists, by: nil)
    var random: UInt64 = 7
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    for round in 0..<400 {
      var writer = ModelWriter(features: PreparedLexicons.format)
      let chosen = 1 + next(names.count - 1)
      for (index, name) in names.enumerated() {
        var bytes = sections[index]
        if index == chosen, round % 4 == 0 {
          bytes.removeLast(1 + next(bytes.count))
        } else if index == chosen {
          for _ in 0...next(3) { bytes[next(bytes.count)] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(next(256))][next(6)] }
        }
        writer.add(name, bytes)
      }
      let made = try? Self.description(of: lists, by: PreparedLexicons(bytes: writer.finish()))
      if round % 4 == 0 { #expect(made == read) }
    }
  }
}
