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
    #expect(texts(Inflection.verb(Array(lemma.utf8))) == forms)
  }

  @Test func irregularFormsReplaceRegularOnes() {
    let forms = Inflection.verb(Array("tell".utf8), irregular: ["tells", "told", "telling", "told"])
    #expect(texts(forms) == ["tell", "tells", "told", "telling", "told"])
    #expect(forms[2].form == .past)
  }

  @Test func pluralsAndComparison() {
    #expect(texts(Inflection.noun(Array("ally".utf8))) == ["ally", "allies"])
    #expect(texts(Inflection.noun(Array("crisis".utf8), irregular: ["crises"])) == ["crisis", "crises"])
    #expect(texts(Inflection.adjective(Array("tough".utf8))) == ["tough", "tougher", "toughest"])
    #expect(texts(Inflection.adjective(Array("rule-breaking".utf8))) == ["rule-breaking"])
  }

  private func texts(_ forms: [(form: Inflection.Form, text: [UInt8])]) -> [String] {
    forms.map { String(decoding: $0.text, as: UTF8.self) }
  }
}
