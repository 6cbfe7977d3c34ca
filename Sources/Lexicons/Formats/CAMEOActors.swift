import Documents

/// CAMEO actor dictionaries as PETRARCH reads them: `ACTOR_NAME_ [CODE]`, dated codes on lines of their own, synonyms
/// behind `+`, comments behind `;` and `#`.
enum CAMEOActors {
  static func hasCode(_ line: some StringProtocol) -> Bool {
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") else { return false }
    let code = line[line.index(after: open)..<close].prefix { $0 != " " }
    return code.count >= 3 && code.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "~" }
  }

  static func isLine(_ line: some StringProtocol) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace }) else { return true }
    return first == ";" || first == "#" || first == "+" || first == "[" || first.isUppercase
  }

  private struct Actor {
    var line: LexiconSource.Line
    var names: [String]
    var code: String?
    /// Some code holds for a time only, as offices of persons do.
    var isDated = false
  }

  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    var actor: Actor?
    for line in source.lines {
      let text = line.text.prefix { $0 != ";" && $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard let first = text.first else { continue }
      let name = first.drop { $0 == "+" }
      if first.hasPrefix("[") {
        guard actor != nil else {
          collector.report(line, "a code without an actor above it")
          continue
        }
        if actor?.code == nil { actor?.code = code(text) }
        if text.count > 1 || first.contains(">") || first.contains("<") { actor?.isDated = true }
      } else if first.hasPrefix("+") {
        guard actor != nil else {
          collector.report(line, "a synonym without an actor above it")
          continue
        }
        actor?.names.append(String(name))
      } else {
        if let actor { add(actor, &collector) }
        actor = Actor(line: line, names: [String(name)], code: code(text.dropFirst()[...]))
      }
    }
    if let actor { add(actor, &collector) }
  }

  /// The first code in brackets, without its dates: `[ZMBGOV 910101-011231]` is `ZMBGOV`.
  private static func code(_ words: ArraySlice<Substring>) -> String? {
    guard let word = words.first(where: { $0.hasPrefix("[") }) else { return nil }
    let code = word.drop { $0 == "[" }.prefix { $0 != "]" }
    return code.isEmpty || code.first?.isUppercase != true ? nil : String(code)
  }

  private static func code(_ words: [Substring]) -> String? { code(words[...]) }

  private static func add(_ actor: Actor, _ collector: inout EntryCollector) {
    guard let code = actor.code, let first = actor.names.first else {
      return collector.report(actor.line, "no code in brackets for this actor")
    }
    let name = printed(first)
    var aliases = actor.names.dropFirst().map(printed)
    // Acronyms and short names cannot be told apart in a file of capitals.
    for text in actor.names where text.count <= 6 && !text.dropLast().contains("_") {
      aliases.append(text.filter { $0 != "_" })
    }
    let country = String(code.prefix(3))
    let isInternational = ["IGO", "NGO", "MNC", "NGM", "IMG", "UIS"].contains(country)
    let type = actor.isDated ? "person" : code.count == 3 && !isInternational ? "country" : "organization"
    var fields: [(key: String, value: LexiconEntry.Value)] = [
      ("id", .scalar("\(code):\(first.lowercased())")), ("name", .scalar(name)), ("type", .scalar(type)),
    ]
    if !aliases.isEmpty { fields.append(("aliases", .list(aliases))) }
    if !isInternational { fields.append(("country", .scalar(country))) }
    collector.add(fields: fields, line: actor.line)
  }

  /// `MINISTRY_OF_DEFENCE_` as texts print it: *Ministry of Defence*.
  private static func printed(_ name: String) -> String {
    let small: Set<Substring> = ["OF", "THE", "AND", "FOR", "IN", "ON", "DE", "LA", "AL"]
    let words = name.split(separator: "_")
    return words.enumerated().map { index, word in
      index > 0 && small.contains(word) ? word.lowercased() : word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }
}
