import Documents
import Foundation
import Lexicons
import Linguistics

// standpoint-bench segment TEXT… | tokens CONLLU…, in the project folder.
let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
do {
  let abbreviations = try Abbreviations(files: [LexiconReader.read(path: "Lexicons/abbreviations.yaml")])
  switch arguments.first {
  case "segment": SegmentBenchmark.run(rest, abbreviations: abbreviations)
  case "tokens": TokenScore.run(rest, abbreviations: abbreviations)
  default:
    FileHandle.standardError.write(Data("usage: StandpointBench segment TEXT… | tokens CONLLU…\n".utf8))
    exit(2)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
