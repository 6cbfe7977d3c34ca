import Documents
import Foundation
import Linguistics
import Testing
import Training

@Suite struct ParsingTests {
  /// Parses words that are set apart by blanks, as one sentence.
  private func parse(_ words: String, _ model: LinguisticModel) -> (tokens: [Token], syntax: Syntax) {
    let text = Text(words)
    var tokens: [Token] = []
    var start = 0
    for word in words.utf8.split(separator: 0x20) {
      tokens.append(Token(start: start, end: start + word.count))
      start += word.count + 1
    }
    return (tokens, Parser(model: model).parse(text: text, tokens: tokens, sentences: [0..<tokens.count]))
  }

  @Test func itHasLearnedWhatItWasShown() async throws {
    var words = 0
    var rightTags = 0
    var rightHeads = 0
    var rightRelations = 0
    for gold in try TinyTreebank.sentences() {
      let forms = gold.forms.map { String(decoding: $0, as: UTF8.self) }
      let syntax = try await parse(forms.joined(separator: " "), TinyModel.shared.model()).syntax
      words += gold.count
      rightTags += zip(syntax.tags, gold.coarse).count { $0 == $1 }
      rightHeads += zip(syntax.heads, gold.heads).count { Int($0) == $1 - 1 }
      rightRelations += zip(syntax.relations, gold.relations).count { $0 == $1 }
      #expect(syntax.lemmas == gold.lemmas)
    }
    #expect(rightTags == words)
    #expect(rightHeads * 100 >= 90 * words)
    #expect(rightRelations * 100 >= 85 * words)
  }

  @Test(arguments: ["x", "( ( ( (", "\u{1F600} \u{4E2D}\u{6587} Ω", ". . . .", "The The The The The", "'s n't “ ” ’"])
  func everySentenceHasOneRootAndNoCycle(_ words: String) async throws {
    let (tokens, syntax) = try await parse(words, TinyModel.shared.model())
    #expect(syntax.heads.count == tokens.count)
    #expect(syntax.heads.count { $0 == -1 } == 1)
    for start in tokens.indices {
      var node = start
      var steps = 0
      while syntax.heads[node] >= 0, steps <= tokens.count {
        node = Int(syntax.heads[node])
        steps += 1
      }
      #expect(steps <= tokens.count, "cycle at \(start)")
    }
  }

  @Test func oddInputIsBorne() async throws {
    let parser = Parser(model: try await TinyModel.shared.model())
    let text = Text("The mayor spoke.")
    #expect(parser.parse(text: Text(""), tokens: [], sentences: []).heads.isEmpty)
    let odd = [Token(start: 4, end: 99), Token(start: 90, end: 80), Token(start: -5, end: 3), Token(start: 3, end: 3)]
    let syntax = parser.parse(text: text, tokens: odd, sentences: [0..<2, 2..<2, 2..<3, 3..<90])
    #expect(syntax.heads.count == 4)
    let left = parser.parse(text: text, tokens: odd, sentences: [1..<2])
    #expect(left.heads == [-1, -1, -1, -1])
    #expect(left.tags[0] == .x && left.relations[1] == .root)
  }

  @Test func headsCountInTheDocument() async throws {
    let model = try await TinyModel.shared.model()
    let words = "The mayor spoke . The council voted ."
    let tokens = parse(words, model).tokens
    let syntax = Parser(model: model).parse(text: Text(words), tokens: tokens, sentences: [0..<4, 4..<8])
    #expect(syntax.heads == [1, 2, -1, 2, 5, 6, -1, 6])
  }

  @Test func sentencesDoNotDependOnTheOthersOfTheirDocument() async throws {
    let model = try await TinyModel.shared.model()
    let sentence = "She said the mayor praised a farmer ."
    let alone = parse(sentence, model).syntax
    // More than one group of sentences, words seen before, and a sentence that no group has room for.
    let long = Array(repeating: "the mayor voted ,", count: 400).joined(separator: " ")
    let words = Array(repeating: sentence, count: 150) + [long] + Array(repeating: sentence, count: 150)
    let (tokens, _) = parse(words.joined(separator: " "), model)
    let length = sentence.split(separator: " ").count
    var sentences: [Range<Int>] = []
    for text in words {
      let start = sentences.last?.upperBound ?? 0
      sentences.append(start..<(start + text.split(separator: " ").count))
    }
    let syntax = Parser(model: model).parse(
      text: Text(words.joined(separator: " ")), tokens: tokens, sentences: sentences)
    for range in sentences where range.count == length {
      #expect(Array(syntax.tags[range]) == alone.tags)
      #expect(Array(syntax.relations[range]) == alone.relations)
      #expect(syntax.heads[range].map { $0 < 0 ? -1 : $0 - Int32(range.lowerBound) } == alone.heads)
    }
  }

  @Test func relationsAreSureFromEnoughArcsOfOneKind() throws {
    var counter = SureLabels.Counter(tags: 3, relations: 5)
    for _ in 0..<20 { counter.add(head: 1, dependent: 2, isLeft: true, label: 4) }
    for _ in 0..<19 { counter.add(head: 1, dependent: 2, isLeft: false, label: 4) }
    for number in 0..<40 { counter.add(head: 0, dependent: 2, isLeft: true, label: number == 0 ? 1 : 3) }
    counter.add(head: 9, dependent: 2, isLeft: true, label: 4)
    let section = counter.section(minimum: 20, share: 0.99)
    try section.withUnsafeBytes { bytes in
      let labels = try #require(SureLabels(bytes, tags: 3))
      #expect(labels.label(head: 1, dependent: 2, isLeft: true) == 4)
      #expect(labels.label(head: 1, dependent: 2, isLeft: false) == SureLabels.none)
      #expect(labels.label(head: 0, dependent: 2, isLeft: true) == SureLabels.none)
      #expect(labels.label(head: -1, dependent: 2, isLeft: true) == SureLabels.none)
      #expect(SureLabels(bytes, tags: 4) == nil)
    }
  }

  @Test func aLongSentenceIsParsed() async throws {
    let words = Array(repeating: "the mayor praised a farmer ,", count: 2000).joined(separator: " ")
    let (tokens, syntax) = try await parse(words, TinyModel.shared.model())
    #expect(tokens.count == 12000)
    #expect(syntax.heads.count { $0 == -1 } == 1)
  }
}

/// The model that is shipped, if it stands in the repository.
@Suite struct ShippedModelTests {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Models/english.model").path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: path)))
  func itParsesNews() throws {
    let words = "Mayor Ottilie Brandvold said on Monday that the harbour would not be sold to Norvex Holdings ."
    var tokens: [Token] = []
    var start = 0
    for word in words.utf8.split(separator: 0x20) {
      tokens.append(Token(start: start, end: start + word.count))
      start += word.count + 1
    }
    let model = try LinguisticModel(contentsOf: Self.path)
    let syntax = Parser(model: model).parse(text: Text(words), tokens: tokens, sentences: [0..<tokens.count])
    #expect(syntax.heads[3] == -1)
    #expect(syntax.tags[3] == .verb && syntax.lemmas[3] == "say")
    #expect(syntax.relations[12] == .ccomp && syntax.heads[12] == 3)
    #expect(syntax.relations[8] == .nsubjPass && syntax.heads[8] == 12)
    #expect(syntax.entities.contains { $0.kind == .person && $0.tokens.contains(2) })
    #expect(syntax.entities.contains { $0.tokens.contains(15) })
  }
}
