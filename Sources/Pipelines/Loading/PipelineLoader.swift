import Documents
import Foundation
import Lexicons
import Yams

/// Reads a pipeline file and checks it whole before anything runs.
public struct PipelineLoader {
  private let installation: Installation
  private let registry: Registry

  static let keys = ["name", "description", "stages", "outputs", "min-speaker-confidence"]

  /// Tables and the document type that a pipeline must reach for them.
  static let tables: [(name: String, needs: any Document.Type)] = [
    ("stances.csv", ScoredArticle.self), ("statements.csv", AttributedArticle.self),
    ("speakers.csv", ResolvedArticle.self), ("documents.csv", Article.self),
  ]

  public init(installation: Installation = Installation(), registry: Registry = .standard) {
    self.installation = installation
    self.registry = registry
  }

  /// Loads a pipeline by path, or a shipped one by its bare name.
  /// - Throws: everything that is wrong with the file and with what it names.
  ///
  /// - Parameter lexicons: what the `score` stage shall use in place of what the file says, relative to the working
  ///   directory.
  public func load(_ argument: String, lexicons: String? = nil) throws(Diagnostics) -> Pipeline {
    let path = try locate(argument)
    guard let data = FileManager.default.contents(atPath: path), let yaml = String(data: data, encoding: .utf8) else {
      throw Diagnostics([Diagnostic(file: path, "cannot read this pipeline as UTF-8 text")])
    }
    return try load(yaml: yaml, path: path, lexicons: lexicons)
  }

  func load(yaml: String, path: String, lexicons: String? = nil) throws(Diagnostics) -> Pipeline {
    let root = try compose(yaml, path)
    guard let mapping = root.mapping else {
      throw Diagnostics([diagnostic(path, root, "a pipeline is a map with `name:` and `stages:`")])
    }
    var problems: [Diagnostic] = []
    for key in mapping.keys where !Self.keys.contains(key.string ?? "") {
      let name = key.string ?? "?"
      let hint = didYouMean(name, among: Self.keys).map { "; did you mean `\($0)`?" } ?? ""
      problems.append(diagnostic(path, key, "unknown key `\(name)`\(hint)"))
    }
    guard let stagesNode = mapping.value(of: "stages"), let items = stagesNode.sequence, !items.isEmpty else {
      let place = mapping.value(of: "stages") ?? root
      throw Diagnostics(problems + [diagnostic(path, place, "`stages:` must be a list of stages, such as `- clean`")])
    }
    let cache = LexiconCache(prepared: installation.find(PreparedLexicons.fileName, in: .lexicons).path)
    var named = items.map { namedStage($0, path, &problems) }
    if let lexicons {
      for index in named.indices where named[index]?.entry.name == ScoreStage.name {
        let written = named[index]?.options
        named[index]?.options = options(written, lexicons: lexicons)
      }
    }
    checkOrder(named.compactMap { $0 }, path, &problems)
    let stages = make(named.compactMap { $0 }, path, cache, &problems)
    let outputs = outputs(mapping.value(of: "outputs"), named.last.flatMap { $0 }, path, &problems)
    let threshold = threshold(mapping.value(of: "min-speaker-confidence"), path, &problems)
    guard problems.isEmpty else { throw Diagnostics(problems) }
    var hash = StableHash()
    hash.combine(yaml)
    let fallback = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return Pipeline(
      name: mapping.value(of: "name")?.string ?? fallback, path: path, outputs: outputs,
      minSpeakerConfidence: threshold,
      lexicons: cache.read, models: cache.models, hash: hash.hex,
      settings: named.compactMap { $0 }.map { ($0.entry.name, text(of: $0.options)) },
      stages: stages, clock: StageClock(stages: stages.count))
  }

  private func locate(_ argument: String) throws(Diagnostics) -> String {
    if FileManager.default.fileExists(atPath: argument) { return argument }
    let isName = !argument.contains("/") && !argument.contains(".")
    let found = isName ? installation.find(argument + ".yaml", in: .pipelines) : (path: nil, tried: [argument])
    if let path = found.path { return path }
    let hint =
      didYouMean(argument, among: installation.names(in: .pipelines, extension: ".yaml"))
      .map { "; did you mean `\($0)`?" } ?? ""
    throw Diagnostics([
      Diagnostic(file: argument, "no such pipeline\(hint) (tried \(found.tried.joined(separator: ", ")))")
    ])
  }

  private func compose(_ yaml: String, _ path: String) throws(Diagnostics) -> Node {
    do {
      if let node = try Yams.compose(yaml: yaml, .basic, Constructor([:], [:], [:])) { return node }
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw Diagnostics([
          Diagnostic(file: path, line: mark.line, column: mark.column, "not readable as YAML: \(problem)")
        ])
      default:
        throw Diagnostics([Diagnostic(file: path, "not readable as YAML: \(error)")])
      }
    } catch {
      throw Diagnostics([Diagnostic(file: path, "not readable as YAML: \(error)")])
    }
    throw Diagnostics([
      Diagnostic(file: path, line: 1, column: 1, "this pipeline is empty; it needs `name:` and `stages:`")
    ])
  }

  private struct NamedStage {
    var entry: Registry.Entry
    var node: Node
    var options: Node?
  }

  private func namedStage(_ item: Node, _ path: String, _ problems: inout [Diagnostic]) -> NamedStage? {
    let key: Node
    var options: Node?
    if item.scalar != nil {
      key = item
    } else if let mapping = item.mapping, mapping.count == 1, let first = mapping.first {
      key = first.key
      options = first.value
    } else {
      problems.append(diagnostic(path, item, "a stage is a name, or a name with options: `- segment: {…}`"))
      return nil
    }
    let name = key.string ?? "?"
    guard let entry = registry.entry(named: name) else {
      let known = registry.entries.map(\.name)
      let hint =
        didYouMean(name, among: known).map { "did you mean `\($0)`?" } ?? "there are \(known.joined(separator: ", "))"
      problems.append(diagnostic(path, key, "unknown stage `\(name)`; \(hint)"))
      return nil
    }
    return NamedStage(entry: entry, node: key, options: options)
  }

  /// Makes the stages, one after the other: prepared lexicons leave so little to do that threads would cost more.
  private func make(
    _ named: [NamedStage], _ path: String, _ cache: LexiconCache, _ problems: inout [Diagnostic]
  ) -> [AnyStage] {
    let names = named.map(\.entry.name)
    var stages: [AnyStage] = []
    for (index, stage) in named.enumerated() {
      let context = StageContext(
        file: path, installation: installation, cache: cache, before: Array(names[..<index]),
        places: StageContext.places(in: stage.options))
      do throws(Diagnostics) {
        stages.append(try stage.entry.make(stage.options, context))
      } catch {
        problems += error.all
      }
    }
    return stages
  }

  /// Options with other lexicons; a path is made absolute, since those in a file are relative to it.
  private func options(_ node: Node?, lexicons: String) -> Node {
    var mapping = node?.mapping ?? Node.Mapping([])
    let isPath = lexicons.contains("/") || lexicons.contains(".")
    mapping[Node("lexicons")] = Node(isPath ? URL(fileURLWithPath: lexicons).path : lexicons)
    return .mapping(mapping)
  }

  private func checkOrder(_ stages: [NamedStage], _ path: String, _ problems: inout [Diagnostic]) {
    var given: any Document.Type = SourceDocument.self
    var before: NamedStage?
    for (index, stage) in stages.enumerated() {
      if stages[..<index].contains(where: { $0.entry.name == stage.entry.name }) {
        problems.append(diagnostic(path, stage.node, "`\(stage.entry.name)` stands here a second time; take one out"))
      } else if stage.entry.takes != given {
        let source = before.map { "`\($0.entry.name)` before it gives" } ?? "a pipeline begins with"
        let missing = registry.entries.first { $0.takes == given && $0.gives == stage.entry.takes }
        let help = missing.map { "; put `\($0.name)` between them" } ?? ""
        problems.append(
          diagnostic(
            path, stage.node,
            "`\(stage.entry.name)` takes \(stage.entry.takes.typeName), but \(source) \(given.typeName)\(help)"))
      }
      given = stage.entry.gives
      before = stage
    }
  }

  private func outputs(
    _ node: Node?, _ last: NamedStage?, _ path: String, _ problems: inout [Diagnostic]
  ) -> [String] {
    guard let node else { return [] }
    guard let items = node.sequence else {
      problems.append(diagnostic(path, node, "`outputs:` is a list of tables, such as [stances.csv, documents.csv]"))
      return []
    }
    let order: [any Document.Type] = [
      SourceDocument.self, Article.self, SegmentedArticle.self, AttributedArticle.self, ResolvedArticle.self,
      ScoredArticle.self,
    ]
    func rank(_ type: any Document.Type) -> Int { order.firstIndex { $0 == type } ?? order.count }
    for item in items {
      let name = item.string ?? "?"
      guard let table = Self.tables.first(where: { $0.name == name }) else {
        let known = Self.tables.map(\.name)
        let hint =
          didYouMean(name, among: known).map { "did you mean `\($0)`?" } ?? "there are \(known.joined(separator: ", "))"
        problems.append(diagnostic(path, item, "unknown table `\(name)`; \(hint)"))
        continue
      }
      if let last, rank(last.entry.gives) < rank(table.needs) {
        problems.append(
          diagnostic(
            path, item,
            "`\(name)` needs \(table.needs.typeName), but the last stage, `\(last.entry.name)`, gives \(last.entry.gives.typeName)"
          ))
      }
    }
    return items.compactMap(\.string)
  }

  /// Options on one line.
  private func text(of options: Node?) -> String {
    guard let mapping = options?.mapping else { return "" }
    return mapping.map { key, value in
      func name(_ node: Node) -> String { node.string ?? node.mapping?.value(of: "file")?.string ?? "…" }
      let items = value.sequence.map { $0.map(name) } ?? [name(value)]
      return "\(key.string ?? "?"): \(items.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private func threshold(_ node: Node?, _ path: String, _ problems: inout [Diagnostic]) -> Double {
    guard let node else { return 0.35 }
    guard let value = node.float, (0...1).contains(value) else {
      problems.append(diagnostic(path, node, "`min-speaker-confidence` must be a number from 0 to 1"))
      return 0
    }
    return value
  }

  private func diagnostic(_ path: String, _ node: Node, _ message: String) -> Diagnostic {
    Diagnostic(file: path, line: node.mark?.line, column: node.mark?.column, message)
  }
}
