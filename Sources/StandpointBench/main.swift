import Documents
import Foundation
import Lexicons
import Linguistics

// standpoint-bench segment TEXT… | tokens CONLLU… | corpus DIR --articles N --seed S, in the project folder.
let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
do {
  if arguments.first == "corpus" {
    try CorpusGenerator(arguments: rest).run()
    exit(0)
  }
  let abbreviations = try Abbreviations(files: [LexiconReader.read(path: "Lexicons/abbreviations.yaml")])
  switch arguments.first {
  case "segment": SegmentBenchmark.run(rest, abbreviations: abbreviations)
  case "tokens": TokenScore.run(rest, abbreviations: abbreviations)
  default:
    FileHandle.standardError.write(
      Data("usage: standpoint-bench segment TEXT… | tokens CONLLU… | corpus DIR --articles N --seed S\n".utf8))
    exit(2)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
