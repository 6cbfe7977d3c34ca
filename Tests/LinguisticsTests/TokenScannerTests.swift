import Documents
import Testing

@testable import Linguistics

@Suite struct TokenScannerTests {
  private func expect(_ string: String, _ tokens: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let result = Segmenter(abbreviations: testAbbreviations).segment(paragraphs(string))
    let found = result.tokens.map { result.article.text.string($0.span) }.joined(separator: " ")
    #expect(found == tokens, sourceLocation: sourceLocation)
  }

  @Test func clitics() {
    expect("don't won’t John's I'll cannot gonna parents'", "do n't wo n’t John 's I 'll can not gon na parents '")
    expect("O'Neil o'clock 'em U.S.'s \"X\"'s", "O'Neil o'clock 'em U.S. 's \" X \" 's")
  }

  @Test func hyphens() {
    expect("long-term non-profit pre-war a--b 10-year x – y", "long - term non-profit pre-war a -- b 10 - year x – y")
  }

  @Test func numbers() {
    expect("$5m 3.5% 10,000 5-4 2016-17 5:30pm 19th 1960s", "$ 5 m 3.5 % 10,000 5 - 4 2016 - 17 5:30 pm 19th 1960s")
    expect("11/02/2000 1/2 555-0199 '90s 60's .5", "11/02/2000 1 / 2 555-0199 '90s 60's .5")
  }

  @Test func addresses() {
    expect("(see http://a.example/b_(c).)", "( see http://a.example/b_(c) . )")
    expect("mail jo.b@news.example, ok", "mail jo.b@news.example , ok")
    expect("@desk_1 #topic www.a.example. orbit.com", "@desk_1 #topic www.a.example . orbit.com")
  }

  @Test func abbreviations() {
    expect("Mr. J. R. Abel, Ph.D., of Inc. et al. e.g. a.m.", "Mr. J. R. Abel , Ph.D. , of Inc. et al. e.g. a.m.")
    expect("He came in. 5 in. of rain", "He came in . 5 in. of rain")
  }

  @Test func symbols() {
    expect("Well...no?! :-) AT&T and/or US$ 👩‍👩‍👧 🇫🇷🇩🇪", "Well ... no ?! :-) AT&T and / or US$ 👩‍👩‍👧 🇫🇷 🇩🇪")
    expect("“a” ‘b’ «c» ''d'' ``e''", "“ a ” ‘ b ’ « c » '' d '' `` e ''")
  }
}
