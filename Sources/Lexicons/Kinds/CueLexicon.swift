import Documents

/// Words that attribute something to a source, with what may be their content and the stance they carry themselves. A
/// class, since everything that reads a document holds one.
public final class CueLexicon: Sendable {
  public enum CueClass: String, Sendable, CaseIterable {
    case say, write, report, announce, claim, argue, explain, suggest, believe, know, learn, perceive, expect, warn
    case threaten, urge, ask, deny, reject, promise, plan, want, decide, agree, admit, accuse, criticise, praise
    case support, oppose, doubt, fear, hope, show, call, quote, respond, joke, feel
  }

  public struct Takes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let quote = Takes(rawValue: 1)
    /// A *that*, *whether*, *wh-* or bare clause.
    public static let clause = Takes(rawValue: 2)
    public static let infinitive = Takes(rawValue: 4)
    public static let gerund = Takes(rawValue: 8)
    /// A noun phrase: *criticised the deal*.
    public static let object = Takes(rawValue: 16)
    /// A person before the content: *told reporters that*.
    public static let addressee = Takes(rawValue: 32)

    static let names: [String: Takes] = [
      "quote": .quote, "clause": .clause, "infinitive": .infinitive, "gerund": .gerund, "object": .object,
      "addressee": .addressee,
    ]
  }

  public struct Cue: Sendable {
    package var written: LexiconText
    public var part: PartOfSpeech
    public var cueClass: CueClass
    public var takes: Takes
    /// 0…1: how likely an occurrence in a fitting frame is an attribution.
    public var weight: Double
    public var polarity: RolePolarity

    public var term: String { written.string }
  }

  let table: RecordTable<Cue>
  /// Made anew at each call: what reads documents asks for one by its number.
  public func allCues() -> [Cue] { Array(table) }
  public let index: TermIndex
  public let reference: String

  public func cue(_ number: Int) -> Cue { table[number] }
  /// A part of ``cue(_:)`` that is asked of every match.
  public func part(of number: Int) -> PartOfSpeech { table.kind(number).part }

  static let keys = RolePolarity.keys.union([.term, .lemma, .pos, .class, .takes, .forms, .gloss, .examples])

  /// - Throws: every entry that cannot be read.
  public init(_ files: [LexiconFile], vocabulary: inout Vocabulary) throws(Diagnostics) {
    reference = files.map(\.header.reference).joined(separator: "+")
    (table, index) = try RecordTable.read(files, &vocabulary, add: CueLexicon.add)
  }

  private static func add(
    _ entry: LexiconEntry, _ table: inout RecordTable<Cue>, _ checker: inout EntryChecker,
    _ vocabulary: inout Vocabulary, _ builder: inout TermIndexBuilder
  ) {
    checker.checkKeys(entry, known: CueLexicon.keys)
    guard let (text, inflects) = checker.term(entry) else { return }
    let part = checker.choice(entry, .pos, of: PartOfSpeech.choices) ?? .verb
    guard let cueClass = checker.choice(entry, .class, of: CueLexicon.classes) else {
      if entry.place(.class) == nil { checker.report(entry, "a cue needs a `class:`") }
      return
    }
    var takes: Takes = []
    for place in entry.values(.takes) {
      let name = entry.store.string(place)
      if let kind = Takes.names[name] {
        takes.insert(kind)
      } else {
        checker.report(entry, "`takes` cannot be `\(name)`")
      }
    }
    let bytes = entry.store.bytes
    let cue = Cue(
      written: LexiconText(bytes, text), part: part, cueClass: cueClass, takes: takes,
      weight: checker.number(entry, .weight, in: 0...1) ?? 0.5,
      polarity: RolePolarity(entry, &checker, readingWeight: false))
    table.append(cue)
    builder.insert(
      text, in: bytes, inflects: inflects, as: part, irregular: entry.values(.forms), entry: table.count - 1,
      vocabulary: &vocabulary)
  }

  fileprivate static let classes = Choices(CueClass.self)
}

extension CueLexicon.Cue: PreparedRecord {
  package static var label: String { "cues" }

  package func pack(into packer: inout Packer) {
    packer.add(part, of: PartOfSpeech.choices)
    packer.add(cueClass, of: CueLexicon.classes)
    packer.add(Int(takes.rawValue))
    packer.add(weight)
    polarity.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) {
    written = LexiconText([], 0..<0)
    part = unpacker.choice(of: PartOfSpeech.choices) ?? unpacker.broken(.verb)
    cueClass = unpacker.choice(of: CueLexicon.classes) ?? unpacker.broken(.say)
    takes = CueLexicon.Takes(rawValue: UInt8(truncatingIfNeeded: unpacker.number()))
    weight = unpacker.decimal()
    polarity = RolePolarity(from: &unpacker)
  }
}
