import ArgumentParser
import Foundation
import Standpoint

/// Tools for people who write lexicons or bring published ones.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Checks, tests, compares and converts lexicons.",
    subcommands: [
      LexiconLintCommand.self, LexiconTestCommand.self, LexiconDiffCommand.self, LexiconConvertCommand.self,
      LexiconFormatsCommand.self, LexiconPrepareCommand.self,
    ])
}

/// How a lexicon is named on the command line.
struct LexiconOptions: ParsableArguments {
  @Option(help: "How the file is written, if its content does not tell; see `standpoint lexicon formats`.")
  var format: LexiconFormat?

  @Option(help: "What the file is read as: stance, actors, concepts; our own format says so itself.")
  var kind = "stance"

  @Option(help: "The weight of every term of a list without weights.")
  var weight: Double?

  @Option(help: "What weights are divided by, for tables.")
  var scale: Double?

  @OptionGroup var home: HomeOption

  /// Reads a lexicon by path, or a shipped one by name.
  func read(_ name: String) throws(Diagnostics) -> LexiconFile {
    var settings = LexiconSettings()
    settings.format = format
    settings.weight = weight
    settings.scale = scale
    return try Installation(home: home.home).lexicon(name, kind: kind, settings: settings)
  }
}

extension LexiconFormat: ExpressibleByArgument {}

struct LexiconLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Finds entries that cannot be read, that never match, or that contradict each other.",
    discussion: """
      EXAMPLES:
        standpoint lexicon lint my-stance.yaml
        standpoint lexicon lint vader_lexicon.txt
      Exit status 1 if anything was found.
      """)

  @Argument(help: "Lexicon files, or names of shipped lexicons.")
  var lexicons: [String]

  @OptionGroup var options: LexiconOptions

  func run() throws {
    var found = false
    for name in lexicons {
      do throws(Diagnostics) {
        let file = try options.read(name)
        let findings = LexiconLint().findings(in: file)
        for finding in findings { Terminal.write("\(finding)\n") }
        found = found || !findings.isEmpty
        Terminal.say("\(file.path): \(file.entries.count) entries, \(findings.count) findings")
      } catch {
        Terminal.write("\(error)\n")
        found = true
      }
    }
    if found { throw ExitCode(1) }
  }
}

struct LexiconConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a lexicon in Standpoint's YAML, or as CSV.",
    discussion: """
      EXAMPLES:
        standpoint lexicon convert AFINN-111.txt > afinn.yaml
        standpoint lexicon convert stance --to csv > stance.csv
      """)

  enum Target: String, ExpressibleByArgument, CaseIterable { case yaml, csv }

  @Argument(help: "A lexicon file, or the name of a shipped lexicon.")
  var lexicon: String

  @Option(help: "yaml or csv.")
  var to = Target.yaml

  @OptionGroup var options: LexiconOptions

  func run() throws {
    do throws(Diagnostics) {
      let writer = LexiconWriter(try options.read(lexicon))
      Terminal.write(to == .yaml ? writer.yaml() : writer.csv())
    } catch {
      throw Terminal.fatal(error)
    }
  }
}

struct LexiconFormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats that are read, and how their numbers become weights.")

  func run() {
    let width = LexiconFormat.allCases.map(\.rawValue.count).max() ?? 0
    for format in LexiconFormat.allCases {
      let name = format.rawValue + String(repeating: " ", count: width - format.rawValue.count)
      Terminal.write("\(name)  \(format.summary)\n")
    }
  }
}
