import Foundation

extension Repository {
  /// Writes files into a new folder and returns its path.
  public static func folder(_ files: [String: String]) throws -> String {
    let folder = try scratch()
    for (name, text) in files {
      let path = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    return folder
  }
}
