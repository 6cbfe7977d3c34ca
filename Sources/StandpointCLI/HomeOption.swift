import ArgumentParser
import Standpoint

/// Where lexicons, pipelines and models are.
struct HomeOption: ParsableArguments {
  @Option(help: "Folder that holds Lexicons/, Pipelines/ and Models/.")
  var home: String?

  /// Loads a pipeline, or says all that is wrong with it and ends with exit status 2.
  func load(_ pipeline: String, lexicons: String? = nil) throws -> Pipeline {
    do {
      return KeptForLife.keep(
        try PipelineLoader(installation: Installation(home: home)).load(pipeline, lexicons: lexicons))
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
