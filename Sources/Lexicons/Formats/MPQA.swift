import Documents

/// MPQA subjectivity clues (Wilson, Wiebe and Hoffmann 2005): `type=strongsubj len=1 word1=… pos1=… stemmed1=y
/// priorpolarity=negative` on a line.
enum MPQA {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) {
      var values: [Substring: Substring] = [:]
      for pair in line.text.split(separator: " ") {
        // The published file holds a stray letter in two lines; every clue has its pairs nevertheless.
        guard let equals = pair.firstIndex(of: "=") else { continue }
        values[pair[..<equals]] = pair[pair.index(after: equals)...]
      }
      guard let word = values["word1"], let strength = values["type"], let polarity = values["priorpolarity"] else {
        collector.report(line, "a clue needs type=, word1= and priorpolarity=")
        continue
      }
      let side: Double
      switch polarity {
      case "positive", "weakpos", "strongpos": side = 1
      case "negative", "weakneg", "strongneg": side = -1
      case "neutral", "both": side = 0
      default:
        collector.report(line, "priorpolarity=\(polarity) is none of positive, negative, neutral, both")
        continue
      }
      let weight = side * (strength == "strongsubj" ? 1 : 0.5)
      let term = word.split(separator: "-").count > 1 && values["len"] != "1" ? word.replacing("-", with: " ") : word
      let stems = values["stemmed1"] == "y"
      for part in parts(values["pos1"] ?? "anypos", stems) {
        collector.add(term: term, weight: weight, part: part, inflects: stems, line: line)
      }
    }
  }

  private static func parts(_ name: Substring, _ stems: Bool) -> [PartOfSpeech?] {
    switch name {
    case "adj": [.adjective]
    case "adverb": [.adverb]
    case "noun": [.noun]
    case "verb": [.verb]
    default: stems ? [.verb, .noun] : [nil]
    }
  }
}
