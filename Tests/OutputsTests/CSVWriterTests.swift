import Testing

@testable import Outputs

struct CSVWriterTests {
  private static let fields = [
    "", "plain", "a,b", "say \"x\"", "\"", "line\nend", "cr\rhere", " spaces ", "😀 “curly”, too", "=1+2", "-",
    "semi;colon",
  ]

  @Test func everyFieldComesBack() {
    for excel in [false, true] {
      var csv = CSVWriter(excel: excel)
      for _ in 0..<2 {
        for field in Self.fields { csv.text(field) }
        csv.number(-3)
        csv.number(-0.5)
        csv.endRow()
      }
      let expected = Self.fields.map { excel && ($0.hasPrefix("=") || $0.hasPrefix("-")) ? "'" + $0 : $0 }
      #expect(CSVReader.rows(csv.bytes) == [expected + ["-3", "-0.5000"], expected + ["-3", "-0.5000"]])
    }
  }

  @Test func onlyWhatNeedsQuotesHasThem() {
    var csv = CSVWriter()
    for field in ["a", "b c", "d,e", "f\"g", nil] { csv.text(field) }
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,b c,\"d,e\",\"f\"\"g\",\n")
  }

  @Test(arguments: ["=x", "+x", "-x", "@x", "\tx", "\rx"])
  func excelRunsNoFormula(field: String) {
    var csv = CSVWriter(excel: true)
    csv.text(field)
    csv.endRow()
    #expect(CSVReader.rows(csv.bytes) == [["'" + field]])
  }

  @Test func excelGetsAMarkAndItsLineEnds() {
    var csv = CSVWriter(excel: true)
    csv.header(["a", "b"])
    csv.number(-1)
    csv.text("x\ny")
    csv.endRow()
    #expect(csv.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n-1,\"x\ny\"\r\n".utf8))
  }
}
