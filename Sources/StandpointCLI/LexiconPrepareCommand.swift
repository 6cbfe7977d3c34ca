import ArgumentParser
import Foundation
import Standpoint

struct LexiconPrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "Reads the lexicons of a folder once, for every later start to be quick.",
    discussion: """
      Writes FOLDER/lexicons.prepared. A lexicon that changed since is read as before, so that nothing goes wrong when
      this command is forgotten; only the start takes longer.

      EXAMPLES:
        standpoint lexicon prepare Lexicons
      """)

  @Argument(help: "The folder of lexicons.")
  var folder: String

  func run() throws {
    do throws(Diagnostics) {
      let (bytes, names) = try LexiconPreparation.prepare(folder: folder)
      guard !names.isEmpty else {
        throw Diagnostics([Diagnostic(file: folder, "no lexicons in Standpoint's format (*.yaml) in this folder")])
      }
      let path = URL(fileURLWithPath: folder).appendingPathComponent(LexiconPreparation.fileName)
      do {
        try Data(bytes).write(to: path, options: .atomic)
      } catch {
        throw Diagnostics([Diagnostic(file: path.path, "cannot be written: \(error.localizedDescription)")])
      }
      Terminal.say("\(path.path): \(names.count) lexicons, \(bytes.count) bytes")
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
