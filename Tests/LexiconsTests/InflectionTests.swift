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
    #expect(Inflection.verb(lemma).map(\.text) == forms)
  }

  @Test func irregularFormsReplaceRegularOnes() {
    let forms = Inflection.verb("tell", irregular: ["tells", "told", "telling", "told"])
    #expect(forms.map(\.text) == ["tell", "tells", "told", "telling", "told"])
    #expect(forms[2].form == .past)
  }

  @Test func pluralsAndComparison() {
    #expect(Inflection.noun("ally").map(\.text) == ["ally", "allies"])
    #expect(Inflection.noun("crisis", irregular: ["crises"]).map(\.text) == ["crisis", "crises"])
    #expect(Inflection.adjective("tough").map(\.text) == ["tough", "tougher", "toughest"])
    #expect(Inflection.adjective("rule-breaking").map(\.text) == ["rule-breaking"])
  }
}
