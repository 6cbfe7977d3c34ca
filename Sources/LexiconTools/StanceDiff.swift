import Documents
import Outputs

/// Which stances of a document two lexicons see differently: what `lexicon diff` prints.
public struct StanceDiff: Sendable {
  /// A stance as one of the two lexicons has it; `nil` where it has none.
  public struct Row: Sendable {
    public var document: String
    public var statement: String
    public var holder: String
    public var target: String
    public var first: Stance?
    public var second: Stance?
  }

  private struct Key: Hashable {
    var statement: String
    var target: String
  }

  public init() {}

  /// Stances whose side differs, in text order. A missing stance counts as neutral.
  public func rows(_ first: ScoredArticle, _ second: ScoredArticle) -> [Row] {
    var rows: [Row] = []
    let others = keyed(second)
    var seen: Set<Key> = []
    for (key, stance) in ordered(first) {
      seen.insert(key)
      let other = others[key]
      if stance.side != other?.side ?? .neutral { rows.append(row(first, stance, stance, other)) }
    }
    for (key, stance) in ordered(second) where !seen.contains(key) && stance.side != .neutral {
      rows.append(row(second, stance, nil, stance))
    }
    return rows
  }

  /// The rows as a table.
  public static func csv(_ rows: [Row]) -> [UInt8] {
    var csv = CSVWriter(excel: false)
    csv.header([
      "document_id", "statement", "holder", "target", "first_stance", "first_score", "first_hits", "second_stance",
      "second_score", "second_hits",
    ])
    for row in rows {
      for text in [row.document, row.statement, row.holder, row.target] { csv.text(text) }
      for stance in [row.first, row.second] {
        csv.text(stance?.side.rawValue ?? "neutral")
        csv.number(stance?.score)
        csv.text(stance?.hits.map(\.term).joined(separator: ";") ?? "")
      }
      csv.endRow()
    }
    return csv.bytes
  }

  private func ordered(_ article: ScoredArticle) -> [(Key, Stance)] {
    let resolved = article.resolved
    return article.stances.compactMap { stance in
      let statements = resolved.attributed.statements
      guard statements.indices.contains(stance.statement), resolved.targets.indices.contains(stance.target) else {
        return nil
      }
      return (Key(statement: statements[stance.statement].id, target: resolved.targets[stance.target].id), stance)
    }
  }

  private func keyed(_ article: ScoredArticle) -> [Key: Stance] {
    Dictionary(ordered(article)) { first, _ in first }
  }

  private func row(_ article: ScoredArticle, _ stance: Stance, _ first: Stance?, _ second: Stance?) -> Row {
    let resolved = article.resolved
    let link = resolved.links.indices.contains(stance.statement) ? resolved.links[stance.statement].speaker : -1
    let content = resolved.attributed.statements[stance.statement].content
    return Row(
      document: article.id, statement: content.map { article.article.text.string($0) }.joined(separator: " […] "),
      holder: resolved.speakers.indices.contains(link) ? resolved.speakers[link].name ?? "" : "",
      target: resolved.targets[stance.target].name, first: first, second: second)
  }
}
