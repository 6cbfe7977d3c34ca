import Testing

@testable import Lexicons

@Suite struct InflectionTests {
  @Test(arguments: [
    ("say", ["say", "says", "sayed", "saying", "sayed"]), ("deny", ["deny", "denies", "denied", "denying", "denied"]),
    ("stop", ["stop", "stops", "stopped", "stopping", "stopped"]),
    ("veto", ["veto", "vetoes", "vetoed", "vetoing", "vetoed"]),
    ("urge", ["urge", "urges", "urged", "urging", "urged"]),
    ("agree", ["agree", "agrees", "agreed", "agreeing", "agreed"]),
    ("lie", ["lie", "lies", "lied", "lying", "lied"]), ("push", ["push", "pushes", "pushed", "pushing", "pushed"]),
  ]) func conjugatesRegularVerbs(lemma: String, forms: [String]) {
    #expect(self.forms(lemma, .verb).map(\.text) == forms)
  }

  @Test func irregularFormsReplaceRegularOnes() {
    let forms = forms("tell", .verb, irregular: ["tells", "told", "telling", "told", "tolden", "talling"])
    #expect(forms.map(\.text) == ["tell", "tells", "told", "telling", "told", "tolden", "talling"])
    #expect(forms.map(\.kind).suffix(5) == [.past, .presentParticiple, .pastParticiple, .past, .presentParticiple])
  }

  @Test func pluralsAndComparison() {
    #expect(forms("ally", .noun).map(\.text) == ["ally", "allies"])
    #expect(forms("crisis", .noun, irregular: ["crises"]).map(\.text) == ["crisis", "crises"])
    #expect(forms("tough", .adjective).map(\.text) == ["tough", "tougher", "toughest"])
    #expect(forms("big", .adjective).map(\.text) == ["big", "bigger", "biggest"])
    #expect(forms("dry", .adjective).map(\.text) == ["dry", "drier", "driest"])
    #expect(forms("safe", .adjective).map(\.text) == ["safe", "safer", "safest"])
    #expect(forms("rule-breaking", .adjective).map(\.text) == ["rule-breaking"])
    #expect(forms("soon", .adverb).map(\.text) == ["soon"])
  }

  /// The first word of a verb inflects, the last of a noun; the others stay.
  @Test func oneWordOfAPhraseInflects() {
    #expect(forms("stop by", .verb).map(\.text).prefix(3) == ["stop by", "stops by", "stopped by"])
    #expect(forms("stand by", .verb, irregular: ["stands", "stood"]).map(\.text)[2] == "stood by")
    #expect(forms("harbour ally", .noun, word: 8).map(\.text) == ["harbour ally", "harbour allies"])
    #expect(forms("a crisis", .noun, word: 2, irregular: ["crises"]).map(\.text) == ["a crisis", "a crises"])
  }

  private func forms(
    _ term: String, _ part: PartOfSpeech, word: Int = 0, irregular: [String] = []
  ) -> [(text: String, kind: Inflection.Form)] {
    // The term stands in the middle of other bytes.
    var source = Array("- \(term) ".utf8)
    let places = irregular.map { form in
      source += Array(form.utf8)
      let start = source.count - form.utf8.count
      return EntryStore.Place(start: UInt32(start), count: UInt32(form.utf8.count))
    }
    var forms = TermForms()
    forms.make(of: 2..<(2 + term.utf8.count), from: 2 + word, in: source, as: part, irregular: places[...])
    return forms.all.map { (String(decoding: forms.bytes[$0.place], as: UTF8.self), $0.kind) }
  }
}
