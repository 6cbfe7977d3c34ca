import Testing

@testable import Lexicons

@Suite struct DidYouMeanTests {
  @Test func asksAboutNearNamesOnly() {
    let names = ["clean", "segment", "attribute", "score"]
    #expect(didYouMean("segmnet", among: names) == "segment")
    #expect(didYouMean("atribute", among: names) == "attribute")
    #expect(didYouMean("translate", among: names) == nil)
  }
}
