import Documents
import Outputs
import Synchronization

/// One piece of work of a run.
struct InputItem: Sendable {
  enum Work: Sendable {
    /// A file, not yet read.
    case file(InputFile)
    /// A file whose bytes, as they stand in it, had to be read to know what it is.
    case read(InputFile, [UInt8])
    case member(ArchiveMember, id: String, path: String)
    /// A row of a file of many.
    case document(SourceDocument)
    case failure(ErrorRow)
    /// An archive has no more members.
    case end(id: String, notices: [String])
  }

  /// The file's place in the list of all, counted from 1.
  let file: Int
  /// The place among what comes out of an archive, counted from 0; 0 for other files.
  let part: Int
  let work: Work
}

/// Hands out the inputs of a run one after another: files, and the members of archives, each archive read from its start
/// to its end as its members are wanted.
final class InputFeed: Sendable {
  private struct State {
    var index = 0
    var archive: OpenArchive?
    var part = 0
    var passedOver = InputList.PassedOver()
  }

  private let inputs: InputList
  private let limits: ReadLimits
  private let expand: @Sendable (SourceDocument) throws -> [SourceDocument]
  private let state = Mutex(State())

  /// - Parameter expand: splits files of rows.
  init(
    _ inputs: InputList, limits: ReadLimits, expand: @escaping @Sendable (SourceDocument) throws -> [SourceDocument]
  ) {
    self.inputs = inputs
    self.limits = limits
    self.expand = expand
  }

  /// What the archives that were read so far held besides articles.
  var passedOver: InputList.PassedOver { state.withLock { $0.passedOver } }

  /// Whether there can be work for several threads.
  var isParallel: Bool { inputs.files.count > 1 || inputs.files.contains { !FileName($0.relativePath).isArticle } }

  /// `nil` after the last.
  func next() -> InputItem? {
    state.withLock { state in
      if state.archive == nil {
        guard state.index < inputs.files.count else { return nil }
        let file = inputs.files[state.index]
        state.index += 1
        state.part = -1
        let (work, archive) = open(file)
        if let work { return InputItem(file: state.index, part: 0, work: work) }
        state.archive = archive
      }
      state.part += 1
      if let work = state.archive?.next() { return InputItem(file: state.index, part: state.part, work: work) }
      let notices = state.archive?.notices ?? []
      let id = state.archive?.id ?? ""
      if let passedOver = state.archive?.passedOver { state.passedOver += passedOver }
      state.archive = nil
      return InputItem(file: state.index, part: state.part, work: .end(id: id, notices: notices))
    }
  }

  /// The work of a file, or the archive that it is.
  private func open(_ file: InputFile) -> (InputItem.Work?, OpenArchive?) {
    let path = inputs.diskPath(file)
    guard !FileName(path).isArticle else { return (.file(file), nil) }
    let reader: any ArchiveReader
    do throws(DocumentError) {
      let opened = try OpenedInput(path, limits: limits)
      guard let archive = try opened.archive() else { return (.read(file, try opened.bytes()), nil) }
      reader = archive
    } catch {
      reader = UnreadableArchive(error)
    }
    return (nil, OpenArchive(id: inputs.id(file), path: inputs.path(file), reader: reader, expand: expand))
  }
}

/// A file that is an archive by its name, or that may be one.
struct OpenedInput {
  private let file: OpenFile
  private let opening: [UInt8]
  private let named: ArchiveKind?
  private let rows: RowKind?
  private let limits: ReadLimits

  init(_ path: String, limits: ReadLimits) throws(DocumentError) {
    file = try OpenFile(path)
    named = FileName(path).archive
    rows = FileName(path).rows
    self.limits = limits
    var opening: [UInt8] = []
    if named != .zip {
      let source = FileSource(file)
      while opening.count < 1 << 14, try source.read(into: &opening) {}
    }
    self.opening = opening
  }

  /// `nil` for a file that is no archive.
  func archive() throws(DocumentError) -> (any ArchiveReader)? {
    if let rows {
      // UTF-16 has line ends of its own.
      let start = Self.unpacked(opening).prefix(2)
      guard !start.elementsEqual([0xFF, 0xFE]), !start.elementsEqual([0xFE, 0xFF]) else { return nil }
      return RowReader(try reader(isStrict: false), kind: rows, limits: limits)
    }
    let kind = named ?? ArchiveKind(opening: Self.unpacked(opening))
    switch kind {
    case .zip: return ZipReader(file, limits: limits)
    case .tar: return TarReader(try reader(isStrict: false), limits: limits)
    case .warc: return WARCReader(try reader(isStrict: true), limits: limits)
    case nil: return nil
    }
  }

  /// All bytes as they stand in the file; one more than the limit of a file that has more.
  func bytes() throws(DocumentError) -> [UInt8] {
    var bytes = opening
    let source = FileSource(file)
    while bytes.count <= limits.maxBytes, try source.read(into: &bytes) {}
    return bytes
  }

  private func reader(isStrict: Bool) throws(DocumentError) -> ByteReader {
    let source = FileSource(file)
    guard let packing = Packing(opening) else { return ByteReader(source, opening: opening) }
    return ByteReader(try UnpackedSource(source, opening: opening, packing: packing, isStrict: isStrict))
  }

  /// As much of a packed file's start as tells archives.
  private static func unpacked(_ opening: [UInt8]) -> ArraySlice<UInt8> {
    guard let packing = Packing(opening) else { return opening[...] }
    var result = [UInt8](repeating: 0, count: ArchiveKind.openingSize)
    let step = try? packing.unpacker().step(opening, from: 0, into: &result)
    return result.prefix(step?.written ?? 0)
  }
}
