import Foundation

let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
switch arguments.first {
case "segment": SegmentBenchmark.run(rest, abbreviations: shippedAbbreviations())
case "tokens": TokenScore.run(rest, abbreviations: shippedAbbreviations())
case "train-sentences": SentenceTraining.run(rest, abbreviations: shippedAbbreviations())
default:
  let usage = "usage: standpoint-bench segment TEXT… | tokens CONLLU… | train-sentences CONLLU…\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
