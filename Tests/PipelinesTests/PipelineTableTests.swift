import TestSupport
import Testing

@testable import Pipelines

@Suite struct PipelineTableTests {
  @Test func showsStagesWithWhatTheyTakeAndGive() throws {
    let pipeline = try PipelineLoader(installation: Installation(home: Repository.root)).load("quotes")
    let lines = PipelineTable.text(of: pipeline, in: .standard).split(separator: "\n").map(String.init)
    #expect(lines[1] == "stage      takes           gives       options")
    #expect(lines.contains("attribute  Sentences       Statements  authorial: never"))
    #expect(lines.last == "tables: statements.csv, speakers.csv, documents.csv")
  }
}
