import Documents
import Foundation
import Lexicons
import Synchronization
import Yams

/// What a stage can ask for while it is made: lexicons and models by the names that the pipeline file gives.
public struct StageContext: Sendable {
  /// Path of the pipeline file, for messages.
  public let file: String
  let installation: Installation
  let cache: LexiconCache
  /// Names of the stages before this one.
  let before: [String]
  /// The line and column of each option value: key → places in the order of its items.
  let places: [String: [(line: Int?, column: Int?)]]

  /// Reads the lexicons that an option names. A bare name (`stance`) is a shipped lexicon; a path is relative to the
  /// pipeline file.
  /// - Parameters:
  ///   - references: the option's value.
  ///   - option: its key.
  ///   - kind: what the lexicons' headers must say.
  public func lexicons(
    _ references: LexiconReferences, option: String, kind: String
  ) throws(Diagnostics) -> [LexiconFile] {
    var files: [LexiconFile] = []
    var problems: [Diagnostic] = []
    for (index, item) in references.items.enumerated() {
      do throws(Diagnostics) {
        let path = try locate(item.file, option, index)
        let file = try cache.read(path: path, kind: kind, settings: item.settings)
        if file.header.kind != kind {
          throw Diagnostics([
            diagnostic(
              option, index, "`\(item.file)` is a lexicon of \(file.header.kind), and `\(option)` takes \(kind)")
          ])
        }
        files.append(file)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return files
  }

  /// A shipped lexicon that a stage always uses; nothing if the installation lacks it.
  public func shipped(_ name: String, kind: String) throws(Diagnostics) -> [LexiconFile] {
    guard let path = installation.find(name + ".yaml", in: .lexicons).path else { return [] }
    return [try cache.read(path: path, kind: kind)]
  }

  private func locate(_ name: String, _ option: String, _ index: Int) throws(Diagnostics) -> String {
    let isPath = name.contains("/") || name.contains(".")
    guard isPath else {
      let found = installation.find(name + ".yaml", in: .lexicons)
      if let path = found.path { return path }
      let hint =
        didYouMean(name, among: installation.names(in: .lexicons, extension: ".yaml"))
        .map { "; did you mean `\($0)`?" } ?? ""
      throw Diagnostics([
        diagnostic(option, index, "no lexicon `\(name)`\(hint) (tried \(found.tried.joined(separator: ", ")))")
      ])
    }
    let path = name.hasPrefix("/") ? name : URL(fileURLWithPath: file).deletingLastPathComponent().path + "/" + name
    guard FileManager.default.fileExists(atPath: path) else {
      throw Diagnostics([diagnostic(option, index, "no lexicon at `\(name)` (tried \(path))")])
    }
    return path
  }

  public func diagnostic(_ option: String, _ message: String) -> Diagnostic { diagnostic(option, 0, message) }

  func diagnostic(_ option: String, _ index: Int, _ message: String) -> Diagnostic {
    let items = places[option] ?? []
    let place = items.indices.contains(index) ? items[index] : items.first
    return Diagnostic(file: file, line: place?.line, column: place?.column, message)
  }

  /// Where the values of a stage's options stand.
  static func places(in node: Node?) -> [String: [(line: Int?, column: Int?)]] {
    var places: [String: [(line: Int?, column: Int?)]] = [:]
    guard let mapping = node?.mapping else { return places }
    for (key, value) in mapping {
      let nodes = value.sequence.map { Array($0) } ?? [value]
      places[key.string ?? ""] = nodes.map { ($0.mark?.line, $0.mark?.column) }
    }
    return places
  }
}
