import Documents
import Testing

@testable import Outputs

/// The four CSV tables of one document.
struct TableTests {
  private func csv(_ table: Table, _ document: any Document, _ options: OutputOptions = .init()) throws -> [UInt8] {
    let view = try #require(RecordView(document))
    var csv = CSVWriter(excel: options.excel)
    csv.header(table.columns)
    table.write(view, options, to: &csv)
    return csv.bytes
  }

  private func records(
    _ table: Table, _ document: any Document, _ options: OutputOptions = .init()
  ) throws -> [[String: String]] { CSVReader.records(try csv(table, document, options)) }

  private let ids = SampleArticle.attributed.statements.map(\.id)

  @Test func stancesAsTheyAreWritten() throws {
    let header =
      "document_id,date,publication,title,url,statement_id,speaker_id,speaker,speaker_mention,speaker_role,"
      + "speaker_type,attribution,statement_type,claim_type,modality,cue,statement,target_id,target,target_type,"
      + "target_mention,stance,score,hits,confidence,speaker_confidence,start,end,spans,paragraph,sentence,context,"
      + "lexicon\n"
    let document =
      "post/one,2024-05-06,The Harlon Post,Quill’s plan divides Harlonia,\"https://harlon.example/a?b=1,2\","
    let first =
      "\(ids[0]),s-quill,Ada Quill,Ada Quill,senator,person,explicit,direct,evaluation,asserted,said,"
      + "\"“The plan is a disgrace,” […] “and we will fight it.”\",plan,\"the \"\"plan\"\"\",concept,The plan,against,"
      + "-0.6200,disgrace:-0.4100@58-66;fight:-0.2100@98-103,0.9100,0.8800,43,108,43-68;85-108,2,2,"
      + "\"“The plan is a disgrace,” Ada Quill said, “and we will fight it.”\",stance@1.0\n"
    let second =
      "\(ids[1]),s-aide,an aide,an aide,,unnamed,anonymous,mixed,assertion,hedged,,The senator “ended” talks,"
      + "s-quill,Ada Quill,person,The senator,neutral,0.0000,,0.6667,0.3000,131,156,131-156,3,4,"
      + "\"The senator “ended” talks, an aide said.\",stance@1.0\n"
    let written = String(decoding: try csv(.stances, SampleArticle.scored), as: UTF8.self)
    #expect(written == header + document + first + document + second)
  }

  @Test func placesSliceTheTextToWhatTheRowSays() throws {
    let scalars = Array(SampleArticle.text.unicodeScalars)
    func slice(_ start: Substring, _ end: Substring) throws -> String {
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[try #require(Int(start))..<(try #require(Int(end)))])
      return String(slice)
    }
    for row in try records(.statements, SampleArticle.scored) {
      let pieces = try (row["spans"] ?? "").split(separator: ";").map { piece in
        let ends = piece.split(separator: "-")
        return try slice(ends[0], ends[1])
      }
      #expect(pieces.joined(separator: " […] ") == row["statement"])
      let hull = try slice(Substring(row["start"] ?? ""), Substring(row["end"] ?? ""))
      #expect(hull.hasPrefix(pieces[0]))
      #expect(hull.hasSuffix(pieces[pieces.count - 1]))
    }
  }

  @Test func statementsNeedNoTarget() throws {
    let rows = try records(.statements, SampleArticle.resolved)
    #expect(rows.map { $0["statement_id"] } == ids)
    #expect(rows.map { $0["parent"] } == ["", ids[0]])
    #expect(rows.map { $0["confidence"] } == ["0.9100", "0.6667"])
    #expect(rows.map { $0["context"] }.last == "The senator “ended” talks, an aide said.")
    #expect(try records(.stances, SampleArticle.resolved).isEmpty)
  }

  @Test func statementsNeedNoSpeaker() throws {
    let rows = try records(.statements, SampleArticle.attributed)
    #expect(rows.map { $0["speaker"] } == ["", ""])
    #expect(rows.map { $0["speaker_mention"] } == ["Ada Quill", "an aide"])
    #expect(rows.map { $0["speaker_confidence"] } == ["", ""])
  }

  @Test func belowTheThresholdNobodyIsNamed() throws {
    let options = OutputOptions(minSpeakerConfidence: 0.89)
    for table in [Table.stances, .statements] {
      let row = try #require(try records(table, SampleArticle.scored, options).first)
      for column in ["speaker_id", "speaker", "speaker_role"] { #expect(row[column] == "") }
      #expect(row["speaker_mention"] == "Ada Quill")
      #expect(row["speaker_confidence"] == "0.8800")
    }
    #expect(try records(.speakers, SampleArticle.scored, options).isEmpty)
    #expect(try records(.speakers, SampleArticle.scored, OutputOptions(minSpeakerConfidence: 0.88)).count == 1)
  }

  @Test func speakersAreCounted() throws {
    let rows = try records(.speakers, SampleArticle.scored)
    #expect(rows.map { $0["speaker"] } == ["Ada Quill", "an aide"])
    #expect(rows[0]["aliases"] == "Quill; Ms, Quill")
    let counts = ["statements", "stances", "favor", "against", "neutral"]
    #expect(counts.map { rows[0][$0] } == ["1", "1", "0", "1", "0"])
    #expect(counts.map { rows[1][$0] } == ["1", "1", "0", "0", "1"])
    let unscored = try records(.speakers, SampleArticle.resolved)
    #expect(counts.map { unscored[0][$0] } == ["1", "", "", "", ""])
  }

  @Test func documentsHoldWhatIsKnown() throws {
    let row = try #require(try records(.documents, SampleArticle.scored).first)
    #expect(row["authors"] == "Bo Fenn; The Harlon Post")
    #expect(row["characters"] == "172")
    let counts = ["blocks", "sentences", "statements", "stances", "speakers", "warnings"]
    #expect(counts.map { row[$0] } == ["4", "5", "2", "2", "2", "1"])
    #expect(row["warning_codes"] == "invalid-utf8")
    let bare = try #require(try records(.documents, SampleArticle.article).first)
    #expect(counts.map { bare[$0] } == ["4", "", "", "", "", "1"])
  }

  @Test(arguments: Table.allCases) func everyRowHasEveryColumn(table: Table) throws {
    let documents: [any Document] = [
      SampleArticle.article, SampleArticle.segmented, SampleArticle.attributed, SampleArticle.resolved,
      SampleArticle.scored,
    ]
    for document in documents {
      for excel in [false, true] {
        let rows = CSVReader.rows(try csv(table, document, OutputOptions(excel: excel)))
        #expect(rows.allSatisfy { $0.count == table.columns.count })
      }
    }
  }

  @Test func namesOfTablesAreFileNames() {
    #expect(Table(rawValue: "stances.csv") == .stances)
    #expect(Table(rawValue: "nothing.csv") == nil)
  }
}
