import Documents

/// NRC emotion lexicon (Mohammad and Turney 2013): word, emotion, 0 or 1.
enum EmoLex {
  static let emotions: Set<String> = [
    "anger", "anticipation", "disgust", "fear", "joy", "sadness", "surprise", "trust", "positive", "negative",
  ]

  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    var order: [LexiconSource.Line] = []
    var sides: [String: Double] = [:]
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) {
      let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, emotions.contains(String(parts[1])), parts[2] == "0" || parts[2] == "1" else {
        collector.report(line, "not `word, tab, emotion, tab, 0 or 1`")
        continue
      }
      guard parts[2] == "1", parts[1] == "positive" || parts[1] == "negative" else { continue }
      let word = String(parts[0])
      if sides[word] == nil { order.append(LexiconSource.Line(number: line.number, text: parts[0])) }
      sides[word, default: 0] += parts[1] == "positive" ? 1 : -1
    }
    for word in order { collector.add(term: word.text, weight: sides[String(word.text)] ?? 0, line: word) }
  }
}

/// NRC valence, arousal and dominance (Mohammad 2018, 2025): the valence is the weight.
enum ValenceList {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    var rows: [(line: LexiconSource.Line, term: Substring, valence: Double)] = []
    for (index, line) in source.lines.enumerated() where !line.text.allSatisfy(\.isWhitespace) {
      let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      if index == 0, parts.count == 4, parts[1].lowercased() == "valence" { continue }
      guard parts.count == 4, let valence = Double(parts[1]), abs(valence) <= 1 else {
        collector.report(line, "not `term, valence, arousal, dominance` with tabs")
        continue
      }
      rows.append((line, parts[0], valence))
    }
    // The first version runs from 0 to 1, the second from -1 to 1.
    let isSigned = rows.contains { $0.valence < 0 }
    for row in rows {
      collector.add(term: row.term, weight: isSigned ? row.valence : 2 * row.valence - 1, line: row.line)
    }
  }
}

/// SentiWordNet 3 (Baccianella, Esuli and Sebastiani 2010): synsets with scores; a word's weight is the mean over its
/// senses, weighted by 1 / rank as in the authors' sample code.
enum SentiWordNet {
  private struct Word: Hashable {
    var term: Substring
    var part: Substring
  }

  static func isEntry(_ parts: [Substring]) -> Bool {
    parts.count >= 5 && ["a", "s", "n", "v", "r"].contains(parts[0]) && Double(parts[2]) != nil
      && Double(parts[3]) != nil && parts[4].contains("#")
  }

  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    var order: [(word: Word, line: LexiconSource.Line)] = []
    var sums: [Word: (score: Double, weight: Double)] = [:]
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) && line.text.first != "#" {
      let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      guard isEntry(parts), let positive = Double(parts[2]), let negative = Double(parts[3]) else {
        collector.report(line, "not `pos, id, positive, negative, terms, gloss` with tabs")
        continue
      }
      for sense in parts[4].split(separator: " ") {
        let pieces = sense.split(separator: "#")
        guard pieces.count == 2, let rank = Double(pieces[1]), rank > 0 else {
          collector.report(line, "`\(sense)` is not `term#rank`")
          continue
        }
        let word = Word(term: pieces[0], part: parts[0] == "s" ? "a" : parts[0])
        if sums[word] == nil { order.append((word, line)) }
        let sum = sums[word] ?? (0, 0)
        sums[word] = (sum.score + (positive - negative) / rank, sum.weight + 1 / rank)
      }
    }
    let parts: [Substring: PartOfSpeech] = ["a": .adjective, "n": .noun, "v": .verb, "r": .adverb]
    for (word, line) in order {
      guard let sum = sums[word], sum.score != 0, let part = parts[word.part] else { continue }
      // The list holds lemmas.
      collector.add(
        term: word.term.replacing("_", with: " "), weight: sum.score / sum.weight, part: part, inflects: true,
        line: line)
    }
  }
}

/// General Inquirer spreadsheet (Stone et al. 1966): senses `ABOUT#1` with a column for each category.
enum Inquirer {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    guard let first = source.lines.first else { return }
    let separator: Character = first.text.contains("\t") ? "\t" : ","
    let header = first.text.split(separator: separator, omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let positive = header.firstIndex(of: "positiv"), let negative = header.firstIndex(of: "negativ") else {
      return collector.report(first, "no columns `Positiv` and `Negativ`")
    }
    var order: [LexiconSource.Line] = []
    var senses: [String: (sum: Double, count: Double)] = [:]
    for line in source.lines.dropFirst() where !line.text.allSatisfy(\.isWhitespace) {
      let parts = line.text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count > max(positive, negative), let entry = parts.first, !entry.isEmpty else {
        collector.report(line, "\(parts.count) fields, but the header has \(header.count)")
        continue
      }
      let word = entry.prefix { $0 != "#" }.lowercased().replacing("_", with: " ")
      let side = (parts[positive].isEmpty ? 0.0 : 1.0) - (parts[negative].isEmpty ? 0.0 : 1.0)
      if senses[word] == nil { order.append(LexiconSource.Line(number: line.number, text: word[...])) }
      let sum = senses[word] ?? (0, 0)
      senses[word] = (sum.sum + side, sum.count + 1)
    }
    for word in order {
      guard let sense = senses[String(word.text)], sense.sum != 0 else { continue }
      collector.add(term: word.text, weight: sense.sum / sense.count, line: word)
    }
  }
}
