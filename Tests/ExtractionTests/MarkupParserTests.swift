import Testing

@testable import Extraction

struct MarkupParserTests {
  @Test func aTreeAsFlatArrays() throws {
    let tree = try #require(MarkupParser.html(Array("<body><p id=a>One <b>two</b></p><x-y>three</x-y></body>".utf8)))
    let paragraph = try #require(tree.nodes.indices.first { tree.nodes[$0].tag == .p })
    #expect(tree.text(of: paragraph) == "One two")
    #expect(tree.value(.id, of: paragraph) == "a")
    #expect(tree.name(of: Int(tree.nodes[paragraph].end)) == "x-y")
    #expect(tree.children(of: Int(tree.nodes[paragraph].parent)).count == 2)
    for (index, node) in tree.nodes.enumerated() { #expect(Int(node.end) > index && Int(node.parent) < index) }
  }

  /// Without its option for huge documents libxml2 drops a page's rest behind ten million bytes of one text.
  @Test func aHugeTextNodeIsReadWhole() throws {
    var page = Array("<p>".utf8)
    page += [UInt8](repeating: UInt8(ascii: "a"), count: 10_500_000)
    page += Array("</p><p>end</p>".utf8)
    let tree = try #require(MarkupParser.html(page))
    #expect(tree.bytes.count > 10_500_000)
    #expect(tree.nodes.last.map { tree.bytes[Int($0.from)..<Int($0.to)].elementsEqual("end".utf8) } == true)
  }

  @Test func textIsUTF8WhateverTheMetaSays() throws {
    let tree = try #require(MarkupParser.html(Array("<meta charset=ascii><p>“Zoë”</p>".utf8)))
    #expect(tree.text(of: 0) == "“Zoë”")
  }
}
