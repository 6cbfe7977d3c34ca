import Documents
import Foundation
import Lexicons
import Synchronization

/// Lexicon files read once for a pipeline, and the hash of all that was read. Stages that are made at the same time
/// may ask for the same file: the second one waits.
final class LexiconCache: Sendable {
  private let slots = Mutex<[Key: Slot]>([:])
  private let digests = Mutex<[String: String]>([:])

  private struct Key: Hashable {
    var path: String
    var settings: LexiconSettings
  }

  private final class Slot: Sendable {
    let file = Mutex<LexiconFile?>(nil)
  }

  func read(
    path: String, kind: String, settings: LexiconSettings = LexiconSettings()
  ) throws(Diagnostics) -> LexiconFile {
    let key = Key(path: path, settings: settings)
    let slot = slots.withLock { slots in
      let slot = slots[key] ?? Slot()
      slots[key] = slot
      return slot
    }
    return try slot.file.withLock { (file) throws(Diagnostics) in
      if let file { return file }
      let new = try load(path: path, kind: kind, settings: settings)
      file = new
      return new
    }
  }

  private func load(path: String, kind: String, settings: LexiconSettings) throws(Diagnostics) -> LexiconFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostics([Diagnostic(file: path, "cannot read this lexicon; check that it is a readable file")])
    }
    let bytes = Array(data)
    let file = try LexiconFile.read(path: path, bytes: bytes, kind: kind, settings: settings)
    var hash = StableHash()
    hash.combine(bytes: bytes)
    let digest = hash.hex
    digests.withLock { $0[file.header.reference] = digest }
    return file
  }

  /// (name@version, hash of the file), sorted.
  var read: [(reference: String, hash: String)] {
    digests.withLock { $0 }.sorted { $0.key < $1.key }.map { (reference: $0.key, hash: $0.value) }
  }
}
