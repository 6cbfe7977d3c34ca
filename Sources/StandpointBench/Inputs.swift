import Documents
import Foundation
import Linguistics

/// A text as an article whose blocks are the paragraphs between blank lines.
func article(id: String, text string: String) -> Article {
  let text = Text(string)
  var blocks: [Block] = []
  var start = 0
  let bytes = text.utf8
  for index in bytes.indices.dropLast() where bytes[index] == 0x0A && bytes[index + 1] == 0x0A {
    blocks.append(Block(text.trimmed(Documents.Span(start, index)), .paragraph))
    start = index
  }
  blocks.append(Block(text.trimmed(Documents.Span(start, bytes.count)), .paragraph))
  return Article(id: id, path: id, text: text, blocks: blocks.filter { !$0.span.isEmpty }, metadata: Metadata())
}

/// The shipped lexicon, read line by line: enough of YAML for a benchmark.
func shippedAbbreviations() -> Abbreviations {
  let home = ProcessInfo.processInfo.environment["STANDPOINT_HOME"] ?? "."
  guard let data = FileManager.default.contents(atPath: home + "/Lexicons/abbreviations.yaml") else {
    return Abbreviations([])
  }
  let entries: [Abbreviation] = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
    guard line.hasPrefix("- {term: "), line.hasSuffix("}") else { return nil }
    let fields = line.dropFirst(9).dropLast().components(separatedBy: ", ")
    guard fields.count == 3, let kind = Abbreviation.Kind(rawValue: String(fields[1].dropFirst(7))),
      let ends = Abbreviation.Ends(rawValue: String(fields[2].dropFirst(6)))
    else { return nil }
    return Abbreviation(term: fields[0].replacingOccurrences(of: "\"", with: ""), kind: kind, ends: ends)
  }
  return Abbreviations(entries)
}
