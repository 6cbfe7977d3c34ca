import ArgumentParser

/// Builds the learned weights in `Models/`.
@main
struct StandpointTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standpoint-train",
    abstract: "Build the models of standpoint from annotated text.",
    subcommands: [
      SentencesCommand.self, SyntaxCommand.self, AttributionCommand.self, ClaimsCommand.self, StanceCommand.self,
      BlocksCommand.self, ParseCommand.self,
    ])
}
