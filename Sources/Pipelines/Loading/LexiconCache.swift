import Documents
import Foundation
import Lexicons
import Linguistics
import ModelFiles
import Synchronization

/// Lexicon files read once for a pipeline, and the hash of all that was read. Whoever asks for a file that is being read
/// waits.
final class LexiconCache: Sendable {
  private let slots = Mutex<[Key: Slot]>([:])
  private let digests = Mutex<[Digest]>([])
  private let modelDigests = Mutex<[String: String]>([:])
  private let taggers = Mutex<[LazyShallowTagger]>([])
  private let prepared: PreparedLexicons?

  /// - Parameter prepared: path of a file of lexicons that were read before, if there is one.
  init(prepared: String? = nil) { self.prepared = prepared.flatMap { PreparedLexicons(path: $0) } }

  private struct Digest {
    var reference: String
    var hash: String
  }

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

  /// One tagger for all stages that stand on the same lexicons, so that it is made, and tags a document, once.
  func tagger(verbFiles: [LexiconFile], nameFiles: [LexiconFile], nounFiles: [LexiconFile]) -> LazyShallowTagger {
    taggers.withLock { taggers in
      if let known = taggers.first(where: { $0.stands(on: verbFiles, nameFiles, nounFiles) }) { return known }
      let tagger = LazyShallowTagger(verbFiles: verbFiles, nameFiles: nameFiles, nounFiles: nounFiles)
      taggers.append(tagger)
      return tagger
    }
  }

  private func load(path: String, kind: String, settings: LexiconSettings) throws(Diagnostics) -> LexiconFile {
    if let (file, digest) = prepared(path, settings) {
      note(file, digest)
      return file
    }
    let bytes = try Self.contents(of: path)
    let file = try LexiconFile.read(path: path, bytes: bytes, kind: kind, settings: settings)
    note(file, Self.digest(of: bytes))
    return file
  }

  private func note(_ file: LexiconFile, _ digest: String) {
    digests.withLock { digests in
      guard !digests.contains(where: { $0.reference == file.header.reference && $0.hash == digest }) else { return }
      digests.append(Digest(reference: file.header.reference, hash: digest))
    }
  }

  /// The lexicon of a file, if its bytes were read before and a reader would take it for our own format.
  private func prepared(_ path: String, _ settings: LexiconSettings) -> (file: LexiconFile, digest: String)? {
    guard let prepared, settings == LexiconSettings(), path.hasSuffix(".yaml"), let mapped = MappedFile(path: path),
      let known = withExtendedLifetime(mapped, { prepared.lexicon(of: mapped.bytes) })
    else { return nil }
    let file = LexiconFile(path: path, prepared: known) { (try? Self.contents(of: path)) ?? [] }
    return (file, known.digest)
  }

  private static func digest(of bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes: bytes)
    return hash.hex
  }

  /// - Throws: that a file cannot be read.
  static func contents(of path: String) throws(Diagnostics) -> [UInt8] {
    // Pipes and devices are read as they come.
    if let bytes = MappedFile(path: path)?.contents ?? FileManager.default.contents(atPath: path).map(Array.init) {
      return bytes
    }
    throw Diagnostics([Diagnostic(file: path, "cannot read this lexicon; check that it is a readable file")])
  }

  /// Notes a model that was read. Its first bytes hold a checksum of all others, which was checked: they stand for all.
  func note(model name: String, path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    var hash = StableHash()
    hash.combine(bytes: Array((try? file.read(upToCount: ModelFile.headerSize)) ?? Data()))
    let digest = hash.hex
    modelDigests.withLock { $0[name] = digest }
  }

  /// (name, hash), sorted.
  var models: [(name: String, hash: String)] {
    modelDigests.withLock { $0 }.sorted { $0.key < $1.key }.map { (name: $0.key, hash: $0.value) }
  }

  /// (name@version, hash of the file), sorted.
  var read: [(reference: String, hash: String)] {
    digests.withLock { $0 }.sorted { ($0.reference, $0.hash) < ($1.reference, $1.hash) }
      .map { (reference: $0.reference, hash: $0.hash) }
  }
}
