/// Pipelines and stages as tables for people.
public enum PipelineTable {
  /// Stage, what it takes and gives, and the options as the pipeline sets them.
  public static func text(of pipeline: Pipeline, in registry: Registry) -> String {
    var rows = [["stage", "takes", "gives", "options"]]
    for (name, options) in pipeline.settings {
      guard let entry = registry.entry(named: name) else { continue }
      rows.append([name, entry.takes.typeName, entry.gives.typeName, options.isEmpty ? "defaults" : options])
    }
    return "pipeline \(pipeline.name) (\(pipeline.path))\n" + table(rows)
      + "tables: \(pipeline.outputs.isEmpty ? "none" : pipeline.outputs.joined(separator: ", "))\n"
  }

  /// All stages with their options.
  public static func text(of registry: Registry) -> String {
    var text = ""
    for entry in registry.entries {
      text += "\(entry.name): \(entry.summary)\n  takes \(entry.takes.typeName), gives \(entry.gives.typeName)\n"
      for option in entry.options { text += "  \(option.key): \(option.type) – \(option.meaning)\n" }
    }
    return text
  }

  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
