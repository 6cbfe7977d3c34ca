import Documents
import Pipelines
import TestSupport
import Testing
import Training

/// Claim types and modalities of the annotated sentences, whose labels were written down before the first run.
@Suite struct ClaimClassifierTests {
  private static let reading = ClaimReading(installation: Installation(home: Repository.root))

  @Test func annotatedSentences() throws {
    var types = LabelScore()
    var modalities = LabelScore()
    let sentences = AnnotatedSentence.read(try Repository.text("Tests/AttributionTests/Annotated/claims.txt"))
    #expect(sentences.count == 200)
    for sentence in sentences {
      let labels = sentence.label.split(separator: " ").map(String.init)
      let claim = try #require(
        try Self.reading.claim(
          of: sentence.text, source: sentence.spans["s"]?.first, cue: sentence.spans["q"]?.first,
          content: sentence.spans["c"] ?? []))
      types.add(gold: labels[0], found: claim.type.rawValue)
      modalities.add(gold: labels[1], found: claim.modality.rawValue)
    }
    print("claim types: \(types.report)")
    print("modalities: \(modalities.report)")
    // Floors, which may only rise; the majority's macro-F1 is .09 and .13.
    #expect(types.macroF1 >= 0.88)
    #expect(modalities.macroF1 >= 0.86)
  }

  @Test(arguments: [
    ("{s|Holt} {q|told} {c|the crew to stay ashore}.", "demand obligation"),
    ("{s|Holt} {q|denied} {c|that the pier was unsafe}.", "denial negated"),
    ("{s|Holt} {q|asked} {c|why the pier was closed}.", "question asserted"),
    ("{s|The yard} {q|said} {c|it would build two boats}.", "commitment asserted"),
    ("{s|The yard} {q|said} {c|the crisis would pass}.", "prediction asserted"),
    ("{c|“Open the gate,”} {q|said} {s|Holt}.", "demand obligation"),
    ("{s|Holt} {q|said} {c|the pier closed in May}.", "assertion asserted"),
    ("{s|Holt} {q|called} {c|the pier a disgrace}.", "evaluation asserted"),
  ])
  func reads(marked: String, label: String) throws {
    let sentence = try #require(AnnotatedSentence(line: marked))
    let claim = try #require(
      try Self.reading.claim(
        of: sentence.text, source: sentence.spans["s"]?.first, cue: sentence.spans["q"]?.first,
        content: sentence.spans["c"] ?? []))
    #expect("\(claim.type.rawValue) \(claim.modality.rawValue)" == label)
  }
}
