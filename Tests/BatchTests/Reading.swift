import Documents

@testable import Batch

/// What a reader gave, in short lines for comparing.
func listing(_ reader: any ArchiveReader) -> [String] {
  var lines: [String] = []
  while let entry = reader.next() {
    switch entry {
    case .article(let member):
      do {
        lines.append("\(member.name): \(String(decoding: try member.load(), as: UTF8.self))")
      } catch {
        lines.append("\(member.name)! \(error.code)")
      }
    case .failure(let name, let error): lines.append("\(name ?? "archive")! \(error.code)")
    case .passedOver(.nested(let name)): lines.append("- nested \(name)")
    case .rows(let bytes, let offset): lines.append("\(offset)+ " + String(decoding: bytes, as: UTF8.self))
    case .passedOver(let reason): lines.append("- \(reason)")
    }
  }
  return lines
}

/// Bytes in pieces of a size that puts every boundary somewhere.
final class PieceSource: ByteSource {
  private let bytes: [UInt8]
  private let size: Int
  private var place = 0

  init(_ bytes: [UInt8], size: Int) {
    self.bytes = bytes
    self.size = size
  }

  func read(into buffer: inout [UInt8]) throws(DocumentError) -> Bool {
    let end = min(place + size, bytes.count)
    buffer += bytes[place..<end]
    defer { place = end }
    return end > place
  }

  func recover() -> Bool { false }
}

/// A reader of bytes in memory, unpacked if they are packed.
func byteReader(_ bytes: [UInt8], pieces: Int = 700, isStrict: Bool = false) throws -> ByteReader {
  let source = PieceSource(bytes, size: pieces)
  guard let packing = Packing(bytes) else { return ByteReader(source) }
  return ByteReader(try UnpackedSource(source, opening: [], packing: packing, isStrict: isStrict))
}
