import Documents
import ModelFiles

/// Makes the file that ``PreparedLexicons`` reads.
package struct PreparedWriter {
  /// Of all lexicons.
  private var vocabulary: Vocabulary
  private var items: [PreparedLexicons.Item] = []
  private var parts: [(name: String, bytes: [UInt8])] = []

  /// - Parameter vocabulary: splits as texts are split; what it knows comes ahead of the lexicons' words.
  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Adds a lexicon in our own format.
  /// - Parameters:
  ///   - bytes: of its file.
  ///   - others: what else is to be had of it by ``PreparedLexicon/part(_:)``.
  /// - Returns: whether lexicons of this kind can be prepared.
  /// - Throws: entries that cannot be read.
  package mutating func add(
    _ file: LexiconFile, bytes: [UInt8], others: (inout Vocabulary) -> [(label: String, bytes: [UInt8])] = { _ in [] }
  ) throws(Diagnostics) -> Bool {
    var packer = Packer()
    var own: [(label: String, bytes: [UInt8])] = []
    switch file.header.kind {
    case "actors":
      let actors = try ActorLexicon(actors: [file], vocabulary: &vocabulary)
      PreparedActors.pack(actors, as: .actors, vocabulary, into: &packer)
    case "concepts":
      let concepts = try ActorLexicon(actors: [], concepts: [file], vocabulary: &vocabulary)
      PreparedActors.pack(concepts, as: .concepts, vocabulary, into: &packer)
    case "cues":
      let cues = try CueLexicon([file], vocabulary: &vocabulary)
      PreparedList.pack(cues.table, cues.index, vocabulary, into: &packer)
    case "stance":
      let stance = try StanceLexicon([file], vocabulary: &vocabulary)
      PreparedList.pack(stance.table, stance.index, vocabulary, into: &packer)
    case "abbreviations", "hedges", "intensifiers", "modality", "names", "negators", "organisation-words", "roles":
      let list = try WordList([file], vocabulary: &vocabulary)
      PreparedList.pack(list.table, list.index, vocabulary, into: &packer)
      if let word = WordList.Word(kind: file.header.kind) { own = [(WordList.part, list.pack(word, &vocabulary))] }
    default: return false
    }
    let number = items.count
    items.append(PreparedLexicons.Item(header: file.header, bytes: bytes))
    for (label, bytes) in [("terms", packer.finish())] + own + others(&vocabulary) {
      parts.append(("\(number).\(label)", bytes))
    }
    return true
  }

  package func finish() -> [UInt8] {
    var index = Packer()
    index.add(items)
    var words = Packer()
    WordTable(vocabulary).pack(into: &words)
    var writer = ModelWriter(features: PreparedLexicons.format)
    writer.add("index", index.finish())
    writer.add("words", words.finish())
    for part in parts { writer.add(part.name, part.bytes) }
    return writer.finish()
  }
}
