import Foundation
import Testing

@testable import Outputs

struct RunReportTests {
  @Test func holdsWhatItWasTold() throws {
    var report = RunReport(version: "0.1.0", pipeline: .init(name: "news", hash: "ab"))
    report.lexicons = [.init(name: "stance", version: "1.0", hash: "cd")]
    report.counts = [("documents", 3)]
    report.timings = [("elapsed", 1.5)]
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
    #expect((object["pipeline"] as? [String: Any])?["name"] as? String == "news")
    #expect((object["lexicons"] as? [[String: Any]])?.first?["version"] as? String == "1.0")
    #expect((object["counts"] as? [String: Int]) == ["documents": 3])
    #expect((object["timings"] as? [String: Double]) == ["elapsed": 1.5])
    #expect((object["models"] as? [Any])?.isEmpty == true)
  }

  @Test func errorRowsAreLines() {
    var json = JSONWriter()
    for id in ["a", "b"] {
      ErrorRow(id: id, path: id + ".txt", stage: "clean", code: "empty", message: "the \"file\"\nis empty")
        .write(to: &json)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"id":"a","path":"a.txt","stage":"clean","code":"empty","message":"the \"file\"\nis empty"}"# + "\n"
        + #"{"id":"b","path":"b.txt","stage":"clean","code":"empty","message":"the \"file\"\nis empty"}"# + "\n")
  }
}
