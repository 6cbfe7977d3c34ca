import Documents
import Linguistics

/// Reads names and their kinds from GUM's `Entity=` annotation: spans and types of mentions whose head is a proper
/// noun. Identities and chains, which the annotation holds too, are not looked at.
enum NamedMentions {
  /// Labels as ``EntityTagger`` numbers them, or `nil` if the sentence's treebank has no entities.
  static func labels(_ sentence: TreebankSentence) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: sentence.count)
    var taken = [Bool](repeating: false, count: sentence.count)
    let names = mentions(sentence).compactMap { name($0, sentence) }
    let ordered = names.sorted { a, b in
      (b.tokens.count, a.tokens.lowerBound) < (a.tokens.count, b.tokens.lowerBound)
    }
    for name in ordered where !name.tokens.contains(where: { taken[$0] }) {
      for index in name.tokens { taken[index] = true }
      guard let kind = name.kind, let number = EntitySpan.Kind.allCases.firstIndex(of: kind) else { continue }
      for index in name.tokens { labels[index] = UInt8(2 + 2 * number) }
      labels[name.tokens.lowerBound] -= 1
    }
    return labels
  }

  /// Labels as spans.
  static func spans(_ labels: [UInt8]) -> [EntitySpan] {
    var spans: [EntitySpan] = []
    for (index, label) in labels.enumerated() where label > 0 {
      let kind = EntitySpan.Kind.allCases[Int(label - 1) / 2]
      if label & 1 == 1 {
        spans.append(EntitySpan(tokens: index..<(index + 1), kind: kind))
      } else if let last = spans.popLast() {
        spans.append(EntitySpan(tokens: last.tokens.lowerBound..<(index + 1), kind: kind))
      }
    }
    return spans
  }

  private struct Mention {
    var tokens: Range<Int>
    var type: Substring
  }

  private struct Name {
    var tokens: Range<Int>
    /// `nil` for times, which are not named entities here.
    var kind: EntitySpan.Kind?
  }

  /// All mentions of a sentence.
  private static func mentions(_ sentence: TreebankSentence) -> [Mention] {
    var open: [(number: Substring, type: Substring, start: Int)] = []
    var found: [Mention] = []
    for (index, misc) in sentence.misc.enumerated() {
      guard let field = misc.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { continue }
      var rest = field.dropFirst("Entity=".count)
      while let first = rest.first {
        if first == "(" {
          rest = rest.dropFirst()
          let body = rest.prefix { $0 != "(" && $0 != ")" }
          rest = rest.dropFirst(body.count)
          let parts = body.split(separator: "-", omittingEmptySubsequences: false)
          guard parts.count > 1 else { continue }
          if rest.first == ")" {
            rest = rest.dropFirst()
            found.append(Mention(tokens: index..<(index + 1), type: parts[1]))
          } else {
            open.append((parts[0], parts[1], index))
          }
        } else {
          let number = rest.prefix { $0 != ")" && $0 != "(" }
          rest = rest.dropFirst(number.count)
          if rest.first == ")" { rest = rest.dropFirst() }
          guard let place = open.lastIndex(where: { $0.number == number }) else { continue }
          found.append(Mention(tokens: open[place].start..<(index + 1), type: open[place].type))
          open.remove(at: place)
        }
      }
    }
    return found
  }

  /// The run of proper nouns around a mention's head, over "of the" and "&" for all but persons.
  private static func name(_ mention: Mention, _ sentence: TreebankSentence) -> Name? {
    let span = mention.tokens
    let heads = span.filter { !span.contains(sentence.heads[$0] - 1) }
    guard let head = heads.first, isName(sentence, head) else { return nil }
    var start = head
    var end = head + 1
    while start > span.lowerBound, let next = step(sentence, from: start - 1, by: -1, in: span, mention.type) {
      start = next
    }
    while end < span.upperBound, let next = step(sentence, from: end, by: 1, in: span, mention.type) { end = next + 1 }
    return Name(tokens: start..<end, kind: kind(mention.type))
  }

  private static func step(
    _ sentence: TreebankSentence, from index: Int, by way: Int, in span: Range<Int>, _ type: Substring
  ) -> Int? {
    var index = index
    var joints = 0
    while span.contains(index) {
      if isName(sentence, index) { return index }
      let form = String(decoding: sentence.forms[index], as: UTF8.self).lowercased()
      let joins = type == "person" ? ["-"] : ["of", "the", "&", "-", "for"]
      guard joins.contains(form), joints < 2 else { return nil }
      joints += 1
      index += way
    }
    return nil
  }

  private static func isName(_ sentence: TreebankSentence, _ index: Int) -> Bool {
    sentence.fine[index] == .nnp || sentence.fine[index] == .nnps
  }

  private static func kind(_ type: Substring) -> EntitySpan.Kind? {
    switch type {
    case "person": .person
    case "organization": .organization
    case "place": .place
    case "time": nil
    default: .other
    }
  }
}
