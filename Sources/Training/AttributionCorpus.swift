import Attribution
import Documents

/// A parsed text with the attributions that an annotator marked in it.
public struct AttributionExample: Sendable {
  public let name: String
  let view: TreeView
  let gold: [GoldAttribution]

  /// `nil` for a document without trees.
  /// - Parameter annotation: a brat file; its offsets count code points.
  /// - Parameter cues: the lexicon whose entries are features.
  public init?(name: String, document: SegmentedArticle, annotation: String, cues: CueReader? = nil) {
    guard let view = TreeView(document, cues: cues?.atoms(of: document) ?? []) else { return nil }
    self.name = name
    self.view = view
    let reader = BratReader(view: view)
    gold = reader.attributions(annotation)
  }
}

extension AttributionExample {
  /// A sentence with marks: `s`, `q` and `c` are source, cue and content, capitals those of a second attribution.
  ///
  /// `nil` for a document without trees.
  public init?(name: String, document: SegmentedArticle, sentence: AnnotatedSentence, cues: CueReader? = nil) {
    guard let view = TreeView(document, cues: cues?.atoms(of: document) ?? []) else { return nil }
    self.name = name
    self.view = view
    let locator = TokenLocator(tokens: document.tokens)
    func tokens(_ letter: Character) -> [Int] { (sentence.spans[letter] ?? []).flatMap(locator.range) }
    gold = ["sqc", "SQC"].compactMap { letters in
      let parts = letters.map(tokens)
      let content = parts[2].filter(view.isWord)
      return content.isEmpty ? nil : GoldAttribution(source: parts[0], cue: parts[1], content: content)
    }
  }
}

/// Reads brat standoff: text-bound spans (`T`) and the events (`E`) that join them.
struct BratReader {
  let view: TreeView

  /// Attributions that have content. Repeated roles (`Content2`, …) join their first.
  func attributions(_ annotation: String) -> [GoldAttribution] {
    var spans: [Substring: [Int]] = [:]
    var events: [[Substring]] = []
    for line in annotation.split(whereSeparator: \.isNewline) {
      let columns = line.split(separator: "\t", maxSplits: 2)
      guard columns.count >= 2, let first = columns[0].first else { continue }
      if first == "T" {
        guard let space = columns[1].firstIndex(of: " ") else { continue }
        spans[columns[0]] = words(in: columns[1][space...])
      } else if first == "E" {
        events.append(columns[1].split(separator: " "))
      }
    }
    return events.compactMap { event in
      var gold = GoldAttribution(source: [], cue: [], content: [])
      for item in event {
        let parts = item.split(separator: ":")
        guard parts.count == 2, let found = spans[parts[1]] else { continue }
        var role = parts[0]
        while let last = role.last, last.isNumber { role.removeLast() }
        switch role {
        case "Source": gold.source += found
        case "Cue": gold.cue += found
        case "Content": gold.content += found
        default: break
        }
      }
      gold.source.sort()
      gold.cue.sort()
      gold.content = gold.content.filter(view.isWord).sorted()
      return gold.content.isEmpty ? nil : gold
    }
  }

  /// The tokens that share a byte with `12 15;20 22`.
  private func words(in offsets: Substring) -> [Int] {
    let text = view.document.article.text
    let tokens = view.document.tokens
    var result: [Int] = []
    for piece in offsets.split(separator: ";") {
      let numbers = piece.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { continue }
      let start = text.byteOffset(ofScalar: numbers[0])
      let end = text.byteOffset(ofScalar: numbers[1])
      result += TokenLocator(tokens: tokens).range(Span(start, end))
    }
    return result
  }
}
