import Documents

/// Reads the members of a tar archive one after another, from any source.
///
/// Behind damage it goes on at the next block that is a header by its check sum. Archives that were appended to one another
/// are read whole.
final class TarReader: ArchiveReader {
  private let reader: ByteReader
  private let limits: ReadLimits
  private var hasMembers = false
  private var isDone = false
  /// Of the next member, from the headers in front of its own.
  private var longName: String?
  private var fields: PaxFields?

  /// Names and fields are never longer.
  private static let maxFields = 1 << 20

  init(_ reader: ByteReader, limits: ReadLimits) {
    self.reader = reader
    self.limits = limits
  }

  func next() -> ArchiveEntry? {
    while !isDone {
      guard let header = header() else { return ending() }
      switch header {
      case .success(let header):
        hasMembers = true
        if let entry = entry(header) { return entry }
      case .failure(let error): return .failure(name: error.name, error.error)
      }
    }
    return nil
  }

  private struct Damage: Error {
    let name: String?
    let error: DocumentError
  }

  /// The next header, over zeros between archives; `nil` at the end.
  private func header() -> Result<TarHeader, Damage>? {
    var hasZeros = false
    let place = reader.position
    while reader.ensure(TarHeader.size) {
      let block = reader.peek(TarHeader.size)
      if block.allSatisfy({ $0 == 0 }) {
        hasZeros = true
        _ = reader.skip(TarHeader.size)
      } else if let header = TarHeader(block) {
        _ = reader.skip(TarHeader.size)
        return .success(header)
      } else if hasZeros {
        // Behind the end of an archive there may be another one, and there may be anything.
        guard findHeader() else {
          _ = reader.skip(reader.available.count)
          return nil
        }
      } else {
        let isFound = findHeader()
        let problem = hasMembers || isFound ? "no header of a member where one should be" : "is no tar archive"
        if !isFound { isDone = true }
        return .failure(damage(at: place, problem, isWhole: !hasMembers && !isFound))
      }
    }
    return nil
  }

  /// Passes over blocks to the next marked header.
  private func findHeader() -> Bool {
    while reader.skip(TarHeader.size), reader.ensure(TarHeader.size) {
      if TarHeader(reader.peek(TarHeader.size))?.isMarked ?? false { return true }
    }
    return false
  }

  private func ending() -> ArchiveEntry? {
    isDone = true
    let place = reader.position
    if let failure = reader.failure { return .failure(name: hasMembers ? "byte-\(place)" : nil, failure) }
    if !hasMembers, place == 0, reader.available.isEmpty {
      return .failure(name: nil, DocumentError(code: "empty", "an empty file"))
    }
    guard !reader.available.isEmpty, reader.available.contains(where: { $0 != 0 }) else { return nil }
    guard hasMembers else { return .failure(name: nil, DocumentError(code: "damaged", "is no tar archive")) }
    return .failure(name: "byte-\(place)", DocumentError(code: "damaged", "the archive ends within a header"))
  }

  private func damage(at place: Int, _ problem: String, isWhole: Bool) -> Damage {
    let error = DocumentError(code: "damaged", isWhole ? problem : "byte \(place): \(problem)")
    return Damage(name: isWhole ? nil : "byte-\(place)", error: error)
  }

  /// `nil` for what only speaks of other members, and for folders.
  private func entry(_ header: TarHeader) -> ArchiveEntry? {
    let size = fields?.size ?? header.contentSize
    switch header.kind {
    case .longName, .fields:
      guard header.contentSize <= Self.maxFields, let bytes = content(header.contentSize) else {
        return cutShort(header.name)
      }
      if header.kind == .longName { longName = TarHeader.string(bytes) } else { fields = PaxFields(bytes) }
      return nil
    case .aside, .folder: return pass(size) ? nil : cutShort(header.name)
    case .special: return .passedOver(.special)
    case .sparse, .file: break
    }
    let member = MemberName(fields?.path ?? longName ?? header.name)
    fields = nil
    longName = nil
    if let reason = member.passedOver { return pass(size) ? .passedOver(reason) : cutShort(member.name) }
    guard header.kind == .file else {
      _ = pass(size)
      return .failure(name: member.name, DocumentError(code: "unsupported", "a sparse file"))
    }
    guard size <= limits.maxBytes else {
      guard pass(size) else { return cutShort(member.name) }
      return .failure(
        name: member.name, DocumentError(code: "too-large", "holds \(size) bytes, the limit is \(limits.maxBytes)"))
    }
    guard let bytes = content(size) else { return cutShort(member.name) }
    return .article(member.member(limits: limits) { () throws(DocumentError) in bytes })
  }

  /// Bytes without their padding; the padding of the last member may be missing.
  private func content(_ size: Int) -> [UInt8]? {
    let bytes = reader.take(size)
    if bytes != nil { _ = reader.skip(Self.padding(size)) }
    return bytes
  }

  private func pass(_ size: Int) -> Bool { reader.skip(size) && (reader.skip(Self.padding(size)) || true) }

  private static func padding(_ size: Int) -> Int { (TarHeader.size - size % TarHeader.size) % TarHeader.size }

  private func cutShort(_ name: String) -> ArchiveEntry {
    isDone = true
    let error = reader.failure ?? DocumentError(code: "damaged", "the archive ends before this member does")
    return .failure(name: MemberName(name).name, error)
  }
}
