import Testing

@testable import Extraction

struct HTMLFilterTests {
  private func filtered(_ text: String, maxDepth: Int = 100) -> String {
    String(decoding: HTMLFilter.filter(Array(text.utf8), maxDepth: maxDepth).output, as: UTF8.self)
  }

  @Test(arguments: [
    ("a<!-- <p>no --> b", "a b"), ("a<!--> b", "a b"), ("<script>if (a<b) '</p>'</script>x", "x"),
    ("<STYLE>p{}</STYLE>x", "x"), ("a<wbr>b", "ab"), ("<template><p>no</p></template>x", "x"),
    ("<textarea><p>no</textarea>x", "x"), ("1 < 2 <p>x", "1 < 2 <p>x"), ("a\0b", "ab"),
    ("<svg><title>icon</title><path d=M0/></svg>x", "x"),
  ])
  func leavesOutWhatNobodyReads(text: String, expected: String) { #expect(filtered(text) == expected) }

  @Test func anUnclosedDrawingSwallowsNothing() {
    #expect(filtered("<svg><symbol id=a><path/><div><p>Text</p></div>").contains("<p>Text</p>"))
  }

  @Test func anUnclosedScriptOrCommentKeepsWhatFollowsItsTag() {
    #expect(filtered("<p>a</p><!-- oops <p>b</p>").contains("b"))
    #expect(filtered("<p>a</p><noscript><p>b</p>").contains("<p>b</p>"))
  }

  @Test func keepsOnlyKnownAttributes() {
    #expect(filtered("<P onclick='x()' Class=\"a b\" data-x=1 hidden>") == "<p class=\"a b\" hidden>")
  }

  @Test func capsAttributesAndDepth() {
    let many = "<p " + (0..<40_000).map { "class=c\($0)" }.joined(separator: " ") + ">x"
    #expect(filtered(many).count < 600)
    let deep = String(repeating: "<div>", count: 1000) + "x" + String(repeating: "</div>", count: 1000)
    #expect(filtered(deep) == String(repeating: "<div>", count: 100) + "x" + String(repeating: "</div>", count: 100))
  }

  @Test func setsStructuredDataAside() {
    let filter = HTMLFilter.filter(Array("<script type='application/ld+json'>{\"a\":1}</script>x".utf8), maxDepth: 9)
    #expect(filter.structuredData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
    #expect(filter.output == Array("x".utf8))
  }
}
