import Documents
import ModelFiles

/// Makes the file that ``PreparedLexicons`` reads.
package struct PreparedWriter {
  private var items: [PreparedLexicons.Item] = []
  private var parts: [(name: String, bytes: [UInt8])] = []

  package init() {}

  /// Adds a lexicon in our own format.
  /// - Parameters:
  ///   - bytes: of its file.
  ///   - vocabulary: an empty one that splits as texts are split.
  ///   - others: what else is to be had of it by ``PreparedLexicon/part(_:)``.
  /// - Returns: whether lexicons of this kind can be prepared.
  /// - Throws: entries that cannot be read.
  package mutating func add(
    _ file: LexiconFile, bytes: [UInt8], vocabulary: Vocabulary, others: [(label: String, bytes: [UInt8])]
  ) throws(Diagnostics) -> Bool {
    var vocabulary = vocabulary
    var packer = Packer()
    switch file.header.kind {
    case "actors":
      let actors = try ActorLexicon(actors: [file], vocabulary: &vocabulary)
      PreparedActors(actors, words: vocabulary.forms).pack(into: &packer, as: .actors)
    case "concepts":
      let concepts = try ActorLexicon(actors: [], concepts: [file], vocabulary: &vocabulary)
      PreparedActors(concepts, words: vocabulary.forms).pack(into: &packer, as: .concepts)
    case "cues":
      let cues = try CueLexicon([file], vocabulary: &vocabulary)
      PreparedList(records: cues.cues, index: cues.index, words: vocabulary.forms).pack(into: &packer)
    case "stance":
      let stance = try StanceLexicon([file], vocabulary: &vocabulary)
      PreparedList(records: stance.terms, index: stance.index, words: vocabulary.forms).pack(into: &packer)
    case "abbreviations", "hedges", "intensifiers", "modality", "names", "negators", "organisation-words", "roles":
      let list = try WordList([file], vocabulary: &vocabulary)
      PreparedList(records: list.entries, index: list.index, words: vocabulary.forms).pack(into: &packer)
    default: return false
    }
    let number = items.count
    items.append(PreparedLexicons.Item(header: file.header, bytes: bytes))
    for part in [("terms", packer.finish())] + others { parts.append(("\(number).\(part.0)", part.1)) }
    return true
  }

  package func finish() -> [UInt8] {
    var index = Packer()
    index.add(items)
    var writer = ModelWriter(features: PreparedLexicons.format)
    writer.add("index", index.finish())
    for part in parts { writer.add(part.name, part.bytes) }
    return writer.finish()
  }
}
