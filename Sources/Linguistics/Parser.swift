import Documents

/// Tags, parses and lemmatises documents and finds their named entities. Cheap to copy; use it from any thread.
public struct Parser: Sendable {
  public let model: LinguisticModel

  public init(model: LinguisticModel) { self.model = model }

  /// Analyses a whole document at once.
  ///
  /// - Parameters:
  ///   - text: the document's text.
  ///   - tokens: its tokens; offsets outside the text are cut to it.
  ///   - sentences: which tokens make up each sentence, in order. Tokens of no sentence are left without a head,
  ///     as `X` and `dep`.
  ///   - findsEntities: whether named entities are wanted too.
  public func parse(
    text: Text, tokens: [Token], sentences: [Range<Int>], findsEntities: Bool = true
  ) -> Syntax {
    let analysis = Analysis(model: model, findsEntities: findsEntities)
    return analysis.run(text: text, tokens: tokens, sentences: sentences)
  }
}

/// The scratch memory of one document's analysis.
final class Analysis {
  private let model: LinguisticModel
  private var reader: WordReader
  private let tagger: Tagger
  private let parser: TreeParser
  private var lemmatizer: Lemmatizer
  private let entityTagger: EntityTagger?
  private let words = Scratch<WordAtoms>(capacity: 256, filler: TaggerFeatures.beyond)
  private let tags = Scratch<UInt8>(capacity: 256, filler: 0)

  init(model: LinguisticModel, findsEntities: Bool) {
    self.model = model
    reader = WordReader(table: model.words)
    tagger = Tagger(table: model.tagger, tagSet: model.tagSet)
    lemmatizer = Lemmatizer(table: model.lemmas)
    entityTagger = findsEntities ? model.entities.map { EntityTagger(table: $0, tagSet: model.tagSet) } : nil
    parser = TreeParser(structure: model.structure, labels: model.labels, masks: model.masks)
  }

  func run(text: Text, tokens: [Token], sentences: [Range<Int>]) -> Syntax {
    var syntax = Syntax(
      tags: Array(repeating: .x, count: tokens.count), fineTags: Array(repeating: .fw, count: tokens.count),
      heads: Array(repeating: -1, count: tokens.count), relations: Array(repeating: .dep, count: tokens.count),
      lemmas: Array(repeating: "", count: tokens.count))
    text.utf8.withUnsafeBufferPointer { bytes in
      for sentence in sentences {
        let range = sentence.clamped(to: tokens.indices)
        guard !range.isEmpty else { continue }
        analyse(bytes, tokens, range, into: &syntax)
      }
    }
    return syntax
  }

  private func analyse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ range: Range<Int>, into syntax: inout Syntax
  ) {
    let count = range.count
    let padding = TaggerFeatures.padding
    words.reserve(count + 2 * padding)
    tags.reserve(count)
    for index in 0..<padding {
      words[index] = TaggerFeatures.beyond
      words[count + padding + index] = TaggerFeatures.beyond
    }
    for index in 0..<count {
      let (start, end) = Self.bytes(of: tokens[range.lowerBound + index], in: bytes)
      words[index + padding] = reader.read(bytes, from: start, to: end)
    }
    let first = words.base + padding
    CapitalStyle.mark(first, count)
    tagger.tag(first, count, into: tags.base)
    parser.state.prepare(first, count, tags: tags.base, tagSet: model.tagSet)
    parser.parse()
    entityTagger?.find(first, count, tags: tags.base, first: range.lowerBound, into: &syntax.entities)
    let state = parser.state
    for index in 0..<count {
      let place = range.lowerBound + index
      let tag = model.tagSet.tags[Int(tags[index])]
      let node = state.nodes[index + 1]
      syntax.tags[place] = tag.coarse
      syntax.fineTags[place] = tag.fine
      let (start, end) = Self.bytes(of: tokens[place], in: bytes)
      syntax.lemmas[place] = lemmatizer.lemma(bytes, from: start, to: end, word: first[index], tag: tag.fine)
      syntax.heads[place] = Int(node.head) > count ? -1 : Int32(truncatingIfNeeded: range.lowerBound) + node.head - 1
      syntax.relations[place] = Relation(rawValue: node.label) ?? .dep
    }
  }

  /// A token's place, cut to the text.
  private static func bytes(of token: Token, in text: UnsafeBufferPointer<UInt8>) -> (start: Int, end: Int) {
    let end = min(max(0, Int(token.end)), text.count)
    return (min(max(0, Int(token.start)), end), end)
  }
}
