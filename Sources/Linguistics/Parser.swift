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
///
/// Sentences are read and tagged in groups before any of them is parsed: the tagger's weights and the parser's do
/// not fit into the processor's cache together. What comes out does not depend on the grouping.
final class Analysis {
  /// Words and padding of a group, unless one sentence has more.
  private static let groupSize = 1024

  /// A sentence of a group: which tokens it has, and where its first word stands in ``words`` and ``tags``.
  private struct Member {
    var tokens: Range<Int>
    var first: Int
  }

  private let model: LinguisticModel
  private let tagger: Tagger
  private let parser: TreeParser
  private let entityTagger: EntityTagger?
  private let words = Scratch<WordAtoms>(capacity: Analysis.groupSize, filler: TaggerFeatures.beyond)
  private let tags = Scratch<UInt8>(capacity: Analysis.groupSize, filler: 0)

  init(model: LinguisticModel, findsEntities: Bool) {
    self.model = model
    tagger = Tagger(table: model.tagger, tagSet: model.tagSet)
    entityTagger = findsEntities ? model.entities.map { EntityTagger(table: $0, tagSet: model.tagSet) } : nil
    parser = TreeParser(
      structure: model.structure, labels: model.labels, sureLabels: model.sureLabels, masks: model.masks)
  }

  func run(text: Text, tokens: [Token], sentences: [Range<Int>]) -> Syntax {
    var syntax = Syntax(
      tags: Array(repeating: .x, count: tokens.count), fineTags: Array(repeating: .fw, count: tokens.count),
      heads: Array(repeating: -1, count: tokens.count), relations: Array(repeating: .dep, count: tokens.count),
      lemmas: Array(repeating: "", count: tokens.count))
    // Not properties: every access to a class's own variables is checked for exclusivity at run time.
    var reader = WordReader(table: model.words)
    var lemmatizer = Lemmatizer(table: model.lemmas)
    text.utf8.withUnsafeBufferPointer { bytes in
      var group: [Member] = []
      var size = 0
      for sentence in sentences {
        let range = sentence.clamped(to: tokens.indices)
        guard !range.isEmpty else { continue }
        let room = range.count + 2 * TaggerFeatures.padding
        if size + room > Self.groupSize {
          // The document is given up: what is there will not be used.
          if TimeLimit.isOver { return }
          for member in group { parse(member, bytes, tokens, &lemmatizer, into: &syntax) }
          group.removeAll(keepingCapacity: true)
          size = 0
          words.reserve(room)
          tags.reserve(room)
        }
        let member = Member(tokens: range, first: size + TaggerFeatures.padding)
        tag(member, bytes, tokens, &reader)
        group.append(member)
        size += room
      }
      for member in group { parse(member, bytes, tokens, &lemmatizer, into: &syntax) }
    }
    return syntax
  }

  private func tag(
    _ member: Member, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ reader: inout WordReader
  ) {
    let count = member.tokens.count
    for index in 1...TaggerFeatures.padding {
      words[member.first - index] = TaggerFeatures.beyond
      words[member.first + count + index - 1] = TaggerFeatures.beyond
    }
    for (index, token) in tokens[member.tokens].enumerated() {
      let (start, end) = Self.bytes(of: token, in: bytes)
      words[member.first + index] = reader.read(bytes, from: start, to: end)
    }
    let first = words.base + member.first
    CapitalStyle.mark(first, count)
    tagger.tag(first, count, into: tags.base + member.first)
  }

  private func parse(
    _ member: Member, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ lemmatizer: inout Lemmatizer,
    into syntax: inout Syntax
  ) {
    let range = member.tokens
    let count = range.count
    let first = words.base + member.first
    let tags = tags.base + member.first
    parser.state.prepare(first, count, tags: tags, tagSet: model.tagSet)
    parser.parse()
    entityTagger?.find(first, count, tags: tags, first: range.lowerBound, into: &syntax.entities)
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
