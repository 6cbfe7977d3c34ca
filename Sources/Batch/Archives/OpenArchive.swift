import Documents
import Outputs

/// An archive in work: its members with the ids that they get.
struct OpenArchive {
  let id: String
  private let path: String
  private let reader: any ArchiveReader
  /// How often each id was wanted, by hash: a million ids themselves would cost more.
  private var wanted: [UInt64: Int] = [:]
  private(set) var passedOver = InputList.PassedOver()
  private(set) var notices: [String] = []
  private var nested = 0

  private static let maxNotices = 10

  init(id: String, path: String, reader: any ArchiveReader) {
    self.id = id
    self.path = path
    self.reader = reader
  }

  /// The next article or row; `nil` at the end.
  mutating func next() -> InputItem.Work? {
    while let entry = reader.next() {
      switch entry {
      case .article(let member):
        return .member(member, id: newID(of: member), path: path + "#" + member.name)
      case .failure(let name, let error):
        let suffix = name.map { "#" + $0 } ?? ""
        return .failure(
          ErrorRow(id: id + suffix, path: path + suffix, stage: "read", code: error.code, message: error.message))
      case .passedOver(let reason): note(reason)
      case .rows(let bytes, let offset): return .rows(bytes, offset: offset, id: id, path: path)
      }
    }
    if nested > Self.maxNotices {
      notices.append("\(path): \(nested - Self.maxNotices) more archives in it passed over")
    }
    return nil
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
