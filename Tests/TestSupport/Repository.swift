import Foundation

/// Where the repository under test is, found from this file.
public enum Repository {
  public static let root: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  public static func path(_ relative: String) -> String { root + "/" + relative }

  public static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// Files of a folder with an extension, sorted.
  public static func files(in folder: String, extension suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder))
      .filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// A new empty folder that the test may write into, gone with the process.
  public static func scratch() throws -> String {
    let path = scratches + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private static let scratches: String = {
    atexit { try? FileManager.default.removeItem(atPath: Repository.scratches) }
    return NSTemporaryDirectory() + "standpoint-tests-" + UUID().uuidString
  }()
}
