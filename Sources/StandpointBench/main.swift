import Foundation

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "segment": SegmentBenchmark.run(Array(arguments.dropFirst()))
default:
  FileHandle.standardError.write(Data("usage: standpoint-bench segment FILE…\n".utf8))
  exit(2)
}
