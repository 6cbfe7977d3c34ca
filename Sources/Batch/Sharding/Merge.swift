import Foundation
import Outputs

/// Joins the outputs of all shards of a run into what one run would have written: the same bytes, but for `run.json`,
/// which holds the sums of theirs. Memory does not grow with the number of articles.
///
/// - Parameters:
///   - shards: their output folders, in any order.
///   - folder: made if it is not there; outputs are put in place at the end.
/// - Returns: how many documents are joined.
/// - Throws: ``BatchError`` where a shard is missing, is there twice, did not end, or is of another pipeline, other
///   options or other inputs than the first.
public func merge(_ shards: [String], into folder: String) throws -> Int {
  SystemCalls.raiseFileLimit()
  let outputs = try shards.map { try ShardOutput(folder: $0) }
  try Merge.check(outputs.map { (folder: $0.folder, header: $0.header) })
  return try Merge(outputs, into: folder).perform()
}

private struct Merge {
  private let shards: [ShardOutput]
  private let folder: String
  /// The files to join; texts stand in files of their own.
  private let names: [String]
  private let hasTexts: Bool

  init(_ shards: [ShardOutput], into folder: String) {
    self.shards = shards
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    let files = shards.first?.header.files ?? []
    hasTexts = files.last == OutputFolder.texts
    names = hasTexts ? files.dropLast() : files
  }

  /// Whether they are the shards of one run, and all of them.
  static func check(_ shards: [(folder: String, header: Journal.Header)]) throws {
    guard let first = shards.first else { throw BatchError("there is no shard to merge") }
    var folders: [Int: String] = [:]
    for (folder, header) in shards {
      guard header.pipeline == first.header.pipeline, header.files == first.header.files else {
        throw BatchError("\(folder) was made with another pipeline, version or options than \(first.folder)")
      }
      guard header.shard.count == first.header.shard.count else {
        throw BatchError("\(folder) is shard \(header.shard), but \(first.folder) is \(first.header.shard)")
      }
      if let earlier = folders.updateValue(folder, forKey: header.shard.number) {
        throw BatchError("shard \(header.shard) is there twice: \(earlier) and \(folder)")
      }
    }
    let missing = (1...first.header.shard.count).filter { folders[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.prefix(10).map(String.init).joined(separator: ", ") + (missing.count > 10 ? " …" : "")
      throw BatchError("of \(first.header.shard.count) shards these are missing: \(list)")
    }
  }

  func perform() throws -> Int {
    do {
      try SystemCalls.makeFolder(folder)
    } catch { throw BatchError("cannot make the output folder \(folder): \(error.message)") }
    let lock = try OutputLock.take(in: folder)
    defer {
      SystemCalls.remove(folder + Journal.fileName)
      try? SystemCalls.close(lock)
    }
    var files: [OutputFile] = []
    do {
      for name in names + ["run.json"] { files.append(try OutputFile(path: folder + name)) }
      try join(&files)
      let report = try MergedReport(shards.map { $0.folder + "run.json" })
      try files[files.count - 1].append(report.json)
      for index in files.indices { try files[index].finish(synchronised: true) }
      if hasTexts { try copyTexts() }
      for file in files { try file.publish() }
      return report.documents
    } catch {
      for index in files.indices { files[index].discard() }
      throw error
    }
  }

  private func join(_ files: inout [OutputFile]) throws {
    defer { for shard in shards { shard.close() } }
    for shard in shards { try shard.open(count: names.count) }
    for index in names.indices { try shards.first?.copyOpening(index, to: &files[index]) }
    while let shard = nextShard { try shard.copyNext(to: &files) }
    for shard in shards where shard.inputs != shards.first?.inputs {
      throw BatchError(
        "\(shard.folder) was made of other inputs than \(shards[0].folder): files came or went between them")
    }
  }

  private var nextShard: ShardOutput? {
    var best: (shard: ShardOutput, rows: ShardOutput.Rows)?
    for shard in shards {
      guard let rows = shard.next else { continue }
      if let best, !rows.stands(before: best.rows) { continue }
      best = (shard, rows)
    }
    return best?.shard
  }

  private func copyTexts() throws {
    for shard in shards {
      let from = shard.folder + "text/"
      guard let walk = FileManager.default.enumerator(atPath: from) else { continue }
      while let path = walk.nextObject() as? String {
        guard (try? SystemCalls.look(at: from + path).kind) == .file else { continue }
        guard let text = FileManager.default.contents(atPath: from + path) else {
          throw BatchError("cannot read \(from)\(path)")
        }
        try TextFile.write([UInt8](text), path: folder + "text/" + path)
      }
    }
  }
}
