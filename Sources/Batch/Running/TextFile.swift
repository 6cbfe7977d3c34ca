import Documents
import Foundation

/// `text/ID.txt`: the text of one document, for those who want to look at a place by hand.
enum TextFile {
  /// - Parameter folder: with `/` at its end.
  static func write(_ text: [UInt8], id: String, folder: String) throws {
    try write(text, path: folder + relativePath(for: id))
  }

  static func write(_ text: [UInt8], path: String) throws {
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    do {
      try SystemCalls.makeFolder(parent)
      let descriptor = try SystemCalls.openForWriting(path)
      defer { try? SystemCalls.close(descriptor) }
      try SystemCalls.write(text, to: descriptor)
    } catch {
      throw BatchError("cannot write \(path): \(error.message)")
    }
  }

  /// Moves what ``write(_:id:folder:)`` wrote to another folder, in place of what is there.
  static func move(id: String, from: String, to folder: String) throws {
    let path = folder + relativePath(for: id)
    do {
      try SystemCalls.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try SystemCalls.rename(from + relativePath(for: id), to: path)
    } catch {
      throw BatchError("cannot write \(path): \(error.message)")
    }
  }

  /// The id with `.txt`, kept within the folder, every part of a length that file systems take.
  static func relativePath(for id: String) -> String {
    let parts = id.split(separator: "/", omittingEmptySubsequences: true).map { part -> String in
      let name = String(part).replacingOccurrences(of: "\0", with: "_")
      if name == "." || name == ".." { return String(repeating: "_", count: name.count) }
      guard name.utf8.count > 240 else { return name }
      // Code points, not bytes: the name stays valid UTF-8.
      let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(50)))
      return start + "~" + StableHash.hex(of: name)
    }
    return (parts.isEmpty ? ["_"] : parts).joined(separator: "/") + ".txt"
  }
}
