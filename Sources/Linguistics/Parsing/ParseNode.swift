/// One token as the parser sees it, in 64 bytes; the tags are set once, before the parse.
package struct NodeAtoms: BitwiseCopyable {
  package var word: UInt64 = 0
  package var tag: UInt64 = 0
  package var pos: UInt64 = 0
  package var cluster4: UInt64 = 0
  package var cluster8: UInt64 = 0
  package var cluster: UInt64 = 0
  /// Commas, verbs and quotation marks before this token in its sentence.
  package var commas: Int32 = 0
  package var verbs: Int32 = 0
  package var quotes: Int32 = 0
  /// 1 for a comma, 2 for a verb, 4 for a quotation mark.
  package var marks: Int16 = 0
  /// The joint tag's number, -1 for none.
  package var number: Int16 = -1

  package init() {}

  /// What stands beyond the ends of a sentence, and the place of a child that there is not.
  package static let nothing: NodeAtoms = {
    var atoms = NodeAtoms()
    atoms.word = mixed(0xA1)
    atoms.tag = mixed(0xA2)
    atoms.pos = mixed(0xA3)
    atoms.cluster4 = mixed(0xA4)
    atoms.cluster8 = mixed(0xA5)
    atoms.cluster = mixed(0xA6)
    return atoms
  }()

  /// The artificial root at the sentence's end.
  package static let root: NodeAtoms = {
    var atoms = NodeAtoms()
    atoms.word = mixed(0xB1)
    atoms.tag = mixed(0xB2)
    atoms.pos = mixed(0xB3)
    atoms.cluster4 = mixed(0xB4)
    atoms.cluster8 = mixed(0xB5)
    atoms.cluster = mixed(0xB6)
    return atoms
  }()
}

/// What the parser has decided about one token so far.
package struct ParseNode: BitwiseCopyable {
  /// 0 while there is none.
  package var head: Int32 = 0
  /// Outermost and second outermost children on each side, 0 for none.
  package var left1: Int32 = 0
  package var left2: Int32 = 0
  package var right1: Int32 = 0
  package var right2: Int32 = 0
  package var leftCount: UInt8 = 0
  package var rightCount: UInt8 = 0
  /// Raw value of the relation to the head; ``noLabel`` while there is none.
  package var label: UInt8 = ParseNode.noLabel
  /// Bit sets of the children's relations.
  package var leftLabels: UInt64 = 0
  package var rightLabels: UInt64 = 0

  package static let noLabel: UInt8 = 63

  package init() {}
}
