import Documents
import Outputs

/// An archive in work: its members with the ids that they get.
struct OpenArchive {
  let id: String
  private let path: String
  private let reader: any ArchiveReader
  private let expand: @Sendable (SourceDocument) throws -> [SourceDocument]
  /// Documents of the last part of a file of rows, the next one last.
  private var rows: [SourceDocument] = []
  private var hasRows = false
  /// How often each id was wanted, by hash: a million ids themselves would cost more.
  private var wanted: [UInt64: Int] = [:]
  private(set) var passedOver = InputList.PassedOver()
  private(set) var notices: [String] = []
  private var nested = 0

  private static let maxNotices = 10

  /// - Parameter expand: splits files of rows.
  init(
    id: String, path: String, reader: any ArchiveReader,
    expand: @escaping @Sendable (SourceDocument) throws -> [SourceDocument]
  ) {
    self.expand = expand
    self.id = id
    self.path = path
    self.reader = reader
  }

  /// The next article or row; `nil` at the end.
  mutating func next() -> InputItem.Work? {
    while true {
      if let row = rows.popLast() { return .document(distinct(row)) }
      guard let entry = reader.next() else { break }
      switch entry {
      case .article(let member):
        return .member(member, id: newID(of: member), path: path + "#" + member.name)
      case .failure(let name, let error):
        let suffix = name.map { "#" + $0 } ?? ""
        return .failure(
          ErrorRow(id: id + suffix, path: path + suffix, stage: "read", code: error.code, message: error.message))
      case .passedOver(let reason): note(reason)
      case .rows(let bytes, let offset): if let failure = split(bytes, offset: offset) { return failure }
      }
    }
    if nested > Self.maxNotices {
      notices.append("\(path): \(nested - Self.maxNotices) more archives in it passed over")
    }
    return nil
  }

  /// Fills ``rows``.
  ///
  /// Here and not where documents are processed: ids must be told apart over the whole file, and reading the rows is little
  /// work beside the rest.
  private mutating func split(_ bytes: [UInt8], offset: Int) -> InputItem.Work? {
    var source = SourceDocument(id: id, path: path, bytes: bytes)
    source.lineOffset = offset
    defer { hasRows = true }
    do {
      rows = try expand(source).reversed()
      return nil
    } catch {
      let failure = StageFailure(error, stage: "read")
      // Empty lines at the end of a long file are no error.
      if hasRows, failure.code == "empty" || failure.code == "no-body" { return nil }
      return .failure(
        ErrorRow(id: id, path: path, stage: failure.stage, code: failure.code, message: failure.message))
    }
  }

  /// Of rows of one id all but the first get a number.
  private mutating func distinct(_ row: SourceDocument) -> SourceDocument {
    let earlier = wanted[StableHash.value(of: row.id), default: 0]
    wanted[StableHash.value(of: row.id)] = earlier + 1
    return earlier == 0 ? row : row.renamed("\(row.id)~\(earlier + 1)")
  }

  /// The name without extensions; that of a second member with them, and a number where they do not help.
  private mutating func newID(of member: ArchiveMember) -> String {
    for form in [member.stem, member.name] where take(form) { return id + "#" + form }
    var number = wanted[StableHash.value(of: member.name), default: 1]
    while true {
      number += 1
      let form = "\(member.name)~\(number)"
      guard take(form) else { continue }
      wanted[StableHash.value(of: member.name)] = number
      return id + "#" + form
    }
  }

  private mutating func take(_ form: String) -> Bool {
    let hash = StableHash.value(of: form)
    guard wanted[hash] == nil else { return false }
    wanted[hash] = 1
    return true
  }

  private mutating func note(_ reason: PassingOver) {
    switch reason {
    case .hidden: passedOver.hidden += 1
    case .unknown: passedOver.unknown += 1
    case .special: passedOver.special += 1
    case .other: passedOver.records += 1
    case .nested(let name):
      passedOver.records += 1
      nested += 1
      guard nested <= Self.maxNotices else { return }
      notices.append("\(path)#\(name): passed over: an archive within an archive is not unpacked; unpack it first")
    }
  }
}
