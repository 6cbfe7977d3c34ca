/// The relation that arcs between two tags nearly always have in the treebanks, such as that of a determiner to the
/// noun behind it: nearly half of all arcs need no more than this.
///
/// The section: a byte for each direction (right, left), tag of the head and tag of the dependent, in this order.
package struct SureLabels: @unchecked Sendable {
  /// No relation is sure.
  package static let none: UInt8 = 255

  private let bytes: UnsafeRawBufferPointer
  private let tags: Int

  /// `nil` if the section cannot be such a table of that many tags.
  package init?(_ section: UnsafeRawBufferPointer, tags: Int) {
    guard section.count == 2 * tags * tags, section.allSatisfy({ $0 == Self.none || $0 < ParseNode.noLabel }) else {
      return nil
    }
    bytes = section
    self.tags = tags
  }

  /// The relation of an arc between two joint tags; ``none`` if the tags do not tell, or one is no tag.
  @inline(__always)
  package func label(head: Int, dependent: Int, isLeft: Bool) -> UInt8 {
    guard head >= 0, head < tags, dependent >= 0, dependent < tags else { return Self.none }
    return bytes[((isLeft ? tags : 0) &+ head) &* tags &+ dependent]
  }

  /// Counts arcs, and lays those out that have one relation often enough.
  package struct Counter {
    private let tags: Int
    private let relations: Int
    private var counts: [Int32]

    package init(tags: Int, relations: Int) {
      self.tags = tags
      self.relations = relations
      counts = Array(repeating: 0, count: 2 * tags * tags * relations)
    }

    package mutating func add(head: UInt8, dependent: UInt8, isLeft: Bool, label: UInt8) {
      guard Int(head) < tags, Int(dependent) < tags, Int(label) < relations else { return }
      counts[(((isLeft ? tags : 0) + Int(head)) * tags + Int(dependent)) * relations + Int(label)] += 1
    }

    /// The section of all that were seen `minimum` times or more, `share` of them with one relation.
    package func section(minimum: Int, share: Double) -> [UInt8] {
      stride(from: 0, to: counts.count, by: relations).map { start in
        let arc = counts[start..<(start + relations)]
        let total = arc.reduce(0, +)
        guard Int(total) >= minimum, let best = arc.indices.max(by: { (arc[$0], $1) < (arc[$1], $0) }),
          Double(arc[best]) >= share * Double(total)
        else { return SureLabels.none }
        return UInt8(best - start)
      }
    }
  }
}
