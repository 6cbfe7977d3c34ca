import Documents
import Lexicons
import Linguistics
import TestSupport
import Testing

@testable import Training

@Suite struct WordFieldsTests {
  static func read(_ entries: String) throws -> WordFields {
    let text = "name: fields\nkind: word-fields\nentries:\n" + entries
    return try WordFields(LexiconReader(path: "fields.yaml", bytes: Array(text.utf8)).read())
  }

  @Test func aWordStandsInSeveralFields() throws {
    let fields = try WordFieldsTests.read(
      """
      - {name: praise, gloss: kind words, members: [laud, cheer]}
      - name: support
        members: [cheer,
          back]
      """)
    #expect(fields.names == ["praise", "support"])
    #expect(fields.fields(of: hash(of: "cheer".utf8)) == [0, 1])
    #expect(fields.fields(of: hash(of: "back".utf8)) == [1])
    #expect(fields.fields(of: hash(of: "jeer".utf8)).isEmpty)
    #expect(fields.words.count == 3 && fields.words == fields.words.sorted())
  }

  @Test(arguments: [
    ("- {name: praise, members: [laud, cheer, laud]}", 4, "`laud` stands twice in `praise`; take one out"),
    ("- {name: praise, members: [laud]}\n- {name: praise, members: [cheer]}", 5, "a second field `praise`"),
    ("- {members: [laud]}", 4, "a field needs a `name:`"), ("- {name: praise}", 4, "a field needs a `name:`"),
    ("- {name: praise, members: [laud, immigrant]}", 4, "`immigrant` is a term for a group of people; take it out"),
  ]) func whatCannotBeReadIsSaid(entries: String, line: Int, message: String) {
    #expect {
      try WordFieldsTests.read(entries)
    } throws: { error in
      let problems = (error as? Diagnostics)?.all ?? []
      return problems.count == 1 && problems[0].line == line && problems[0].message.contains(message)
    }
  }

  /// What is shipped can be read, and a person finds a word in it by the alphabet.
  @Test func shippedFieldsAreInOrder() throws {
    let file = try LexiconReader.read(path: Repository.root + "/Models/word-fields.yaml")
    let fields = try WordFields(file)
    #expect(fields.names.count > 150 && fields.words.count > 8000)
    for entry in file.entries {
      guard case .list(let members)? = entry.field("members")?.value else { continue }
      #expect(
        members == members.sorted() && members == members.map { $0.lowercased() }, "\(entry.string("name") ?? "")")
    }
  }
}
