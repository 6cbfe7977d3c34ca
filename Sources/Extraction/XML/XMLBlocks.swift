import Documents

/// Cuts a region of an XML tree into blocks by the names of its elements.
struct XMLBlocks {
  let tree: MarkupTree
  /// What elements of a local name are; `nil` for those that only group others.
  let kinds: [String: Block.Kind]
  /// Elements that are left out with all inside.
  let skipped: Set<String>

  /// Appends the blocks of a subtree in order. Text outside named elements becomes paragraphs.
  func append(_ root: Int, to builder: inout TextBuilder) {
    var current: [UInt8] = []
    var currentOwner = -1
    var kind = Block.Kind.paragraph
    var owners: [Int: (owner: Int, kind: Block.Kind)] = [:]
    func flush(_ builder: inout TextBuilder) {
      if current.last == 0x20 { current.removeLast() }
      builder.append(current[...], kind)
      current = []
    }
    var node = root
    let end = Int(tree.nodes[root].end)
    while node < end {
      let item = tree.nodes[node]
      let parent = owners[Int(item.parent)] ?? (owner: -1, kind: .paragraph)
      if item.tag == .text {
        if parent.owner != currentOwner {
          flush(&builder)
          (currentOwner, kind) = parent
        }
        appendFolded(tree.bytes[Int(item.from)..<Int(item.to)], to: &current)
        node += 1
        continue
      }
      let name = String(tree.localName(of: node))
      if skipped.contains(name) {
        node = Int(item.end)
        continue
      }
      if let own = kinds[name] {
        // A paragraph in a list item, quotation or caption is what stands around it.
        let keeps = own == .paragraph && parent.owner >= 0 && parent.kind != .paragraph
        owners[node] = (node, keeps ? parent.kind : own)
      } else {
        owners[node] = parent
      }
      node += 1
    }
    flush(&builder)
  }

  /// Names that many vocabularies share.
  static let common: [String: Block.Kind] = [
    "p": .paragraph, "para": .paragraph, "paragraph": .paragraph, "li": .list, "list-item": .list, "item": .list,
    "bq": .quote, "blockquote": .quote, "disp-quote": .quote, "caption": .caption, "media-caption": .caption,
    "media-producer": .caption, "figcaption": .caption, "credit": .caption, "h1": .subheading, "h2": .subheading,
    "h3": .subheading, "h4": .subheading, "h5": .subheading, "h6": .subheading, "hl1": .subheading, "hl2": .subheading,
    "subhead": .subheading, "subheading": .subheading, "crosshead": .subheading, "tr": .paragraph, "dt": .list,
    "dd": .list,
    "block": .paragraph, "pre": .paragraph, "note": .boilerplate, "tagline": .boilerplate,
  ]
}
