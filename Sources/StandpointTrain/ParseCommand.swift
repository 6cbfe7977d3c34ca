import ArgumentParser
import Foundation
import Linguistics

/// `standpoint-train parse MODEL FILE.conllu`: what `standpoint parse` does, to measure a model that is not installed.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Parse a CoNLL-U file with a model and write CoNLL-U.")

  @Argument(help: "The model file.")
  var model: String

  @Argument(help: "The CoNLL-U file.")
  var file: String

  func run() throws {
    let model = try LinguisticModel(contentsOf: model)
    let input = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    try parseCoNLLU(input: input, file: file, model: model) { FileHandle.standardOutput.write(Data($0)) }
  }
}
