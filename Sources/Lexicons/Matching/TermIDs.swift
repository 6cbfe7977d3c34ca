/// The word ids of a term: most terms have one or two words, which need no room of their own.
struct TermIDs {
  private var first: Int32 = 0
  private var second: Int32 = 0
  private var rest: [Int32] = []
  private(set) var count = 0
  /// Whether the unknown word is among them.
  private(set) var hasUnknown = false

  @inline(__always)
  mutating func append(_ id: Int32) {
    switch count {
    case 0: first = id
    case 1: second = id
    default: rest.append(id)
    }
    count += 1
    if id == 0 { hasUnknown = true }
  }

  @inline(__always)
  subscript(index: Int) -> Int32 {
    switch index {
    case 0: first
    case 1: second
    default: rest[index - 2]
    }
  }
}
