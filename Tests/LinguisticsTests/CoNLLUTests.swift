import Documents
import Linguistics
import Testing
import Training

@Suite struct CoNLLUTests {
  private func answer(_ input: String) async throws -> String {
    var out: [UInt8] = []
    try parseCoNLLU(input: Array(input.utf8), file: "in.conllu", model: try await TinyModel.shared.model()) {
      out += $0
    }
    return String(decoding: out, as: UTF8.self)
  }

  @Test func commentsRangesAndEmptyNodesStay() async throws {
    let input = """
      # sent_id = a
      # text = The mayor's spoke
      1\tThe\t_\t_\t_\t_\t_\t_\t_\t_
      2-3\tmayor's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      2\tmayor\twrong\tX\tFW\tFoo=Bar\t9\tdep\t9:dep\t_
      3\tspoke\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      3.1\tnot\t_\t_\t_\t_\t_\t_\t2:x\t_

      """
    let lines = try await answer(input).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "# sent_id = a")
    #expect(lines[1] == "# text = The mayor's spoke")
    #expect(lines[2] == "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_")
    #expect(lines[3] == "2-3\tmayor's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No")
    #expect(lines[4] == "2\tmayor\tmayor\tNOUN\tNN\t_\t3\tnsubj\t_\t_")
    #expect(lines[5] == "3\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No")
    #expect(lines[6] == "3.1\tnot\t_\t_\t_\t_\t_\t_\t2:x\t_")
    #expect(lines[7...] == ["", ""])
  }

  @Test func manySentencesComeInOrder() async throws {
    let input = (0..<3000).map {
      "# sent_id = \($0)\n1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tlied\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    }
    let found = try await answer(input.joined()).split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(found.map(String.init) == (0..<3000).map { "# sent_id = \($0)" })
  }

  @Test func windowsLineEndsAndAMissingLastLineEnd() async throws {
    let found = try await answer("1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\r\n2\tlied\t_\t_\t_\t_\t_\t_\t_\t_")
    #expect(found.hasPrefix("1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tlied"))
    #expect(found.hasSuffix("\n\n"))
  }

  @Test(arguments: [
    ("1\tHe\n", "in.conllu:1: error: 2 columns where CoNLL-U has 10"),
    ("# a\nx\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n", "in.conllu:2:1: error: not a number"),
    ("\n\n\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n", "in.conllu:3:1: error: a word's number is missing"),
  ])
  func whatIsNotCoNLLUIsNamedByLine(_ input: String, _ message: String) async throws {
    var found = ""
    do { _ = try await answer(input) } catch { found = "\(error)" }
    #expect(found.hasPrefix(message), "\(found)")
  }

  @Test func invalidUTF8IsBorne() async throws {
    let input: [UInt8] = Array("1\tHe".utf8) + [0xFF, 0xC3] + Array("\t_\t_\t_\t_\t_\t_\t_\t_\n\n".utf8)
    var out: [UInt8] = []
    try parseCoNLLU(input: input, model: try await TinyModel.shared.model()) { out += $0 }
    #expect(out.starts(with: Array("1\tHe".utf8) + [0xFF, 0xC3, 0x09]))
  }

  @Test func emptyInputGivesNothing() async throws { #expect(try await answer("") == "") }
}
