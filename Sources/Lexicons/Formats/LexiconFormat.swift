import Documents

/// The formats in which lexicons are published and read as they are.
public enum LexiconFormat: String, Sendable, CaseIterable {
  /// Standpoint's own YAML.
  case standpoint
  /// A table with a header, separated by commas, semicolons or tabs.
  case table
  case vader, afinn, mpqa, liu, liwc, quanteda, lexicoder, emolex, vad, sentiwordnet, socal, inquirer, wordstat, cameo

  /// One line for people: what the file looks like and how its numbers become -1 … 1.
  public var summary: String {
    switch self {
    case .standpoint: "Standpoint's YAML; weights as written"
    case .table: "CSV or TSV with a header (term, weight, pos …); weights as written, divided by `scale:`"
    case .vader: "VADER lexicon: term, mean, deviation, ratings; mean / 4"
    case .afinn: "AFINN: term and an integer from -5 to 5; / 5"
    case .mpqa: "MPQA subjectivity clues (.tff); strong ±1, weak ±0.5, neutral and both 0"
    case .liu: "word list with `;` comments, positive or negative by its comments or name; ±1, or `weight:`"
    case .liwc: "LIWC dictionary (.dic); ±1 by the names of its categories, or `categories:`"
    case .quanteda: "quanteda dictionary in YAML (LSD2015 …); ±1 by the names of its keys, or `categories:`"
    case .lexicoder: "Lexicoder 3 (.lc3); ±1 by the names of its categories, or `categories:`"
    case .emolex: "NRC emotion lexicon; positive minus negative"
    case .vad: "NRC VAD; valence, 2v - 1 where it runs from 0 to 1"
    case .sentiwordnet: "SentiWordNet 3; positive minus negative, senses weighted by 1 / rank"
    case .socal: "SO-CAL dictionaries; / 5, part of speech by the file's name"
    case .inquirer: "General Inquirer CSV; Positiv minus Negativ, mean of a word's senses"
    case .wordstat: "WordStat dictionary (.cat); ±1 by the names of its categories, or `categories:`"
    case .cameo: "CAMEO / PETRARCH actors"
    }
  }

  /// Finds the format by the file's first lines, and by its name where two formats look the same.
  static func detect(_ source: LexiconSource) -> LexiconFormat? {
    let lines = source.sample
    guard let first = lines.first else { return nil }
    func most(_ test: (Substring) -> Bool) -> Bool {
      let body = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix(";") }
      return !body.isEmpty && body.count(where: test) * 10 >= body.count * 9
    }
    func fields(_ line: Substring) -> [Substring] { line.split(separator: "\t", omittingEmptySubsequences: false) }
    if lines.contains(where: { $0.hasPrefix("entries:") }) { return .standpoint }
    if first.hasPrefix("<"), lines.contains(where: { $0.contains("<cnode") || $0.contains("<dictionary") }) {
      return .lexicoder
    }
    if first == "%" || first.hasPrefix("%\t") { return .liwc }
    if most({ $0.hasPrefix("type=") }) { return .mpqa }
    if first.lowercased().hasPrefix("entry,source,") || first.lowercased().hasPrefix("entry\tsource\t") {
      return .inquirer
    }
    if most({ fields($0).count >= 6 && SentiWordNet.isEntry(fields($0)) }) { return .sentiwordnet }
    if most({ fields($0).count == 4 && fields($0)[3].hasPrefix("[") && Double(fields($0)[1]) != nil }) { return .vader }
    if most({ fields($0).count == 3 && EmoLex.emotions.contains(String(fields($0)[1])) }) { return .emolex }
    if isVAD(lines, fields) { return .vad }
    if lines.contains(where: { CAMEOActors.hasCode($0) }), most({ CAMEOActors.isLine($0) }) { return .cameo }
    if most({ fields($0).count == 2 && Double(fields($0)[1].filter { $0 != " " }) != nil }) {
      return SOCAL.partOfSpeech(ofFile: source.name) == nil ? .afinn : .socal
    }
    if source.path.lowercased().hasSuffix(".cat") { return .wordstat }
    if DelimitedTable.header(of: first) != nil { return .table }
    if QuantedaYAML.recognises(lines) { return .quanteda }
    if first.hasPrefix(";") { return .liu }
    if most({ $0.hasSuffix(")") || !$0.hasPrefix("\t") }), lines.contains(where: { WordStat.isEntry($0) }) {
      return .wordstat
    }
    return nil
  }

  private static func isVAD(_ lines: [Substring], _ fields: (Substring) -> [Substring]) -> Bool {
    guard let first = lines.first else { return false }
    let header = fields(first).map { $0.lowercased() }
    if header.count == 4, header[1] == "valence" { return true }
    return lines.allSatisfy { line in
      let parts = fields(line)
      return parts.count == 4 && parts.dropFirst().allSatisfy { Double($0) != nil }
    }
  }
}
