import Documents
import Outputs

/// Every file of a run, in the order of the output, with ids that no two of them share.
struct InputList: Sendable {
  var roots: [InputRoot] = []
  var files: [InputFile] = []
  /// Inputs that could not be read at all.
  var failures: [ErrorRow] = []
  /// For people.
  var warnings: [String] = []
  var passedOver = PassedOver()

  /// What a walk did not read, by reason.
  struct PassedOver: Hashable, Sendable {
    var hidden = 0
    /// Files of unknown extension.
    var unknown = 0
    /// FIFOs, devices, sockets.
    var special = 0
    /// Files and folders that another path has led to already.
    var repeated = 0
    /// What `--include` and `--exclude` leave out.
    var excluded = 0
    /// Records of archives that hold no article, and archives in archives.
    var records = 0

    static func += (sum: inout PassedOver, other: PassedOver) {
      sum.hidden += other.hidden
      sum.unknown += other.unknown
      sum.special += other.special
      sum.repeated += other.repeated
      sum.excluded += other.excluded
      sum.records += other.records
    }
  }

  /// Where the file is; `-` for standard input.
  func diskPath(_ file: InputFile) -> String { root(of: file).prefix + file.relativePath }

  func id(_ file: InputFile) -> String {
    switch file.idForm {
    case .stem: Self.withoutAnchor(isStandardInput(file) ? "stdin" : FileName(file.relativePath).stem)
    case .whole, .foldered, .full: path(file)
    case .hashed: path(file) + "~" + StableHash.hex(of: diskPath(file)).prefix(8)
    }
  }

  /// The path that users see.
  func path(_ file: InputFile) -> String {
    switch file.idForm {
    case .stem, .whole: Self.withoutAnchor(file.relativePath)
    case .foldered: root(of: file).name + "/" + Self.withoutAnchor(file.relativePath)
    case .full, .hashed: Self.withoutAnchor(diskPath(file))
    }
  }

  func isStandardInput(_ file: InputFile) -> Bool {
    file.relativePath == InputFile.standardInput && root(of: file).prefix.isEmpty
  }

  private func root(of file: InputFile) -> InputRoot { roots[Int(file.root)] }

  /// The path without `/` and `./` at its start.
  static func withoutAnchor(_ path: String) -> String {
    var bytes = path.utf8[...]
    while true {
      if bytes.count > 1, bytes.first == UInt8(ascii: "/") {
        bytes.removeFirst()
      } else if bytes.count > 2, bytes.starts(with: "./".utf8) {
        bytes.removeFirst(2)
      } else {
        return String(Substring(bytes))
      }
    }
  }
}

extension InputList {
  /// Gives files of one id longer ones: colliding files keep their extensions, and those of several folders get the
  /// folder's name in front; what still collides is named as the user wrote it.
  mutating func settleCollisions() {
    for _ in 0..<5 {
      let colliding = collidingGroups()
      guard !colliding.isEmpty else { return }
      for group in colliding {
        let hasSeveralRoots = Set(group.map { files[$0].root }).count > 1
        let lowest = group.map { files[$0].idForm }.min() ?? .stem
        for index in group where files[index].idForm == lowest {
          files[index].idForm = max(lowest.next, hasSeveralRoots ? .foldered : .whole)
        }
      }
    }
  }

  /// Indices of the files that share an id, group by group in order of their first file.
  private func collidingGroups() -> [[Int]] {
    // Hashes in place of ids: a million files would else cost their ids twice.
    var firstIndex: [UInt64: Int] = [:]
    firstIndex.reserveCapacity(files.count)
    var groupOf: [UInt64: Int] = [:]
    var groups: [[Int]] = []
    for (index, file) in files.enumerated() {
      let hash = StableHash.value(of: id(file))
      guard let first = firstIndex[hash] else {
        firstIndex[hash] = index
        continue
      }
      if let group = groupOf[hash] {
        groups[group].append(index)
      } else {
        groupOf[hash] = groups.count
        groups.append([first, index])
      }
    }
    return groups
  }
}

extension StableHash {
  static func value(of string: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(string)
    return hash.value
  }

  static func hex(of string: String) -> String {
    var hash = StableHash()
    hash.combine(string)
    return hash.hex
  }
}
