/// A leaf block of a page: text between two breaks, and where it stands.
struct PageBlock: Sendable {
  /// The nearest element that makes lines of its own.
  var owner: Int32
  /// Range of ``PageBlocks/text``: white space folded, none at the ends.
  var from: Int32
  var to: Int32
  var words: Int32 = 0
  var linkWords: Int32 = 0
  /// Words inside `<strong>` or `<b>`.
  var strongWords: Int32 = 0
  var commas: Int32 = 0
  var context: Context
  /// All hints of the elements around; those of elements that hold most of the page's text are left out.
  var hints: Hint = []
  /// Whether a `<br>` and nothing else stands between this block and the one before it.
  var followsBreak = false

  var linkDensity: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }
  var range: Range<Int> { Int(from)..<Int(to) }
}

/// A page cut into leaf blocks, with what its elements say of themselves.
struct PageBlocks: Sendable {
  let tree: MarkupTree
  var blocks: [PageBlock] = []
  var text: [UInt8] = []
  /// For each node: the hints of its own class, id and role.
  var ownHints: [Hint] = []
  /// For each node: the context that it and its ancestors make; that of an element which holds most of the page's text
  /// is left out.
  var contexts: [Context] = []
  private var ownContexts: [Context] = []
  /// For each node: the number of blocks before its start; the blocks of a subtree are a range.
  var firstBlock: [Int32] = []

  init(_ tree: MarkupTree) {
    self.tree = tree
    text.reserveCapacity(tree.bytes.count / 2)
    readElements()
    cut()
    inherit()
  }

  func blockRange(of node: Int) -> Range<Int> {
    let end = Int(tree.nodes[node].end)
    return Int(firstBlock[node])..<(end < firstBlock.count ? Int(firstBlock[end]) : blocks.count)
  }

  func string(_ block: PageBlock) -> String { String(decoding: text[block.range], as: UTF8.self) }

  // MARK: Elements

  private mutating func readElements() {
    let count = tree.nodes.count
    ownHints = [Hint](repeating: [], count: count)
    contexts = [Context](repeating: [], count: count)
    ownContexts = contexts
    for node in 0..<count {
      let item = tree.nodes[node]
      var context: Context = []
      if item.tag != .text {
        context = Context.of(item.tag)
        if item.to > item.from { readAttributes(node, &context) }
        ownContexts[node] = context
      }
      contexts[node] = item.parent >= 0 ? contexts[Int(item.parent)].union(context) : context
    }
  }

  private mutating func readAttributes(_ node: Int, _ context: inout Context) {
    let item = tree.nodes[node]
    var hints: Hint = []
    for index in Int(item.from)..<Int(item.to) {
      let attribute = tree.attributes[index]
      let value = tree.bytes[Int(attribute.from)..<Int(attribute.to)]
      switch attribute.name {
      case .class, .id, .dataTestID:
        if item.tag != .html, item.tag != .body { hints.formUnion(Hint.read(value.prefix(300))) }
      case .role:
        if value.elementsEqual("navigation".utf8) { context.insert(.nav) }
        if value.elementsEqual("complementary".utf8) { context.insert(.aside) }
        if value.elementsEqual("contentinfo".utf8) { context.insert(.footer) }
        if value.elementsEqual("dialog".utf8) || value.elementsEqual("alertdialog".utf8) { context.insert(.dialog) }
        if value.elementsEqual("main".utf8) { context.insert(.main) }
      case .itemprop:
        if value.elementsEqual("articleBody".utf8) || value.elementsEqual("articlebody".utf8)
          || value.elementsEqual("text".utf8)
        {
          context.insert(.articleBody)
        }
      case .hidden: context.insert(.hidden)
      case .ariaHidden: if value.elementsEqual("true".utf8), item.tag != .body { context.insert(.hidden) }
      case .style:
        if Array(value).find("display") != nil, Array(value).find("none") != nil { context.insert(.hidden) }
      default: break
      }
    }
    ownHints[node] = hints
  }

  // MARK: Cutting

  private mutating func cut() {
    firstBlock = [Int32](repeating: 0, count: tree.nodes.count)
    var owner: Int32 = -1
    var owners = [Int32](repeating: 0, count: tree.nodes.count)
    var isOpen = false
    var afterBreak = false
    var node = 0
    let count = tree.nodes.count
    while node < count {
      let item = tree.nodes[node]
      if item.tag == .text {
        owners[node] = item.parent >= 0 ? owners[Int(item.parent)] : 0
        if isOpen, owners[node] != owner { closeBlock(&isOpen) }
        firstBlock[node] = Int32(blocks.count - (isOpen ? 1 : 0))
        appendText(node, owners[node], &isOpen, &owner, &afterBreak)
        node += 1
        continue
      }
      if TagSet.skipped.contains(item.tag) {
        let end = Int(item.end)
        if TagSet.blocks.contains(item.tag) { closeBlock(&isOpen) }
        for inner in node..<end { firstBlock[inner] = Int32(blocks.count - (isOpen ? 1 : 0)) }
        node = end
        continue
      }
      if TagSet.blocks.contains(item.tag) {
        closeBlock(&isOpen)
        owners[node] = Int32(node)
        afterBreak = false
      } else {
        owners[node] = item.parent >= 0 ? owners[Int(item.parent)] : Int32(node)
        if item.tag == .br {
          let wasOpen = isOpen
          closeBlock(&isOpen)
          if wasOpen { afterBreak = true }
        } else if isOpen, owners[node] != owner {
          closeBlock(&isOpen)
        }
      }
      firstBlock[node] = Int32(blocks.count - (isOpen ? 1 : 0))
      node += 1
    }
    closeBlock(&isOpen)
  }

  private mutating func closeBlock(_ isOpen: inout Bool) {
    guard isOpen else { return }
    isOpen = false
    guard let index = blocks.indices.last else { return }
    while text.count > Int(blocks[index].from), text.last == 0x20 { text.removeLast() }
    blocks[index].to = Int32(text.count)
    if blocks[index].to == blocks[index].from { blocks.removeLast() }
  }

  private mutating func appendText(
    _ node: Int, _ nodeOwner: Int32, _ isOpen: inout Bool, _ owner: inout Int32, _ afterBreak: inout Bool
  ) {
    let item = tree.nodes[node]
    let source = tree.bytes[Int(item.from)..<Int(item.to)]
    if !isOpen {
      guard source.contains(where: { $0 > 0x20 }) else { return }
      isOpen = true
      owner = nodeOwner
      var block = PageBlock(owner: nodeOwner, from: Int32(text.count), to: Int32(text.count), context: contexts[node])
      block.followsBreak = afterBreak && blocks.last?.owner == nodeOwner
      afterBreak = false
      blocks.append(block)
    }
    let index = blocks.count - 1
    let start = text.count
    append(source, blockStart: Int(blocks[index].from))
    let facts = countWords(from: start)
    blocks[index].words += facts.words
    blocks[index].commas += facts.commas
    if contexts[node].contains(.link) { blocks[index].linkWords += facts.words }
    if contexts[node].contains(.emphasis) { blocks[index].strongWords += facts.words }
    blocks[index].to = Int32(text.count)
  }

  /// Appends folded text; a blank at the very start of a block is left out.
  private mutating func append(_ source: ArraySlice<UInt8>, blockStart: Int) {
    if text.count == blockStart, let first = source.firstIndex(where: { $0 > 0x20 }) {
      // `appendFolded` looks at the last byte for a blank: begin with a letter.
      let mark = text.count
      text.append(0x20)
      appendFolded(source[first...], to: &text)
      text.remove(at: mark)
    } else {
      appendFolded(source, to: &text)
    }
  }

  private func countWords(from start: Int) -> (words: Int32, commas: Int32) {
    var words: Int32 = 0
    var commas: Int32 = 0
    var inWord = start > 0 && start < text.count && text[start - 1].isWordByte && text[start].isWordByte
    var wide = 0
    for index in start..<text.count {
      let byte = text[index]
      if byte.isWordByte {
        if !inWord { words += 1 }
        inWord = true
        // Scripts without blanks: about two characters a word.
        if byte >= 0xE3, byte <= 0xED {
          wide += 1
          if wide & 1 == 0 { words += 1 }
        }
      } else if byte != 0x27 {
        inWord = false
        if byte == 0x2C { commas += 1 }
      }
    }
    return (words, commas)
  }

  // MARK: Hints of the elements around

  /// Gives each block the hints and contexts of its ancestors, those aside that hold half of the page's running text.
  private mutating func inherit() {
    var running = [Int32](repeating: 0, count: blocks.count + 1)
    for (index, block) in blocks.enumerated() {
      let isRunning = block.words >= 10 && block.linkWords * 3 < block.words
      running[index + 1] = running[index] + (isRunning ? block.words : 0)
    }
    let total = running[blocks.count]
    var inherited = [Hint](repeating: [], count: tree.nodes.count)
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      var hints = ownHints[node]
      var context = ownContexts[node]
      if !hints.isEmpty || !context.isEmpty {
        let range = blockRange(of: node)
        let share = running[range.upperBound] - running[range.lowerBound]
        if share * 2 > total { context.formIntersection(.around) }
        let tag = tree.nodes[node].tag
        // An article's own element carries its sections and tags as classes.
        let isArticle = tag == .article || tag == .main || contexts[node].contains(.articleBody)
        if share * 2 > total || isArticle && share * 5 > total { hints.subtract(.against) }
        if share * 4 > total { hints.subtract(.weak) }
      }
      let parent = Int(tree.nodes[node].parent)
      inherited[node] = parent >= 0 ? inherited[parent].union(hints) : hints
      contexts[node] = parent >= 0 ? contexts[parent].union(context) : context
    }
    for index in blocks.indices {
      blocks[index].hints = inherited[Int(blocks[index].owner)]
      // What stands inside the line (a link, a heading's span) stays as its first text had it.
      let inner = blocks[index].context.intersection([.link, .emphasis])
      blocks[index].context = contexts[Int(blocks[index].owner)].union(inner)
    }
  }
}
