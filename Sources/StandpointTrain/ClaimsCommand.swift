import ArgumentParser
import Attribution
import Documents
import Foundation
import Lexicons
import Pipelines
import Training

/// `standpoint-train claims FILE`
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Measure claim types and modalities on sentences with marked source, cue and content.",
    discussion: "A line is `TYPE MODALITY`, a tab, and the sentence with {s|…}, {q|…} and {c|…} marked.")

  @Argument(help: "The file of sentences.")
  var file: String

  @Flag(help: "Print what is wrong.")
  var errors = false

  func run() throws {
    let reader = ClaimReading(installation: Installation())
    var types = LabelScore()
    var modalities = LabelScore()
    for sentence in AnnotatedSentence.read(try String(contentsOfFile: file, encoding: .utf8)) {
      let labels = sentence.label.split(separator: " ").map(String.init)
      guard labels.count == 2,
        let claim = try reader.claim(
          of: sentence.text, source: sentence.spans["s"]?.first, cue: sentence.spans["q"]?.first,
          content: sentence.spans["c"] ?? [])
      else { continue }
      types.add(gold: labels[0], found: claim.type.rawValue)
      modalities.add(gold: labels[1], found: claim.modality.rawValue)
      if errors, [claim.type.rawValue, claim.modality.rawValue] != labels {
        print("\(sentence.label) | \(claim.type) \(claim.modality) | \(sentence.text)")
      }
    }
    print("claim types: \(types.report)")
    print("modalities: \(modalities.report)")
  }
}
