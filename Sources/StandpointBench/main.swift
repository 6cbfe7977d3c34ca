import Foundation
import Lexicons
import Linguistics

// StandpointBench segment TEXT… | tokens CONLLU… | corpus DIR --articles N --seed S | markup DIR | match [FOLDER] |
// score [FOLDER] | large-lexicon [FOLDER], in the project folder.
let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
do {
  switch arguments.first {
  case "corpus":
    try CorpusGenerator(arguments: rest).run()
    exit(0)
  case "markup":
    try BareParse.run(rest.first)
    exit(0)
  default: break
  }
  let abbreviations = try Abbreviations(files: [LexiconReader.read(path: "Lexicons/abbreviations.yaml")])
  switch arguments.first {
  case "segment": SegmentBenchmark.run(rest, abbreviations: abbreviations)
  case "tokens": TokenScore.run(rest, abbreviations: abbreviations)
  case "match": try MatchBenchmark.run(rest.first)
  case "score": try ScoreBenchmark.run(rest.first)
  case "large-lexicon": try LargeLexiconBenchmark.run(rest.first)
  default:
    FileHandle.standardError.write(
      Data(
        ("usage: StandpointBench segment TEXT… | tokens CONLLU… | corpus DIR --articles N --seed S | markup DIR | "
          + "match [FOLDER] | score [FOLDER] | large-lexicon [FOLDER]\n")
          .utf8))
    exit(2)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
