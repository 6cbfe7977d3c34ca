import Documents
import Linguistics
import ModelFiles

/// Measures a model's parts on treebanks that it has not seen, as far as no other tool does.
enum HeldOut {
  /// Shares of right UPOS and XPOS.
  static func tags(_ sentences: [TreebankSentence], _ predicted: [[UInt8]], _ tagSet: TagSet) -> String {
    var coarse = 0
    var fine = 0
    var all = 0
    for (sentence, tags) in zip(sentences, predicted) {
      for (index, number) in tags.enumerated() {
        let tag = tagSet.tags[Int(number)]
        all += 1
        coarse += tag.coarse == sentence.coarse[index] ? 1 : 0
        fine += tag.fine == sentence.fine[index] ? 1 : 0
      }
    }
    return "\(all) words, UPOS \(share(coarse, all)), XPOS \(share(fine, all))"
  }

  /// Precision, recall and F1 of names, both edges and the kind right, over sentences of documents with entities.
  static func entities(
    _ sentences: [TreebankSentence], _ prepared: [PreparedSentence], _ tags: [[UInt8]], section: [UInt8],
    _ tagSet: TagSet
  ) -> String {
    let file = MappedFile(copying: section)
    guard let table = SparseTable(file.bytes) else { return "no table" }
    let tagger = EntityTagger(table: table, tagSet: tagSet)
    let annotated = Set(sentences.filter { $0.misc.contains { $0.contains("Entity=") } }.map(\.document))
    var counts = [EntitySpan.Kind: (gold: Int, found: Int, both: Int)]()
    for index in sentences.indices where annotated.contains(sentences[index].document) {
      var found: [EntitySpan] = []
      prepared[index].withWords { words in
        tags[index].withUnsafeBufferPointer { tags in
          guard let tags = tags.baseAddress else { return }
          tagger.find(words, prepared[index].count, tags: tags, first: 0, into: &found)
        }
      }
      let gold = NamedMentions.spans(NamedMentions.labels(sentences[index]))
      for span in gold { counts[span.kind, default: (0, 0, 0)].gold += 1 }
      for span in found { counts[span.kind, default: (0, 0, 0)].found += 1 }
      for span in Set(gold).intersection(found) { counts[span.kind, default: (0, 0, 0)].both += 1 }
    }
    var lines: [String] = []
    var all = (gold: 0, found: 0, both: 0)
    for kind in EntitySpan.Kind.allCases {
      let count = counts[kind] ?? (0, 0, 0)
      all = (all.gold + count.gold, all.found + count.found, all.both + count.both)
      lines.append("\(kind.rawValue) \(figures(count))")
    }
    return "names \(figures(all)); " + lines.joined(separator: "; ")
  }

  private static func figures(_ count: (gold: Int, found: Int, both: Int)) -> String {
    "P \(share(count.both, count.found)) R \(share(count.both, count.gold))"
      + " F1 \(share(2 * count.both, count.gold + count.found)) (\(count.gold))"
  }

  private static func share(_ part: Int, _ all: Int) -> Double {
    (Double(part) / Double(max(1, all)) * 10000).rounded() / 10000
  }
}
