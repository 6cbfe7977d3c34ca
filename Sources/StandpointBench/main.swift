import Foundation
import Lexicons
import Linguistics

// In the project folder: StandpointBench segment TEXT… | tokens CONLLU… | markup FOLDER | match [FOLDER] |
// score [FOLDER] | large-lexicon [FOLDER]
let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
do {
  let abbreviations = try Abbreviations(files: [LexiconReader.read(path: "Lexicons/abbreviations.yaml")])
  switch arguments.first {
  case "segment": SegmentBenchmark.run(rest, abbreviations: abbreviations)
  case "markup": try BareParse.run(rest.first)
  case "tokens": TokenScore.run(rest, abbreviations: abbreviations)
  case "match": try MatchBenchmark.run(rest.first)
  case "score": try ScoreBenchmark.run(rest.first)
  case "large-lexicon": try LargeLexiconBenchmark.run(rest.first)
  default:
    FileHandle.standardError.write(
      Data(
        ("usage: StandpointBench segment TEXT… | tokens CONLLU… | markup FOLDER | match [FOLDER] | score [FOLDER] | "
          + "large-lexicon [FOLDER]\n")
          .utf8))
    exit(2)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
