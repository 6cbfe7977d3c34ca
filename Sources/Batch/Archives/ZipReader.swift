import Documents

/// Reads the members of a zip archive (PKWARE's APPNOTE 6.3, with zip64) by its central directory. The members themselves
/// are read and unpacked where and when they are wanted, by several threads at once.
///
/// No member is larger than the limit, and together they are not larger, packed, than the file: what overlaps is a bomb.
final class ZipReader: ArchiveReader {
  private let file: OpenFile
  private let limits: ReadLimits
  private var directory: ZipDirectory?
  private var problem: DocumentError?
  private var packedSize = 0

  init(_ file: OpenFile, limits: ReadLimits) {
    self.file = file
    self.limits = limits
    do throws(DocumentError) {
      guard file.size > 0 else { throw DocumentError(code: "empty", "an empty file") }
      directory = try ZipDirectory(file)
    } catch { problem = error }
  }

  func next() -> ArchiveEntry? {
    guard problem == nil else { return ending() }
    do throws(DocumentError) {
      while let record = try directory?.next() {
        if let entry = try entry(record) { return entry }
      }
    } catch {
      problem = error
    }
    return ending()
  }

  private func ending() -> ArchiveEntry? {
    defer {
      problem = nil
      directory = nil
    }
    return problem.map { .failure(name: nil, $0) }
  }

  /// `nil` for folders.
  private func entry(_ record: ZipRecord) throws(DocumentError) -> ArchiveEntry? {
    guard !record.isFolder else { return nil }
    let member = MemberName(record.name)
    packedSize += record.packedSize
    guard packedSize <= file.size else {
      directory = nil
      throw DocumentError(code: "damaged", "its members overlap: a bomb, or damage")
    }
    if record.isLink { return .passedOver(.special) }
    if let reason = member.passedOver { return .passedOver(reason) }
    let (file, limits) = (file, limits)
    return .article(
      member.member(limits: limits) { () throws(DocumentError) in try record.content(of: file, limits: limits) })
  }
}
