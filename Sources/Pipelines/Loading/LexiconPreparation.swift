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
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
    var prepared: [String] = []
    var problems: [Diagnostic] = []
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names.sorted() {
      do throws(Diagnostics) {
        files.append((name, try LexiconCache.contents(of: "\(folder)/\(name)")))
      } catch {
        problems += error.all
      }
    }
    // Words that many lexicons have come first: tables by word end with the last one that they need.
    var vocabulary = Vocabulary.ofTokens()
    _ = FunctionWords(vocabulary: &vocabulary)
    var writer = PreparedWriter(vocabulary: vocabulary)
    for (name, bytes) in files.sorted(by: { ($0.bytes.count, $0.name) < ($1.bytes.count, $1.name) }) {
      let path = "\(folder)/\(name)"
      do throws(Diagnostics) {
        let file = try LexiconFile.read(path: path, bytes: bytes, kind: "stance", settings: LexiconSettings())
        let isPrepared = try writer.add(file, bytes: bytes) { vocabulary in
          TaggerWords.prepare(file, &vocabulary).map { [(TaggerWords.part, $0)] } ?? []
        }
        if isPrepared { prepared.append(name) }
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return (writer.finish(), prepared.sorted())
  }
}
