import Foundation

let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())
switch arguments.first {
case "segment": SegmentBenchmark.run(rest, abbreviations: shippedAbbreviations())
case "train-sentences": SentenceTraining.run(rest, abbreviations: shippedAbbreviations())
default:
  FileHandle.standardError.write(Data("usage: standpoint-bench segment FILE…\n".utf8))
  exit(2)
}
