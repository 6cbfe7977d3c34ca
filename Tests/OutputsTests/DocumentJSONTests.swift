import Documents
import Foundation
import Testing

@testable import Outputs

/// The object of `documents.jsonl`.
struct DocumentJSONTests {
  private func line(_ document: any Document) throws -> String {
    let view = try #require(RecordView(document))
    var json = JSONWriter()
    DocumentJSON(view).write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func object(_ document: any Document) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(line(document).utf8))
    return try #require(parsed as? [String: Any])
  }

  @Test func wholeObject() throws {
    let ids = SampleArticle.attributed.statements.map(\.id)
    let expected =
      #"{"id":"post/one","path":"post/one.html","title":"Quill’s plan divides Harlonia","#
      + #""authors":["Bo Fenn","The Harlon Post"],"date":"2024-05-06","site":"The Harlon Post","#
      + #""url":"https://harlon.example/a?b=1,2","language":"en","genre":"news","#
      + #""text":"😀 Quill’s plan divides Harlonia\nBy Bo Fenn\n“The plan is a disgrace,” Ada Quill said, “and we"#
      + #" will fight it.” She praised Harlonia.\nThe senator “ended” talks, an aide said.\n","#
      + #""blocks":[{"start":0,"end":31,"kind":"headline"},{"start":32,"end":42,"kind":"byline"},"#
      + #"{"start":43,"end":130,"kind":"paragraph"},{"start":131,"end":171,"kind":"paragraph"}],"#
      + #""sentences":[[0,31],[32,42],[43,108],[109,130],[131,171]],"#
      + #""statements":[{"id":"\#(ids[0])","parent":null,"type":"direct","source":[[69,78]],"cue":[[79,83]],"#
      + #""content":[[43,68],[85,108]],"speaker":{"id":"s-quill","name":"Ada Quill","role":"senator","#
      + #""type":"person","attribution":"explicit","confidence":0.8800},"claim_type":"evaluation","#
      + #""modality":"asserted","confidence":0.9100,"rule":"split-quote"},"#
      + #"{"id":"\#(ids[1])","parent":"\#(ids[0])","type":"mixed","source":[[158,165]],"cue":[],"#
      + #""content":[[131,156]],"speaker":{"id":"s-aide","name":"an aide","role":null,"type":"unnamed","#
      + #""attribution":"anonymous","confidence":0.3000},"claim_type":"assertion","modality":"hedged","#
      + #""confidence":0.6667,"rule":"tail"}],"#
      + #""stances":[{"statement":"\#(ids[0])","holder":"Ada Quill","target":{"id":"plan","name":"the \"plan\"","#
      + #""type":"concept","mentions":[[44,52]]},"stance":"against","score":-0.6200,"start":43,"end":108,"#
      + #""lexicon":"stance@1.0","hits":[{"term":"disgrace","weight":-0.6000,"contribution":-0.4100,"#
      + #""role":"predicate","distance":2,"start":58,"end":66,"negated":false},{"term":"fight","weight":-0.5000,"#
      + #""contribution":-0.2100,"role":"context","distance":9,"start":98,"end":103,"negated":true}]},"#
      + #"{"statement":"\#(ids[1])","holder":"an aide","target":{"id":"s-quill","name":"Ada Quill","type":"person","#
      + #""mentions":[[131,142]]},"stance":"neutral","score":0.0000,"start":131,"end":156,"lexicon":"stance@1.0","#
      + #""hits":[]}],"warnings":[{"code":"invalid-utf8","message":"2 bytes of \"x\" repaired"}]}"#
    #expect(try line(SampleArticle.scored) == expected)
  }

  @Test(arguments: [
    SampleArticle.article as any Document, SampleArticle.segmented, SampleArticle.attributed, SampleArticle.resolved,
    SampleArticle.scored,
  ])
  func everyKeyIsAlwaysThere(document: any Document) throws {
    let object = try object(document)
    #expect(Set(object.keys) == Set(DocumentJSON.keys))
    let statements = try #require(object["statements"] as? [[String: Any]])
    for statement in statements {
      #expect(statement.count == 11)
      #expect(statement["speaker"] != nil)
    }
  }

  @Test func offsetsCountCodePoints() throws {
    let object = try object(SampleArticle.scored)
    let scalars = Array(try #require(object["text"] as? String).unicodeScalars)
    let stances = try #require(object["stances"] as? [[String: Any]])
    let hits = try #require(stances.first?["hits"] as? [[String: Any]])
    for hit in hits {
      let start = try #require(hit["start"] as? Int)
      let end = try #require(hit["end"] as? Int)
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[start..<end])
      #expect(String(slice) == hit["term"] as? String)
    }
  }

  @Test func unknownMetadataIsNull() throws {
    let article = Article(id: "a", path: "a.txt", text: Text(""), blocks: [], metadata: Metadata())
    #expect(
      try line(article)
        == #"{"id":"a","path":"a.txt","title":null,"authors":[],"date":null,"site":null,"url":null,"language":null,"#
        + #""genre":null,"text":"","blocks":[],"sentences":[],"statements":[],"stances":[],"warnings":[]}"#)
  }

  @Test func indicesThatPointNowhereAreLeftOut() throws {
    var resolved = SampleArticle.resolved
    resolved.links = [SpeakerLink(speaker: 9, attribution: .alias, confidence: 1)]
    let stance = Stance(
      statement: 7, target: 0, mentions: [], side: .favor, score: 1, span: Span(0, 4), lexicon: "", hits: [])
    let object = try object(ScoredArticle(resolved: resolved, stances: [stance]))
    #expect((object["stances"] as? [Any])?.isEmpty == true)
    let statements = try #require(object["statements"] as? [[String: Any]])
    #expect(statements.allSatisfy { $0["speaker"] is NSNull })
  }

  @Test func aRecordKeepsItsIDAndItsOtherKeys() throws {
    let view = try #require(RecordView(SampleArticle.article))
    var json = JSONWriter()
    DocumentJSON(view).write(to: &json, id: Array("17".utf8), extra: [("batch", Array(#"{"n":1.50}"#.utf8))])
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(written.hasPrefix(#"{"id":17,"path":"#))
    #expect(written.hasSuffix(#","batch":{"n":1.50}}"#))
  }

  @Test func aSourceDocumentHasNoView() {
    #expect(RecordView(SourceDocument(id: "a", path: "a.txt", bytes: [])) == nil)
  }
}
