import Foundation
import Outputs

/// Turns what the user wrote into the list of files to read.
struct InputGatherer {
  private var list = InputList()
  private var rootIndex: [InputRoot: Int32] = [:]
  /// Folders that have been walked, by identity: symbolic links may lead to one twice, or for ever.
  private var walked: Set<SystemCalls.Identity> = []
  private let output: SystemCalls.Identity?
  private let selection: InputSelection
  private var hasFound = false

  /// - Parameters:
  ///   - inputs: files, folders, and `-` for standard input.
  ///   - filesFrom: a file of paths, one a line, or `-`; the ids of these are the paths as they stand there.
  ///   - outputFolder: is not read, even if it lies in an input folder.
  ///   - selection: which files of folders are read.
  /// - Throws: ``BatchError`` if none of the inputs exists.
  static func gather(
    _ inputs: [String], filesFrom: String?, outputFolder: String?, selection: InputSelection = InputSelection()
  ) throws -> InputList {
    var gatherer = InputGatherer(outputFolder: outputFolder, selection: selection)
    for input in inputs { gatherer.add(input: input) }
    if let filesFrom { try gatherer.addList(filesFrom) }
    guard gatherer.hasFound else {
      let tried = gatherer.list.failures.map(\.path).joined(separator: ", ")
      throw BatchError(tried.isEmpty ? "no input is named" : "no such file or folder: \(tried)")
    }
    gatherer.dropRepeated()
    gatherer.list.settleCollisions()
    return gatherer.list
  }

  private init(outputFolder: String?, selection: InputSelection) {
    self.selection = selection
    output = outputFolder.flatMap { try? SystemCalls.look(at: $0).identity }
  }

  private mutating func add(input: String) {
    guard input != InputFile.standardInput else { return addStandardInput() }
    switch Result(catching: { () throws(SystemCalls.Failure) in try SystemCalls.look(at: input) }) {
    case .success((.folder, _)):
      hasFound = true
      let prefix = input.hasSuffix("/") ? input : input + "/"
      walk(root: index(of: InputRoot(prefix: prefix, name: Self.folderName(input))), prefix: prefix)
    case .success:
      let cut = input.utf8.lastIndex(of: UInt8(ascii: "/")).map { input.utf8.index(after: $0) }
      let prefix = String(input[..<(cut ?? input.startIndex)])
      let root = InputRoot(prefix: prefix, name: Self.folderName(prefix.isEmpty ? "." : prefix))
      addFile(String(input[(cut ?? input.startIndex)...]), root: root)
    case .failure(let failure): addFailure(input, failure)
    }
  }

  /// A file's path is its id: the list is one input, relative to the working directory.
  private mutating func addList(_ list: String) throws {
    let bytes: [UInt8]
    do {
      let limits = ReadLimits(maxBytes: 1 << 30)
      bytes = try list == "-" ? FileBytes.readStandardInput(limits: limits) : FileBytes.read(list, limits: limits)
    } catch {
      throw BatchError("the list of files \(list) \(error.message)")
    }
    let root = InputRoot(prefix: "", name: Self.folderName("."))
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == 0 }) {
      let path = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      guard !path.isEmpty else { continue }
      switch Result(catching: { () throws(SystemCalls.Failure) in try SystemCalls.look(at: path) }) {
      case .success((.folder, _)): add(input: path)
      case .success: addFile(path, root: root)
      case .failure(let failure): addFailure(path, failure)
      }
    }
    // An empty list is a list.
    if bytes.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) { hasFound = true }
  }

  private mutating func addStandardInput() {
    addFile(InputFile.standardInput, root: InputRoot(prefix: "", name: "stdin"))
  }

  private mutating func addFile(_ relativePath: String, root: InputRoot) {
    hasFound = true
    list.files.append(InputFile(root: index(of: root), relativePath: relativePath))
  }

  private mutating func addFailure(_ path: String, _ failure: SystemCalls.Failure) {
    let code = failure.isMissing ? "missing" : "unreadable"
    if !failure.isMissing { hasFound = true }
    let message = failure.isMissing ? "there is no such file or folder" : "cannot be read: \(failure.message)"
    list.failures.append(ErrorRow(id: path, path: path, stage: "read", code: code, message: message))
  }

  private mutating func index(of root: InputRoot) -> Int32 {
    if let index = rootIndex[root] { return index }
    let index = Int32(list.roots.count)
    list.roots.append(root)
    rootIndex[root] = index
    return index
  }

  private mutating func walk(root: Int32, prefix: String) {
    var walk = FolderWalk(prefix: prefix, walked: walked, output: output, selection: selection)
    walk.run()
    walked = walk.walked
    for path in walk.files { list.files.append(InputFile(root: root, relativePath: path)) }
    for (path, failure) in walk.failures {
      list.failures.append(
        ErrorRow(
          id: FileName(path).stem, path: path, stage: "read", code: "unreadable",
          message: "cannot be read: \(failure.message)"))
    }
    list.warnings += walk.warnings
    list.passedOver += walk.passedOver
  }

  /// A file that several inputs lead to by one path is read once.
  private mutating func dropRepeated() {
    guard list.roots.count > 1 || Set(list.files.map(\.relativePath)).count < list.files.count else { return }
    var seen: Set<String> = []
    let all = list.files
    list.files = all.filter { seen.insert(list.diskPath($0)).inserted }
    list.passedOver.repeated += all.count - list.files.count
  }

  /// The last component of a path; of where it leads, if that says nothing.
  private static func folderName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    guard last.isEmpty || last == "." || last == ".." else { return last }
    return URL(fileURLWithPath: path.isEmpty ? "." : path).standardizedFileURL.lastPathComponent
  }
}
