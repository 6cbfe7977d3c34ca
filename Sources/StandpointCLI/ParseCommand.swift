import ArgumentParser
import Foundation
import Standpoint

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Reads CoNLL-U and writes it with tags, lemmas and trees of its own.",
    discussion: """
      EXAMPLES:
        standpoint parse trees.conllu > parsed.conllu
        standpoint parse < words.conllu

      Sentences, words, ranges and comments are kept; tags and heads that stand there are not looked at.
      """)

  @Argument(help: "A CoNLL-U file; standard input where none is named.")
  var file: String?

  @Option(help: "The name or path of a model.")
  var model = "english"

  @OptionGroup var home: HomeOption

  func run() throws {
    do {
      ignoreBrokenPipes()
      let model = try Installation(home: home.home).linguisticModel(model)
      let input: Data
      if let file {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw Diagnostic(file: file, "cannot read this file; check that it exists and is readable")
        }
        input = data
      } else {
        input = FileHandle.standardInput.readDataToEndOfFile()
      }
      try parseCoNLLU(input: Array(input), file: file ?? "-", model: model) {
        FileHandle.standardOutput.write(Data($0))
      }
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
