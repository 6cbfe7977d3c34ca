import Documents
import Foundation
import Lexicons

/// Where `Lexicons/`, `Pipelines/` and `Models/` are: by flag, then `STANDPOINT_HOME`, then beside the executable, then
/// the installed share folder, then the working directory.
public struct Installation: Sendable {
  public enum Folder: String, Sendable {
    case lexicons = "Lexicons"
    case pipelines = "Pipelines"
    case models = "Models"
  }

  private let roots: [String]

  public init(
    home: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = Bundle.main.executablePath,
    workingDirectory: String = FileManager.default.currentDirectoryPath
  ) {
    var roots: [String] = []
    if let home { roots.append(home) }
    if let home = environment["STANDPOINT_HOME"], !home.isEmpty { roots.append(home) }
    if let executable {
      let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
      roots.append(folder.path)
      roots.append(folder.deletingLastPathComponent().appendingPathComponent("share/standpoint").path)
    }
    roots.append(workingDirectory)
    self.roots = roots
  }

  /// The first existing file of a name in a folder, or every path that was tried.
  public func find(_ name: String, in folder: Folder) -> (path: String?, tried: [String]) {
    var tried: [String] = []
    for root in roots {
      let path = "\(root)/\(folder.rawValue)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return (path, tried) }
      if !tried.contains(path) { tried.append(path) }
    }
    return (nil, tried)
  }

  /// Reads a lexicon by path, or a shipped one by its bare name.
  /// - Throws: what is wrong with it, or where it was looked for.
  public func lexicon(
    _ name: String, kind: String, settings: LexiconSettings = LexiconSettings()
  ) throws(Diagnostics) -> LexiconFile {
    let isPath = name.contains("/") || name.contains(".")
    let found = isPath ? (path: name, tried: []) : find(name + ".yaml", in: .lexicons)
    guard let path = found.path, let data = FileManager.default.contents(atPath: path) else {
      let hint =
        didYouMean(name, among: names(in: .lexicons, extension: ".yaml")).map { "; did you mean `\($0)`?" } ?? ""
      let tried = found.tried.isEmpty ? "" : " (tried \(found.tried.joined(separator: ", ")))"
      throw Diagnostics([Diagnostic(file: name, "no lexicon that can be read\(hint)\(tried)")])
    }
    return try LexiconFile.read(path: path, bytes: Array(data), kind: kind, settings: settings)
  }

  /// Names of the shipped files of a folder with an extension, for did-you-mean.
  public func names(in folder: Folder, extension suffix: String) -> [String] {
    var names: Set<String> = []
    for root in roots {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder.rawValue)")) ?? [] {
        if name.hasSuffix(suffix) { names.insert(String(name.dropLast(suffix.count))) }
      }
    }
    return names.sorted()
  }
}
