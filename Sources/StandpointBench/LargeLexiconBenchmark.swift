import Documents
import Foundation
import Standpoint

/// What a lexicon of 100,000 entries costs beside the shipped one: CPU seconds to load a pipeline with it, and to run that
/// over a folder. The invented terms stand in the texts, so that they are matched and scored too.
enum LargeLexiconBenchmark {
  static func run(_ folder: String?, entries: Int = 100_000) throws {
    let corpus = try Corpus(folder)
    let path = NSTemporaryDirectory() + "standpoint-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try InventedLexicon(entries, for: corpus).yaml.write(
      toFile: path + "/large.yaml", atomically: true, encoding: .utf8)
    for name in ["lexicon-only", "news"] {
      let yaml = try String(contentsOfFile: "Pipelines/\(name).yaml", encoding: .utf8)
      try yaml.write(toFile: path + "/small.yaml", atomically: true, encoding: .utf8)
      let large = yaml.replacingOccurrences(of: "lexicons: [stance]", with: "lexicons: [stance, ./large.yaml]")
      try large.write(toFile: path + "/with-large.yaml", atomically: true, encoding: .utf8)
      let loader = PipelineLoader(installation: Installation(home: "."))
      // The first load may compile what later ones map.
      var pipelines: [Pipeline] = []
      var loads: [Double] = []
      for file in ["small", "with-large", "small", "with-large"] {
        loads.append(try Stopwatch.seconds { pipelines.append(try loader.load("\(path)/\(file).yaml")) })
      }
      let sources = try Corpus.sources(folder)
      func seconds(_ pipeline: Pipeline) -> Double {
        Stopwatch.seconds {
          for source in sources { for item in (try? pipeline.expand(source)) ?? [] { _ = try? pipeline.process(item) } }
        }
      }
      // In turn, so that what else the machine does falls on both.
      var ratios: [Double] = []
      for _ in 0..<9 { ratios.append(1 / (seconds(pipelines[0]) / seconds(pipelines[1]))) }
      ratios.sort()
      print(
        String(
          format: "lexicon of %d entries, %@: loads in %.2f s at first, %.2f s again (without it %.2f s); "
            + "a run takes %.2f times as long (%.2f to %.2f)",
          entries, name as NSString, loads[1] - loads[0], loads[3] - loads[2], loads[2], ratios[ratios.count / 2],
          ratios[0], ratios[ratios.count - 1]))
    }
  }
}
