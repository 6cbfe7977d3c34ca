import Foundation

/// Walks one folder for the files in it that are articles.
///
/// Folders behind symbolic links are walked after all others, in order of their paths: whatever leads to a folder
/// twice, its own path wins, and loops end.
struct FolderWalk {
  /// Paths relative to the folder, in order of their bytes.
  private(set) var files: [String] = []
  private(set) var failures: [(path: String, failure: SystemCalls.Failure)] = []
  private(set) var warnings: [String] = []
  private(set) var passedOver = InputList.PassedOver()
  private(set) var walked: Set<SystemCalls.Identity>

  private let prefix: String
  private let output: SystemCalls.Identity?
  private let selection: InputSelection
  private var folders: [String] = [""]
  private var linkedFolders: [String] = []

  /// - Parameters:
  ///   - prefix: the folder's path, with `/` at its end.
  ///   - walked: folders that are not walked again.
  ///   - output: a folder that is not walked.
  ///   - selection: which files are taken.
  init(
    prefix: String, walked: Set<SystemCalls.Identity>, output: SystemCalls.Identity?, selection: InputSelection
  ) {
    self.selection = selection
    self.prefix = prefix
    self.walked = walked
    self.output = output
  }

  mutating func run() {
    while true {
      while let folder = folders.popLast() { list(folder) }
      guard !linkedFolders.isEmpty else { break }
      linkedFolders.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
      if let next = linkedFolders.popLast() { folders.append(next) }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    failures.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    warnings.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Parameter folder: a path relative to the prefix, empty or with `/` at its end.
  private mutating func list(_ folder: String) {
    do {
      let identity = try SystemCalls.look(at: prefix + folder).identity
      guard identity != output else { return }
      guard walked.insert(identity).inserted else {
        passedOver.repeated += 1
        return
      }
    } catch {
      return failures.append((folder, error))
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: prefix + folder) else {
      return failures.append((folder.isEmpty ? prefix : folder, SystemCalls.Failure(number: EACCES)))
    }
    for name in names { add(folder + name, name: name) }
  }

  private mutating func add(_ path: String, name: String) {
    if name.utf8.first == UInt8(ascii: ".") {
      passedOver.hidden += 1
      return
    }
    guard !selection.leavesOut(path) else {
      passedOver.excluded += 1
      return
    }
    do {
      var kind = try SystemCalls.look(at: prefix + path, followsLinks: false).kind
      let isLink = kind == .link
      if isLink { kind = try SystemCalls.look(at: prefix + path).kind }
      switch kind {
      case .folder where isLink: linkedFolders.append(path + "/")
      case .folder: folders.append(path + "/")
      case .file:
        switch selection.choice(of: path) {
        case .taken: files.append(path)
        case .left: passedOver.excluded += 1
        case .unsaid: if FileName(name).isKnown { files.append(path) } else { passedOver.unknown += 1 }
        }
      case .link, .special:
        passedOver.special += 1
        warnings.append("\(prefix)\(path): passed over: it is no file and no folder")
      }
    } catch {
      if FileName(name).isKnown { failures.append((path, error)) } else { passedOver.unknown += 1 }
    }
  }
}
