import Foundation

/// The texts of a run, for `--write-text`: kept in one file until the run is done, then written as `text/ID.txt`.
struct TextStore {
  /// Of the one file.
  let path: String
  /// Of the run, with `/` at its end.
  let folder: String

  private var beside: String { folder + "text.partial/" }

  /// Id and text of each, with their lengths in front.
  static func frames(_ texts: [(id: String, text: [UInt8])]) -> [UInt8] {
    var frames = BinaryWriter()
    for (id, text) in texts {
      frames.add(id)
      frames.add(UInt32(text.count))
      frames.add(raw: text)
    }
    return frames.bytes
  }

  /// Writes each text beside its final place.
  func unpack() throws {
    try forEach { id, text in try TextFile.write(try text(), id: id, folder: beside) }
  }

  /// Puts them in their places, and takes away what they came from.
  func publish() throws {
    try forEach { id, _ in try TextFile.move(id: id, from: beside, to: folder + "text/") }
    try? FileManager.default.removeItem(atPath: beside)
    SystemCalls.remove(path)
  }

  private func forEach(_ use: (_ id: String, _ text: () throws -> [UInt8]) throws -> Void) throws {
    do {
      let descriptor = try SystemCalls.openForReading(path)
      defer { try? SystemCalls.close(descriptor) }
      let reader = BufferedReader(descriptor: descriptor)
      var position: UInt64 = 0
      func bytes(_ count: Int) throws -> [UInt8] {
        guard let bytes = try reader.bytes(at: position, count: count) else {
          throw BatchError("\(path) is shorter than it was when it was written")
        }
        position += UInt64(count)
        return bytes
      }
      func length() throws -> Int {
        var fields = BinaryReader(try bytes(4))
        return Int(fields.number(UInt32.self) ?? 0)
      }
      let end = UInt64(SystemCalls.size(of: descriptor))
      while position < end {
        let id = String(decoding: try bytes(try length()), as: UTF8.self)
        let count = try length()
        let next = position + UInt64(count)
        try use(id) { try bytes(count) }
        position = next
      }
    } catch let failure as SystemCalls.Failure {
      throw BatchError("cannot read \(path): \(failure.message)")
    }
  }
}
