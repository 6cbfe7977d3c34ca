import TestSupport
import Testing

/// The rules alone. Marked examples: `{s|source}`, `{q|cue}`, `{c|content}`; the pieces of a content in text order.
@Suite struct CueFramesTests {
  @Test(arguments: [
    "{c|“We lost,”} {q|said} {s|Marta Quillon}.",
    "{c|“We lost,”} {s|Marta Quillon} {q|said}.",
    "{c|“We lost,”} {s|she} {q|said}, {c|“and we knew it.”}",
    "{s|Marta Quillon} {q|said} {c|that the harbour would close in May}.",
    "{s|Marta Quillon} {q|said} {c|the harbour would close in May}.",
    "{s|The minister} {q|told} reporters on Friday {c|that the harbour would close}.",
    "{c|The harbour would close in May}, {s|Marta Quillon} {q|said}.",
    "{q|According to} {s|the harbour council}, {c|the port lost four million euros}.",
    "{c|The port lost four million euros}, {q|according to} {s|the harbour council}.",
    "{c|The harbour would close}, {q|said} {s|Marta Quillon, the head of the harbour council}.",
    "{s|Marta Quillon, the head of the council,} {q|said} {c|the harbour would close}.",
    "{s|Ms Quillon} on Tuesday {q|said} {c|the harbour would close}.",
    "{s|Two officials familiar with the talks} {q|said} {c|the harbour would close}.",
    "{s|The council} {q|urged} {c|the government to keep the harbour open}.",
    "{s|The council} {q|promised} {c|to keep the harbour open}.",
  ]) func oneStatement(marked: String) throws {
    let expected = MarkedText(marked)
    let row = ["s", "q", "c"].map { letter in
      (expected.marks[letter] ?? []).map { $0.hasSuffix(",") && letter == "s" ? String($0.dropLast()) : $0 }.joined(
        separator: " … ")
    }.joined(separator: " | ")
    #expect(try Speaking.statements(expected.text, by: Speaking.rules) == [row])
  }

  @Test(arguments: [
    "He did not read the report.", "The harbour closed in May.", "It is known as the Old Quay.",
    "The film “Harbour Lights” opened on Friday.",
  ]) func noStatement(text: String) throws {
    #expect(try Speaking.statements(text, by: Speaking.rules) == [])
  }

  @Test func participlesShareTheSource() throws {
    let found = try Speaking.statements(
      "Marta Quillon said the harbour would close, adding that nobody had been asked.", by: Speaking.rules)
    #expect(
      found == [
        "Marta Quillon | said | the harbour would close", "Marta Quillon | adding | that nobody had been asked",
      ])
  }

  @Test func quotationsRunOnOverSentencesAndParagraphs() throws {
    let text = "“We lost,” Marta Quillon said. “We lost all of it.\n\n“And nobody paid for it.”\n\nThe harbour closed."
    #expect(
      try Speaking.statements(text, by: Speaking.rules)
        == ["Marta Quillon | said | “We lost,” … “We lost all of it. … “And nobody paid for it.”"])
  }

  @Test func nestedStatementsKnowTheirParent() throws {
    let document = try Speaking.resolved(
      "The Quay Post said the mayor urged the council to close the harbour.", by: Speaking.rules)
    let statements = document.attributed.statements
    #expect(statements.count == 2)
    #expect(statements.first { $0.parent != nil }?.parent == statements.first { $0.parent == nil }?.id)
  }
}
