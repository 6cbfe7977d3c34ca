import Documents

/// A file that holds articles under names of their own.
enum ArchiveKind: Sendable {
  case tar, zip, warc

  /// - Parameter name: in small letters, without the `.gz` or `.zst` behind it.
  init?(extension name: String) {
    switch name {
    case "tar", "tgz", "tzst": self = .tar
    case "zip": self = .zip
    case "warc": self = .warc
    default: return nil
    }
  }

  /// Of a file whose name says nothing.
  /// - Parameter opening: its first bytes, unpacked.
  init?(opening: ArraySlice<UInt8>) {
    if opening.starts(with: WARCReader.mark) {
      self = .warc
    } else if TarHeader(opening)?.isMarked ?? false {
      self = .tar
    } else {
      return nil
    }
  }

  /// How many unpacked bytes ``init(opening:)`` needs.
  static let openingSize = TarHeader.size
}

/// One article of an archive, not yet read where the archive allows that.
struct ArchiveMember: Sendable {
  /// As the archive has it, without `/` or `./` in front.
  var name: String
  /// What stands behind the `#` of its id.
  var stem: String
  var format: SourceDocument.Format?
  var known = Metadata()
  /// The label of its encoding that the archive knows.
  var encoding: String?
  var warnings: [Warning] = []
  /// Its bytes, unpacked. May be called on any thread.
  var load: @Sendable () throws(DocumentError) -> [UInt8]
}

/// What stands next in an archive.
enum ArchiveEntry: Sendable {
  case article(ArchiveMember)
  /// A damaged record, or an article that cannot be read: a row in `errors.jsonl`. Without a name it is the archive itself
  /// that cannot be read.
  case failure(name: String?, DocumentError)
  case passedOver(PassingOver)
  /// A part of a file of rows, which the pipeline splits.
  /// - Parameter offset: how many lines stand before it in the file.
  case rows([UInt8], offset: Int)
}

/// Why something in an archive is not read; none of these is an error.
enum PassingOver: Sendable {
  case hidden, unknown, special
  /// An archive in an archive.
  case nested(name: String)
  /// A record that holds no article: a request, a picture, a page that was not found.
  case other
}

/// Goes through an archive from its start to its end.
protocol ArchiveReader: AnyObject {
  /// `nil` after the last.
  func next() -> ArchiveEntry?
}

/// A file that could not be opened: a row, and nothing else.
final class UnreadableArchive: ArchiveReader {
  private var error: DocumentError?

  init(_ error: DocumentError) { self.error = error }

  func next() -> ArchiveEntry? {
    defer { error = nil }
    return error.map { .failure(name: nil, $0) }
  }
}

/// What a member's name says, by the rules of a folder's walk.
struct MemberName {
  /// Without `/` and `./` in front, with `/` between its parts.
  let name: String
  /// Why it is not read; `nil` if it is.
  let passedOver: PassingOver?

  init(_ raw: String) {
    name = InputList.withoutAnchor(raw)
    let isHidden = name.utf8.split(separator: UInt8(ascii: "/")).contains { part in
      part.first == UInt8(ascii: ".") && !part.elementsEqual("..".utf8) && !part.elementsEqual(".".utf8)
    }
    let file = FileName(name)
    if isHidden || name.hasPrefix("__MACOSX/") {
      passedOver = .hidden
    } else if file.archive != nil {
      passedOver = .nested(name: name)
    } else {
      passedOver = file.isKnown ? nil : .unknown
    }
  }

  /// The member whose bytes, packed once more or not, `load` reads.
  func member(limits: ReadLimits, load: @escaping @Sendable () throws(DocumentError) -> [UInt8]) -> ArchiveMember {
    let name = name
    return ArchiveMember(name: name, stem: FileName(name).stem, format: FileName(name).format) {
      () throws(DocumentError) in try FileBytes.unpacked(try load(), name: name, limits)
    }
  }
}
