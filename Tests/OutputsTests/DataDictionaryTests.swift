import Documents
import Foundation
import Testing

@testable import Outputs

/// `docs/data-dictionary.md` names every column, every key and every value that the writers can write.
struct DataDictionaryTests {
  private let sections: [String: String]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("docs/data-dictionary.md"), encoding: .utf8)
    var sections: [String: String] = [:]
    for section in page.components(separatedBy: "\n## ").dropFirst() {
      let title = String(section.prefix { $0 != "\n" })
      sections[title] = section
    }
    self.sections = sections
  }

  /// The names that begin a row of a section's tables: "| `name` |", or several.
  private func rows(_ title: String) throws -> [String] {
    let section = try #require(sections[title], "no section \(title)")
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line -> [String] in
      let first = line.split(separator: "|").first ?? ""
      return first.split(separator: "`").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && $0 != "," }
    }
  }

  @Test(arguments: Table.allCases) func columnsOfATable(table: Table) throws {
    #expect(try rows(table.rawValue) == table.columns)
  }

  @Test func keysOfADocument() throws {
    let names = try rows("documents.jsonl")
    #expect(Array(names.prefix(DocumentJSON.keys.count)) == DocumentJSON.keys)
  }

  @Test func keysOfAnError() throws {
    #expect(try rows("errors.jsonl") == ["id", "path", "stage", "code", "message"])
  }

  @Test(arguments: [
    ("statement_type", Statement.Kind.allCases.map(\.rawValue)),
    ("claim_type", Statement.ClaimType.allCases.map(\.rawValue)),
    ("modality", Statement.Modality.allCases.map(\.rawValue)),
    ("speaker_type", Speaker.Kind.allCases.map(\.rawValue)),
    ("attribution", SpeakerLink.Attribution.allCases.map(\.rawValue)),
    ("target_type", Target.Kind.allCases.map(\.rawValue)), ("stance", Stance.Side.allCases.map(\.rawValue)),
    ("genre", Metadata.Genre.allCases.map(\.rawValue)), ("kind (blocks)", Block.Kind.allCases.map(\.rawValue)),
  ])
  func valuesOfAColumn(column: String, values: [String]) throws {
    #expect(try rows("Values of " + column) == values)
  }

  @Test func keysOfEveryObjectAreThere() throws {
    let view = try #require(RecordView(SampleArticle.scored))
    var json = JSONWriter()
    DocumentJSON(view).write(to: &json)
    let names = Set(try rows("documents.jsonl"))
    for key in Self.keys(in: try JSONSerialization.jsonObject(with: Data(json.bytes))) {
      #expect(names.contains(key), "no row for \(key)")
    }
  }

  private static func keys(in value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.reduce(into: Set(object.keys)) { $0.formUnion(keys(in: $1.value)) }
    }
    return (value as? [Any] ?? []).reduce(into: []) { $0.formUnion(keys(in: $1)) }
  }
}
