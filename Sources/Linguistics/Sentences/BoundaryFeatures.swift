/// What the boundary model sees of a place between two tokens. Words enter as hashes of their bytes in lower case.
struct BoundaryFeatures {
  private(set) var hashes: [UInt32] = []

  init() { hashes.reserveCapacity(32) }

  /// A place behind a stop; `rule` is what ``Candidates`` would say.
  mutating func set(afterStop stop: Int, next: Int, start: Int, rule: Bool, view: BlockView) {
    hashes.removeAll(keepingCapacity: true)
    let shape = view.shape(next)
    let second = view.shape(next + 1)
    let before = view.shape(stop - 1)
    let kind = UInt64(view.kind(stop)?.rawValue ?? 0)
    let text = kind | UInt64(min(view.count(stop), 4)) << 8
    let closers = UInt64(min(next - stop - 1, 2)) | (view.hasSpaceBefore(next) ? 4 : 0)
    let abbreviation = UInt64(view.mark(stop)?.abbreviation ?? 0)
    let said: UInt64 = rule ? 1 : 0
    let isStarter: UInt64 = EnglishWords.starters.contains(view.key(next)) ? 1 : 0
    let length = Self.bucket(next - start)
    add(1, kind, said)
    add(2, kind | shape << 8, closers | said << 4)
    add(3, view.key(next), shape)
    add(4, view.key(stop - 1), kind)
    add(5, before | kind << 16, shape)
    add(6, abbreviation | isStarter << 8, shape)
    add(7, shape, second)
    add(8, view.key(next + 1), shape)
    add(9, length, kind | shape << 8)
    add(10, view.isInsideQuotes ? 1 : 0, kind | shape << 8 | closers << 32)
    add(11, Self.bucket(view.range.upperBound - next), shape | kind << 32)
    add(12, view.shape(view.range.lowerBound), kind | (shape & 7) << 8)
    add(13, text, shape)
    add(14, view.key(stop), isStarter)
    add(15, view.shape(start), kind | (shape & 7) << 8)
  }

  /// A place without a stop in front.
  mutating func set(withoutStop next: Int, start: Int, view: BlockView) {
    hashes.removeAll(keepingCapacity: true)
    let shape = view.shape(next)
    let second = view.shape(next + 1)
    let last = view.shape(next - 1)
    let previous = view.shape(next - 2)
    let word = view.key(next)
    let lastWord = view.key(next - 1)
    let length = Self.bucket(next - start)
    let endsWithStop: UInt64 = view.endsWithStop ? 1 : 0
    add(32, 0, 0)
    add(33, last, shape)
    add(34, lastWord, shape)
    add(35, word, last)
    add(36, previous | last << 32, shape)
    add(37, last | shape << 32, second)
    add(38, lastWord, word)
    add(39, length, last | shape << 32)
    add(40, view.key(start), shape)
    add(41, endsWithStop, last | shape << 32)
    add(42, word, second)
    add(43, view.isInsideQuotes ? 1 : 0, last | shape << 32)
    add(44, view.shape(start), last | shape << 32)
    add(45, Self.bucket(view.range.upperBound - next), last | shape << 32)
  }

  private static func bucket(_ count: Int) -> UInt64 {
    switch count {
    case ...4: UInt64(max(count, 0))
    case ...7: 5
    case ...12: 6
    case ...20: 7
    case ...35: 8
    default: 9
    }
  }

  @inline(__always)
  private mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    var hash = (template &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ a) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ (hash >> 31) ^ b) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    let feature = UInt32(truncatingIfNeeded: hash >> 5) & 0x3F_FFFF
    hashes.append(feature == 0 ? 1 : feature)
  }
}
