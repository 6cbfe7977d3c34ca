import ArgumentParser
import Standpoint

/// Going on with a run, and dividing one.
struct DurabilityOptions: ParsableArguments {
  @Flag(help: "Go on with a run that was killed: what it finished is not done again.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Do one part of the articles, k from 1 to n; `standpoint merge` joins the parts.", valueName: "k/n"))
  var shard: Shard?

  func apply(to request: inout RunRequest) {
    request.resumes = resume
    request.shard = shard
  }
}

extension Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
