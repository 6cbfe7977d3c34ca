/// A candidate for what was said: one range of tokens or two, and the ways in which it was found.
package struct ContentSpan: Sendable {
  package var first: Range<Int>
  package var second: Range<Int>?
  /// Up to four, as feature atoms.
  var kinds: [UInt64]

  package var ranges: [Range<Int>] { second.map { [first, $0] } ?? [first] }
  var last: Range<Int> { second ?? first }
  var lowerBound: Int { first.lowerBound }
  var upperBound: Int { last.upperBound }

  func contains(_ index: Int) -> Bool { first.contains(index) || second?.contains(index) ?? false }
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
