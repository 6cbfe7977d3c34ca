import Documents

/// The joint tags (UPOS with XPOS) that the tagger chooses from; a tag's number is its place in the list.
package struct TagSet: Sendable {
  package static let none: UInt8 = 255
  package static let limit = 200

  package struct Tag: Hashable, Sendable {
    package var coarse: UPOS
    package var fine: XPOS

    package init(_ coarse: UPOS, _ fine: XPOS) {
      self.coarse = coarse
      self.fine = fine
    }
  }

  package let tags: [Tag]
  /// Atoms for the joint tag, by number; one more for "no tag" at the end.
  package let atoms: [UInt64]
  /// Atoms for the coarse tag alone.
  package let coarseAtoms: [UInt64]
  /// 1 for commas, 2 for verbs, 4 for quotation marks.
  package let marks: [Int16]

  /// Whether the tag is that of a proper noun (NNP, NNPS).
  package let isName: [Bool]

  package init(_ tags: [Tag]) {
    self.tags = tags
    let code = { (tag: Tag) in UInt64(tag.coarse.rawValue) << 8 | UInt64(tag.fine.rawValue) }
    atoms = tags.map { mixed(code($0) | 1 << 50) } + [mixed(2 << 50)]
    coarseAtoms = tags.map { mixed(UInt64($0.coarse.rawValue) | 3 << 50) } + [mixed(4 << 50)]
    isName = tags.map { $0.fine == .nnp || $0.fine == .nnps } + [false]
    marks = tags.map { tag in
      tag.fine == .comma ? 1 : tag.coarse == .verb ? 2 : tag.fine == .openQuote || tag.fine == .closeQuote ? 4 : 0
    }
  }

  /// Reads a section: two bytes a tag.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count % 2 == 0, section.count > 0, section.count / 2 <= Self.limit else { return nil }
    var tags: [Tag] = []
    for index in stride(from: 0, to: section.count, by: 2) {
      guard let coarse = UPOS(rawValue: section[index]), let fine = XPOS(rawValue: section[index + 1]) else {
        return nil
      }
      tags.append(Tag(coarse, fine))
    }
    self.init(tags)
  }

  package var section: [UInt8] { tags.flatMap { [$0.coarse.rawValue, $0.fine.rawValue] } }
}
