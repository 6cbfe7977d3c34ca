import Documents
import Testing

@testable import Outputs

struct PseudonymsTests {
  private let pseudonyms = Pseudonyms()

  private func line(_ options: OutputOptions) throws -> String {
    let view = try #require(RecordView(SampleArticle.scored))
    let outputs = DocumentOutputs(view, tables: Table.allCases, options: options)
    let tables = outputs.rows.map { String(decoding: $0, as: UTF8.self) }
    return ([String(decoding: outputs.line, as: UTF8.self)] + tables).joined()
  }

  @Test func noNameOfAPersonIsLeft() throws {
    let plain = try line(OutputOptions())
    #expect(plain.contains("Quill") && plain.contains("Fenn"))
    let masked = try line(OutputOptions(pseudonyms: pseudonyms))
    for name in ["Ada", "Quill", "Fenn", "s-quill"] { #expect(!masked.contains(name), "left: \(name)") }
    #expect(masked.contains("Harlonia") && masked.contains("The Harlon Post") && masked.contains("an aide"))
    #expect(masked.contains(pseudonyms.name(for: "Ada Quill")))
  }

  @Test func offsetsStay() throws {
    let view = try #require(RecordView(SampleArticle.scored)).pseudonymised(pseudonyms)
    let shown = try #require(view.shown)
    #expect(shown.scalarOffset(ofByte: shown.count) == view.text.scalarOffset(ofByte: view.text.count))
    #expect(shown.string.hasPrefix("😀 █████’s plan divides Harlonia\nBy ██ ████\n“The plan is"))
    var buffer = ByteBuffer()
    view.append(SampleArticle.span("Ada Quill said"), to: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "███ █████ said")
  }

  @Test func speakerAndTargetAreOnePerson() throws {
    let view = try #require(RecordView(SampleArticle.scored)).pseudonymised(pseudonyms)
    #expect(view.speakers?.first?.name == view.targets?.last?.name)
    #expect(view.speakers?.first?.id == view.targets?.last?.id)
    #expect(view.targets?.first?.name == "the \"plan\"")
  }

  @Test func namesAreStableAndDependOnTheKey() {
    #expect(pseudonyms.name(for: "Ada Quill") == Pseudonyms().name(for: "Ada Quill"))
    #expect(pseudonyms.name(for: "Ada Quill") != pseudonyms.name(for: "Bo Fenn"))
    #expect(pseudonyms.name(for: "Ada Quill") != Pseudonyms(key: "secret").name(for: "Ada Quill"))
    #expect(pseudonyms.name(for: "Ada Quill").wholeMatchOfPseudonym)
  }

  @Test(arguments: [
    ("Moo-jin Quill", "Quill met Moo-jin Quill.", "█████ met ███████ █████."),
    ("Ada Quill", "ADA QUILL: Yes.\nADA: No.", "███ █████: Yes.\n███: No."),
    ("Ada Quill", "Quillian adapts the Adage.", "Quillian adapts the Adage."),
    ("Ada\u{A0}Quill", "Ada Quill’s “Quill”", "███ █████’s “█████”"),
    ("Zoë Núñez", "Núñez, NÚÑEZ", "█████, █████"),
    ("de Wit", "de rigueur, said de Wit", "de rigueur, said ██ ███"),
    ("박무진", "박무진 said", "███ said"),
    ("the mayor", "the mayor said", "the mayor said"),
    ("", "nothing", "nothing"),
  ])
  func mask(name: String, text: String, expected: String) {
    #expect(NameMask(names: [name]).applied(to: text) == expected)
  }

  @Test func bylinesAreMaskedAsAWhole() {
    let mask = NameMask(names: [], bylines: ["News Desk"])
    #expect(mask.applied(to: "News Desk: News at ten") == "████ ████: News at ten")
  }
}

extension String {
  /// `Person-` and six hexadecimal digits.
  fileprivate var wholeMatchOfPseudonym: Bool {
    hasPrefix("Person-") && count == 13 && dropFirst(7).allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}
