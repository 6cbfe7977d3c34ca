import Documents

/// Shows how a page was read, block by block: for those who work on the rules.
package enum PageDump {
  package static func dump(_ bytes: [UInt8]) -> String {
    let filtered = HTMLFilter.filter(Decoder.decode(bytes).bytes, maxDepth: 2000)
    guard let tree = MarkupParser.html(filtered.output) else { return "no tree" }
    let page = PageBlocks(tree)
    let metadata = MetadataReader(page: page, structuredData: filtered.structuredData).read()
    let lines = page.blocks.map { Line(page.text[$0.range]) }
    var picker = BodyPicker(page: page, lines: lines, metadata: metadata, isFragment: false)
    picker.run()
    var result =
      "frame \(picker.frame.blocks) <\(tree.name(of: picker.frame.node)) "
      + "\(tree.value(.class, of: picker.frame.node) ?? "")> trusting \(picker.isTrusting)\n"
    for (index, block) in page.blocks.enumerated() {
      let owner = Int(block.owner)
      result +=
        "\(index) \(picker.kinds[index].rawValue) <\(tree.name(of: owner)) "
        + "\((tree.value(.class, of: owner) ?? "").prefix(30))> w\(block.words) l\(block.linkWords)"
        + " c\(String(block.context.rawValue, radix: 16)) h\(String(block.hints.rawValue, radix: 16))"
        + " | \(page.string(block).prefix(90))\n"
    }
    return result
  }
}

package enum StageTimes {
  package static func measure(_ bytes: [UInt8], _ add: (String, Duration) -> Void) {
    let clock = ContinuousClock()
    var start = clock.now
    func lap(_ name: String) {
      let now = clock.now
      add(name, now - start)
      start = clock.now
    }
    let decoded = Decoder.decode(bytes)
    lap("decode")
    let filtered = HTMLFilter.filter(decoded.bytes, maxDepth: 2000)
    lap("filter")
    guard let tree = MarkupParser.html(filtered.output) else { return }
    lap("parse")
    let page = PageBlocks(tree)
    lap("blocks")
    let reader = MetadataReader(page: page, structuredData: filtered.structuredData)
    lap("facts")
    let metadata = reader.read()
    lap("metadata")
    let lines = page.blocks.map { Line(page.text[$0.range]) }
    lap("lines")
    var picker = BodyPicker(page: page, lines: lines, metadata: metadata, isFragment: false)
    lap("frame")
    picker.run()
    lap("pick")
    _ = ArticleAssembler.assemble(page: page, kinds: picker.kinds, title: metadata.title)
    lap("assemble")
  }
}
