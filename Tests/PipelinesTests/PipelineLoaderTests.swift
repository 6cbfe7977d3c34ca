import Documents
import Foundation
import TestSupport
import Testing

@testable import Pipelines

@Suite struct PipelineLoaderTests {
  private let loader = PipelineLoader(installation: Installation(home: Repository.root))

  /// What is wrong with a pipeline, without its path.
  private func problems(_ yaml: String, files: [String: String] = [:]) throws -> [String] {
    let folder = try Repository.folder(files.merging(["p.yaml": yaml]) { $1 })
    do {
      _ = try loader.load(folder + "/p.yaml")
      return []
    } catch {
      return error.all.map { $0.description.replacingOccurrences(of: folder + "/", with: "") }
    }
  }

  @Test(arguments: try Repository.files(in: "Pipelines", extension: ".yaml"))
  func shippedPipelinesLoad(path: String) throws {
    let pipeline = try loader.load(Repository.path(path))
    #expect(!pipeline.stageNames.isEmpty)
    #expect(path == "Pipelines/\(pipeline.name).yaml")
  }

  @Test func findsShippedPipelinesByName() throws {
    #expect(try loader.load("extract").stageNames == ["clean"])
    #expect { try loader.load("extrat") } throws: {
      "\($0)".contains("did you mean `extract`?") && "\($0)".contains("tried")
    }
  }

  @Test func namesUnknownStagesWithTheirPlace() throws {
    let found = try problems("name: x\nstages:\n  - clean\n  - segmnt\n")
    #expect(found == ["p.yaml:4:5: error: unknown stage `segmnt`; did you mean `segment`?"])
  }

  @Test func namesUnknownOptionsWithTheirPlace() throws {
    let found = try problems("name: x\nstages:\n  - clean\n  - segment:\n      abreviations: abbreviations\n")
    #expect(found == ["p.yaml:5:7: error: unknown option `abreviations`; did you mean `abbreviations`?"])
  }

  @Test func namesOptionsOfTheWrongType() throws {
    let found = try problems("name: x\nstages:\n  - clean:\n      max-bytes: many\n")
    #expect(found == ["p.yaml:4:18: error: `max-bytes` must be a whole number"])
    let depth = try problems("name: x\nstages:\n  - clean:\n      max-depth: 0\n")
    #expect(depth == ["p.yaml:4:18: error: `max-depth` must be above 0"])
    let choice = try problems("name: x\nstages:\n  - clean\n  - segment\n  - attribute:\n      authorial: sometimes\n")
    #expect(choice == ["p.yaml:6:18: error: `authorial` must be auto, always or never"])
    let number = try problems("name: x\nstages:\n  - clean\n  - segment\n  - attribute:\n      min-confidence: 7\n")
    #expect(number == ["p.yaml:6:23: error: `min-confidence` must be a number from 0 to 1"])
  }

  @Test func namesStagesThatDoNotFit() throws {
    let found = try problems("name: x\nstages:\n  - clean\n  - attribute\n")
    #expect(
      found == [
        "p.yaml:4:5: error: `attribute` takes Sentences, but `clean` before it gives Article; put `segment` between them"
      ])
    #expect(try problems("name: x\nstages:\n  - segment\n")[0].contains("a pipeline begins with SourceDocument"))
    #expect(
      try problems("name: x\nstages:\n  - clean\n  - clean\n")[0].contains(
        "p.yaml:4:5: error: `clean` stands here a second time"))
  }

  @Test func namesMissingLexiconsAndWhereItLooked() throws {
    let found = try problems(
      "name: x\nstages:\n  - clean\n  - segment:\n      abbreviations: [abbreviations, abreviations, ./mine.yaml]\n")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("p.yaml:5:38: error: no lexicon `abreviations`; did you mean `abbreviations`? (tried "))
    #expect(found[1].hasPrefix("p.yaml:5:52: error: no lexicon at `./mine.yaml`"))
  }

  @Test func saysWhichLineOfALexiconIsBad() throws {
    let lexicon =
      "name: mine\nkind: stance\nentries:\n- {term: a, weight: 1}\n- {term: b, weigth: 1}\n- {term: c, weight: heavy}\n"
    let yaml =
      "name: x\nstages:\n  - clean\n  - segment\n  - attribute\n  - resolve\n  - score:\n      lexicons: ./mine.yaml\n"
    let found = try problems(yaml, files: ["mine.yaml": lexicon]).map {
      $0.components(separatedBy: "mine.yaml").last ?? ""
    }
    #expect(
      found == [
        ":5:13: error: unknown key `weigth`; did you mean `weight`?", ":5:1: error: a term needs a `weight:` or a role",
        ":6:13: error: `weight` is not a number",
      ])
  }

  @Test func refusesALexiconOfAnotherKind() throws {
    let found = try problems("name: x\nstages:\n  - clean\n  - segment:\n      abbreviations: stance\n")
    #expect(found == ["p.yaml:5:22: error: `stance` is a lexicon of stance, and `abbreviations` takes abbreviations"])
  }

  @Test func namesTablesThatThePipelineDoesNotReach() throws {
    let found = try problems("name: x\nstages:\n  - clean\noutputs: [stances.csv, documnts.csv]\n")
    #expect(found[0] == "p.yaml:4:11: error: `stances.csv` needs Stances, but the last stage, `clean`, gives Article")
    #expect(found[1] == "p.yaml:4:24: error: unknown table `documnts.csv`; did you mean `documents.csv`?")
  }

  @Test func reportsEverythingAtOnce() throws {
    let found = try problems("nam: x\nstages:\n  - cleen\n  - segment: {abbreviation: x}\nmin-speaker-confidence: 3\n")
    #expect(found.count == 5)
  }

  @Test(arguments: [
    "", "just text", "- a\n- b\n", "stages: clean\n", "stages:\n  - [a]\n", "a: b: c\n", "stages: []\n",
  ])
  func brokenFilesAreErrorsWithAPlace(yaml: String) throws {
    let found = try problems(yaml)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.contains("error:") && $0.hasPrefix("p.yaml:") })
  }

  @Test func readsUserConceptsAndActors() throws {
    let csv = "id,name,type,aliases\nquay,Quay Council,organization,QC\n"
    let yaml =
      "name: x\nstages:\n  - clean\n  - segment\n  - attribute\n  - resolve:\n      actors: [actors, ./a.csv]\n      concepts: ./c.yaml\n"
    let concepts = "name: c\nkind: concepts\nentries:\n- {name: carbon tax, aliases: [carbon levy]}\n"
    #expect(try problems(yaml, files: ["a.csv": csv, "c.yaml": concepts]) == [])
  }
}
