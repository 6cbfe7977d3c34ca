import ArgumentParser
import Foundation
import Standpoint

@main
struct StandpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standpoint",
    abstract: "Reads folders of news articles and writes who said what, about whom, and with which stance.",
    discussion: """
      EXAMPLES:
        standpoint run news articles/ --output out      a folder of articles to out/stances.csv
        standpoint run news page.html --output - --format jsonl
        standpoint filter news < articles.jsonl         JSON lines in, JSON lines out
        standpoint score news < questions.jsonl         the stance of a text towards a target
        standpoint explain news article.html            why: cues, speakers, hits and the sum of each score
        standpoint parse words.conllu                   CoNLL-U in, tagged and parsed CoNLL-U out
        standpoint pipeline check my-pipeline.yaml      what a pipeline does, and what is wrong with it

      A pipeline is a file, or the name of a shipped one: news, extract, sentences, quotes, lexicon-only, opinion.
      Rows are machine-extracted: check the passage.
      """,
    version: standpointVersion,
    subcommands: [
      RunCommand.self, MergeCommand.self, FilterCommand.self, ScoreCommand.self, ExplainCommand.self, ParseCommand.self,
      PipelineCommand.self,
      LexiconCommand.self,
    ])

  /// A command line that cannot be understood ends with 2, as all that keeps the program from beginning does; the
  /// library would end with 64.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Terminal.say(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}
