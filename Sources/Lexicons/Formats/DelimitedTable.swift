import Documents

/// Tables with a header, separated by commas, tabs or semicolons: actors, concepts, and terms with weights.
///
/// Columns that are keys of the kind are taken as they are (`name`, `aliases`, `term`, `object` …); for terms, other
/// usual names too (`word`, `score` …). Lists inside a field are separated by `;` (by `|` in a table of semicolons).
enum DelimitedTable {
  /// Names of columns in published word lists → keys of entries.
  private static let synonyms: [String: String] = [
    "word": "term", "words": "term", "token": "term", "entry": "term", "ngram": "term", "phrase": "term",
    "score": "weight", "polarity": "weight", "sentiment": "weight", "valence": "weight", "value": "weight",
    "sentiment_score": "weight", "part_of_speech": "pos", "part": "pos",
  ]

  private static let sides: [String: Double] = [
    "positive": 1, "pos": 1, "favor": 1, "negative": -1, "neg": -1, "against": -1, "neutral": 0,
  ]

  private static let parts: [String: PartOfSpeech] = [
    "n": .noun, "noun": .noun, "nn": .noun, "v": .verb, "verb": .verb, "vb": .verb, "a": .adjective,
    "adj": .adjective, "adjective": .adjective, "jj": .adjective, "r": .adverb, "adv": .adverb, "adverb": .adverb,
    "rb": .adverb, "preposition": .preposition, "phrase": .phrase,
  ]

  /// The columns that a first line names, and what separates them; `nil` for a line that is no header.
  static func header(of line: some StringProtocol) -> (columns: [String], separator: UInt8)? {
    for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] {
      let parts = line.split(separator: Character(Unicode.Scalar(separator)), omittingEmptySubsequences: false)
      let columns: [String] = parts.map { String($0).replacing("\"", with: "").lowercased().trimmed }
      let isHeader = columns.contains { ["name", "term", "lemma"].contains($0) || synonyms[$0] == "term" }
      if isHeader, columns.count > 1 || separator == UInt8(ascii: ",") { return (columns, separator) }
    }
    return nil
  }

  static func read(_ source: LexiconSource, bytes: ArraySlice<UInt8>, _ collector: inout EntryCollector) {
    let place = source.lines.first ?? LexiconSource.Line(number: 1, text: "")
    guard let (columns, separator) = header(of: place.text) else {
      let needed = source.kind == "stance" ? "`term` and `weight`" : "`name`"
      return collector.report(place, "the first line must name the columns, \(needed) among them")
    }
    let header = source.kind == "stance" ? columns.map { synonyms[$0] ?? $0 } : columns
    let listSeparator: Character = separator == UInt8(ascii: ";") ? "|" : ";"
    for row in CSVRecords.read(bytes, separator: separator).dropFirst() where row.fields != [""] {
      let line = LexiconSource.Line(number: row.line, text: "")
      guard row.fields.count <= header.count else {
        collector.report(
          line, "\(row.fields.count) fields, but the header has \(header.count); quote fields that hold commas")
        continue
      }
      var fields: [(key: String, value: LexiconEntry.Value)] = []
      for (key, text) in zip(header, row.fields) where !text.isEmpty && !key.isEmpty {
        if source.kind == "stance", key == "weight" || key == "pos" {
          guard let value = scalar(key, text, source, line, &collector) else { continue }
          fields.append((key, .scalar(value)))
          continue
        }
        let items = text.split(separator: listSeparator).map { String($0).trimmed }
        fields.append((key, items.count > 1 ? .list(items) : .scalar(text)))
      }
      collector.add(fields: fields, line: line)
    }
  }

  /// A weight or a part of speech as published, in our own words.
  private static func scalar(
    _ key: String, _ text: String, _ source: LexiconSource, _ line: LexiconSource.Line,
    _ collector: inout EntryCollector
  ) -> String? {
    if key == "pos" { return parts[text.lowercased()]?.rawValue ?? text }
    if let side = sides[text.lowercased()] { return String(side) }
    guard let number = Double(text), number.isFinite else {
      collector.report(line, "weight `\(text)` is neither a number nor positive, negative, neutral")
      return nil
    }
    let weight = number / (source.settings.scale ?? 1)
    guard abs(weight) <= 1 else {
      collector.report(line, "weight \(text) is outside -1 … 1; say `scale:` what to divide weights by")
      return nil
    }
    return String(weight)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
