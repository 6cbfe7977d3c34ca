import ArgumentParser
import Foundation
import Standpoint

struct LexiconTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the examples that entries carry.",
    discussion: """
      EXAMPLE:
        standpoint lexicon test my-stance.yaml
      An example is `sentence => target favor` (or against, neutral). Exit status 1 if one comes out otherwise.
      """)

  @Argument(help: "A lexicon file, or the name of a shipped lexicon.")
  var lexicon: String

  @Option(help: "The pipeline whose `score` stage uses the lexicon; without learned weights unless told.")
  var pipeline = "lexicon-only"

  @OptionGroup var home: HomeOption

  func run() throws {
    let examples: [LexiconExample]
    let questions: Questions
    let path: String
    do throws(Diagnostics) {
      let file = try Installation(home: home.home).lexicon(lexicon, kind: "stance")
      path = file.path
      examples = try LexiconExample.all(in: file)
      questions = try PipelineLoader(installation: Installation(home: home.home))
        .load(pipeline, lexicons: lexicon).questions()
    } catch {
      throw Terminal.fatal(error)
    }
    var failed = 0
    for example in examples {
      let answer = try questions.answer(StanceQuery(text: example.text, target: example.target, holder: nil))
      guard answer.side != example.expected else { continue }
      failed += 1
      let hits = answer.hits.map { "\($0.term) \($0.contribution)" }.joined(separator: ", ")
      Terminal.write(
        "\(path):\(example.line): error: \"\(example.text.string(example.text.span))\" is \(answer.side.rawValue) to "
          + "\(example.text.string(example.target)), not \(example.expected.rawValue) (\(hits.isEmpty ? "no hits" : hits))\n"
      )
    }
    Terminal.say("\(path): \(examples.count) examples, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }
}
