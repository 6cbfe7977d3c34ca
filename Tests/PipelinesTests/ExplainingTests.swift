import Documents
import Foundation
import TestSupport
import Testing

@testable import Pipelines

@Suite struct ExplainingTests {
  private static let text = """
    Harbour talks

    “The quay plan is reckless,” said Marta Quillon, a professor at Easton University. She accused Russia of lying. \
    Tarnov did not say whether he would go. “Norway must be punished,” the minister said.

    The United States sanctioned Belarus on Monday.
    """

  private func load(_ name: String) throws -> Pipeline {
    try PipelineLoader(installation: Installation(home: Repository.root)).load(name)
  }

  private func sources() throws -> [SourceDocument] {
    let samples = try ["politics", "world", "opinion", "local"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Repository.path("Samples/\(folder)")).sorted()
        .map { "Samples/\(folder)/\($0)" }
    }
    return try [SourceDocument(id: "a", path: "a.txt", bytes: Array(Self.text.utf8), format: .text)]
      + samples.map { path in
        SourceDocument(
          id: path, path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: Repository.path(path)))))
      }
  }

  /// What is explained is what a run gives, to the last bit, and every stance has its note.
  @Test(arguments: ["lexicon-only", "news", "opinion"]) func explainsWhatARunGives(name: String) throws {
    let pipeline = try load(name)
    var stances = 0
    // One text will do for the slow ones.
    for source in try name == "lexicon-only" ? sources() : Array(sources().prefix(3)) {
      let run = try #require(try pipeline.process(source) as? ScoredArticle)
      let (document, trace) = try pipeline.explain(source)
      let explained = try #require(document as? ScoredArticle)
      #expect(explained.resolved.attributed.statements == run.resolved.attributed.statements)
      #expect(explained.resolved.links == run.resolved.links)
      #expect(explained.resolved.speakers == run.resolved.speakers)
      #expect(explained.stances == run.stances)
      try #require(trace.stances.count == run.stances.count)
      for (stance, note) in zip(run.stances, trace.stances) { check(stance, note, run) }
      stances += run.stances.count
    }
    #expect(stances > 3)
  }

  /// The factors make the contribution, and the contributions the sum that makes the score.
  private func check(_ stance: Stance, _ note: StanceNote, _ run: ScoredArticle) {
    #expect(note.statement == run.resolved.attributed.statements[stance.statement].id)
    #expect(note.target == run.resolved.targets[stance.target].id)
    #expect(note.lexicon == stance.lexicon)
    #expect(note.hits.map(\.span) == stance.hits.map(\.span))
    for (hit, factors) in zip(stance.hits, note.hits) {
      let product = hit.weight * factors.negation * factors.intensity * factors.decay
      #expect(abs(product - hit.contribution) < 1e-9)
      #expect(factors.decay > 0 && factors.decay <= 1 + 1e-9)
    }
    let sum = stance.hits.reduce(0) { $0 + $1.contribution }
    #expect(abs(note.sum - sum) < 1e-12)
    // Learned weights show the words that moved them most: the whole sum has more parts.
    guard !stance.lexicon.hasPrefix("stance-model@") else { return }
    #expect(abs(stance.score - (sum == 0 ? 0 : sum / (sum * sum + 0.5).squareRoot())) < 1e-12)
  }

  @Test(arguments: ["lexicon-only", "news"]) func saysWhoElseCouldHaveSpoken(name: String) throws {
    let source = SourceDocument(id: "a", path: "a.txt", bytes: Array(Self.text.utf8), format: .text)
    let (document, trace) = try load(name).explain(source)
    let scored = try #require(document as? ScoredArticle)
    for statement in scored.resolved.attributed.statements where statement.kind != .act {
      let note = try #require(trace.speakers.first { $0.statement == statement.id })
      #expect(note.candidates.count(where: \.isChosen) <= 1)
      #expect(note.candidates.allSatisfy { !$0.reason.isEmpty })
    }
    let pronoun = try #require(trace.speakers.first { $0.reading == "the pronoun “She”" })
    #expect(pronoun.candidates.first?.name == "Marta Quillon")
    #expect(pronoun.candidates.contains { !$0.isChosen })
  }

  @Test func saysWhatBecameOfEachCue() throws {
    let source = SourceDocument(id: "a", path: "a.txt", bytes: Array(Self.text.utf8), format: .text)
    for name in ["lexicon-only", "news"] {
      let (document, trace) = try load(name).explain(source)
      let scored = try #require(document as? ScoredArticle)
      let tokens = scored.resolved.attributed.segmented.tokens
      let made = trace.cues.filter { $0.lost == nil }
      #expect(!made.isEmpty)
      for cue in made {
        let place = Int(tokens[cue.tokens.lowerBound].start)
        #expect(scored.resolved.attributed.statements.contains { $0.cue.contains { $0.contains(place) } })
        #expect(cue.contents.first?.isChosen == true)
      }
      #expect(trace.cues.allSatisfy { (0...1).contains($0.probability) })
    }
  }

  @Test func theLearnedScorerShowsItsContributions() throws {
    let source = SourceDocument(id: "a", path: "a.txt", bytes: Array(Self.text.utf8), format: .text)
    let (document, trace) = try load("news").explain(source)
    let scored = try #require(document as? ScoredArticle)
    let learned = try #require(trace.stances.compactMap(\.learned).first)
    #expect(zip(learned.parts, learned.parts.dropFirst()).allSatisfy { abs($0.contribution) >= abs($1.contribution) })
    for part in learned.parts {
      if let span = part.span { #expect(scored.article.text.string(span) == part.word) }
    }
    #expect(try load("opinion").explain(source).trace.stances.allSatisfy { $0.learned == nil })
  }

  /// A neutral stance whose terms take a side says why; one with a side has nothing to say.
  @Test func saysWhatOverruledTheTerms() throws {
    let (document, trace) = try load("news").explain(
      SourceDocument(id: "b", path: "b.txt", bytes: Array(Self.text.utf8), format: .text))
    let scored = try #require(document as? ScoredArticle)
    let shipped = try load("news").explain(
      SourceDocument(
        id: "c", path: "c.txt", bytes: Array(try Repository.text("Samples/world/grain-corridor.txt").utf8),
        format: .text)
    )
    let other = try #require(shipped.document as? ScoredArticle)
    let stances = scored.stances + other.stances
    let notes = trace.stances + shipped.trace.stances
    #expect(stances.count == notes.count)
    for (stance, note) in zip(stances, notes) {
      let couldTakeASide = stance.side == .neutral && abs(stance.score) >= 0.25
      #expect((note.overruled != nil) == couldTakeASide)
    }
    #expect(notes.contains { $0.overruled != nil })
  }
}
