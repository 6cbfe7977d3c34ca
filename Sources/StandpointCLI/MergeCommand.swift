import ArgumentParser
import Standpoint

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins the outputs of shards into what one run would have written.",
    discussion: """
      EXAMPLES:
        for k in 1 2 3; do standpoint run news articles/ --output part-$k --shard $k/3; done
        standpoint merge out part-1 part-2 part-3

      The same bytes as one run writes; run.json holds the sums. Shards of another pipeline, version, options or inputs
      are refused, and so is a set with a shard missing or twice.
      """)

  @Argument(help: "Folder for the joined results.")
  var output: String

  @Argument(help: "The output folders of all shards, in any order.")
  var shards: [String]

  func run() throws {
    do {
      let documents = try Batch.merge(shards, into: output)
      Terminal.say("\(documents) documents of \(shards.count) shards → \(output)")
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
