/// A candidate for what was said: one range of tokens or two, and the ways in which it was found.
package struct ContentSpan: Sendable {
  package var first: Range<Int>
  package var second: Range<Int>?
  var kinds: KindList

  package var ranges: [Range<Int>] { second.map { [first, $0] } ?? [first] }
  var last: Range<Int> { second ?? first }
  var lowerBound: Int { first.lowerBound }
  var upperBound: Int { last.upperBound }

  /// Numbers of words and of those in quotation marks.
  func wordCounts(in view: TreeView) -> (all: Int, quoted: Int) {
    var all = view.wordCount(first)
    var quoted = view.quotedCount(first)
    if let second {
      all += view.wordCount(second)
      quoted += view.quotedCount(second)
    }
    return (all, quoted)
  }

  func contains(_ index: Int) -> Bool { first.contains(index) || second?.contains(index) ?? false }
}

/// Up to four ways in which a span was found, as feature atoms; in place, since there are thousands to a text.
struct KindList: Sendable {
  private var atoms: (UInt64, UInt64, UInt64, UInt64)
  private(set) var count = 1

  init(_ first: UInt64) { atoms = (first, 0, 0, 0) }

  subscript(index: Int) -> UInt64 {
    switch index {
    case 0: atoms.0
    case 1: atoms.1
    case 2: atoms.2
    default: atoms.3
    }
  }

  /// Adds an atom that is new, while there is room.
  mutating func add(_ atom: UInt64) {
    for index in 0..<count where self[index] == atom { return }
    switch count {
    case 1: atoms.1 = atom
    case 2: atoms.2 = atom
    case 3: atoms.3 = atom
    default: return
    }
    count += 1
  }
}

/// How a candidate was found.
enum SpanKind: UInt64 {
  case child = 1
  case withoutPreposition, childToEnd, childToSentenceEnd, run, childCut, childToComma, grandchild
  case ancestorLeft, ancestorRight, ancestorBoth, modified, modifiedHead, sentenceLeft, leftToComma, sentenceRight
  case rightToComma, quotationLeft, quotationRight, quotationBefore, quotationAfter, quotations, paragraphRest
  case subjectAndChild = 25
  case around = 27
  case conjunctHead = 28
}
