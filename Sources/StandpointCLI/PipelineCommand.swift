import ArgumentParser
import Standpoint

struct PipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Checks pipeline files and lists the stages that they can name.",
    subcommands: [Check.self, Stages.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks a pipeline file and prints it as a table.",
      discussion: """
        EXAMPLE:
          standpoint pipeline check my-pipeline.yaml
        """)

    @Argument(help: "A pipeline file, or the name of a shipped one.")
    var pipeline: String

    @OptionGroup var home: HomeOption

    func run() throws {
      let pipeline = try home.load(pipeline)
      Terminal.write(PipelineTable.text(of: pipeline, in: .standard))
    }
  }

  struct Stages: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stages", abstract: "Lists all stages with their options.")

    func run() throws { Terminal.write(PipelineTable.text(of: .standard)) }
  }
}
