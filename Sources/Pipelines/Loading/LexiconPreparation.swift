import Documents
import Foundation
import Lexicons
import Linguistics

/// Makes `Lexicons/lexicons.prepared`: the lexicons of a folder as they are after reading, for programs to start quickly.
public enum LexiconPreparation {
  /// What the file is called, beside the lexicons.
  public static let fileName = PreparedLexicons.fileName

  /// - Parameter folder: holds lexicons in our own format, `*.yaml`.
  /// - Returns: the bytes of the file, and the names of what is in it.
  /// - Throws: what is wrong with any of the lexicons.
  public static func prepare(folder: String) throws(Diagnostics) -> (bytes: [UInt8], names: [String]) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    var writer = PreparedWriter()
    var prepared: [String] = []
    var problems: [Diagnostic] = []
    for name in names where name.hasSuffix(".yaml") {
      let path = "\(folder)/\(name)"
      do throws(Diagnostics) {
        let bytes = try LexiconCache.contents(of: path)
        let file = try LexiconFile.read(path: path, bytes: bytes, kind: "stance", settings: LexiconSettings())
        let tags = TaggerWords.prepare(file).map { [(TaggerWords.part, $0)] } ?? []
        if try writer.add(file, bytes: bytes, vocabulary: .ofTokens(), others: tags) { prepared.append(name) }
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return (writer.finish(), prepared)
  }
}
