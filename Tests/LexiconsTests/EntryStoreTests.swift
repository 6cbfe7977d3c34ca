import Documents
import Testing

@testable import Lexicons

@Suite struct EntryStoreTests {
  private let header = "name: t\nkind: stance\nentries:\n"

  private func read(_ entries: [UInt8]) throws -> LexiconFile {
    try LexiconReader(path: "test.yaml", bytes: Array(header.utf8) + entries).read()
  }

  private func read(_ entries: String) throws -> LexiconFile { try read(Array(entries.utf8)) }

  @Test func columnsCountCodePoints() throws {
    let file = try read("- {term: tánaiste, weight: 1}\r\n  - {term: b, weight: 2}")
    #expect(file.entries.map(\.line) == [4, 5])
    #expect(file.entries.map(\.column) == [1, 3])
    #expect(file.entries[0].field("weight")?.column == 20)
    #expect(file.entries[1].field("weight")?.column == 15)
  }

  /// Entries of either reader in the order of the file, with escapes and without.
  @Test func bothReadersFillOneStore() throws {
    let file = try read(
      """
      - {term: "say \\"no\\"", forms: ['it''s', "a\\\\b", plain], "weight": 1}
      - term: |
          long
        weight: 0.5
      - {lemma: x, unheard-of: [], weight: -1}
      - {term: 'quoted, with comma'}
      """)
    #expect(file.entries.count == 4)
    #expect(file.entries[0].string("term") == "say \"no\"")
    #expect(file.entries[0].list("forms") == ["it's", "a\\b", "plain"])
    #expect(file.entries[0].scalar(.weight) != nil)
    #expect(file.entries[1].string("term") == "long\n")
    #expect(file.entries[2].fields.map(\.key) == ["lemma", "unheard-of", "weight"])
    #expect(file.entries[2].fields[1].value == .list([]))
    #expect(file.entries[2].places.map { file.entries[2].store.fields[$0].key } == [.lemma, nil, .weight])
    #expect(file.entries[3].string("term") == "quoted, with comma")
  }

  /// What the quick reader has begun to collect of an entry beyond it does not stay.
  @Test func anEntryIsNotReadTwice() throws {
    let file = try read(
      "- {term: 'it''s', forms: [a, b], note: {deep: map}}\n- {term: next}\n".replacing("{deep: map}", with: "&x c"))
    #expect(file.entries.map { $0.fields.count } == [3, 1])
    #expect(file.entries[0].string("term") == "it's")
    #expect(file.entries[0].string("note") == "c")
    #expect(file.entries[1].string("term") == "next")
  }

  @Test func repairsWhatIsNotUTF8() throws {
    let file = try read(Array("- {term: caf".utf8) + [0xE9] + Array("s, weight: 1}\n- {term: café}\n".utf8))
    #expect(file.entries.map { $0.string("term") } == ["caf\u{FFFD}s", "café"])
  }
}
