import ArgumentParser
import Standpoint

/// Going on with a run, and dividing one.
struct DurabilityOptions: ParsableArguments {
  @Flag(help: "Go on with a run that was killed: what it finished is not done again.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Do one part of the articles, k from 1 to n; `standpoint merge` joins the parts.", valueName: "k/n"),
    transform: { text in
      guard let shard = Shard(text) else {
        throw ValidationError("--shard takes k/n with k from 1 to n, such as 3/8, and not `\(text)`.")
      }
      return shard
    })
  var shard: Shard?

  func apply(to request: inout RunRequest) {
    request.resumes = resume
    request.shard = shard
  }
}
