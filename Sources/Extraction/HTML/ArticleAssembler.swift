import Documents

/// Joins the blocks that belong to an article into its text.
enum ArticleAssembler {
  /// Blocks in reading order, one blank line between them; the title comes first, from the page's head if no block has it.
  static func assemble(page: PageBlocks, kinds: [Block.Kind], title: String?) -> (text: Text, blocks: [Block]) {
    var builder = TextBuilder()
    if let headline = kinds.firstIndex(of: .headline) {
      builder.append(page.text[page.blocks[headline].range], .headline)
    } else if let title {
      builder.append(Array(title.utf8)[...], .headline)
    }
    var last: Int?
    for index in kinds.indices where kinds[index] != .boilerplate && kinds[index] != .headline {
      let block = page.blocks[index]
      let bytes = page.text[block.range]
      if block.followsBreak, let last, last == index - 1, kinds[last] == kinds[index],
        continues(page.text[page.blocks[last].range])
      {
        builder.extend(bytes)
      } else {
        builder.append(bytes, kinds[index])
      }
      last = index
    }
    return builder.result
  }

  /// Whether a line broken by `<br>` goes on in the next one: it is long and ends inside a sentence.
  private static func continues(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 30, let last = bytes.last else { return false }
    return last.isASCIILetter || last == 0x2C || last.isASCIIDigit
  }
}

/// Collects blocks into one text.
struct TextBuilder {
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []

  /// Adds a block behind a blank line; empty ones are left out.
  mutating func append(_ content: ArraySlice<UInt8>, _ kind: Block.Kind) {
    guard content.contains(where: { !$0.isASCIISpace }) else { return }
    if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
    let start = bytes.count
    bytes.append(contentsOf: content)
    blocks.append(Block(Span(start, bytes.count), kind))
  }

  mutating func append(_ content: String, _ kind: Block.Kind) { append(Array(content.utf8)[...], kind) }

  /// Adds a line to the last block.
  mutating func extend(_ content: ArraySlice<UInt8>) {
    guard let last = blocks.indices.last else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: content)
    blocks[last].span.end = bytes.count
  }

  var isEmpty: Bool { blocks.isEmpty }

  var hasBody: Bool { blocks.contains { $0.kind.isBody } }

  var result: (text: Text, blocks: [Block]) { (Text(validUTF8: bytes), blocks) }
}
