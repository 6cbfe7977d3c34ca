import Documents

/// A stretch of sentences that attribution reads as one: a sentence, or several that one quotation runs through.
struct Unit {
  var tokens: Range<Int>
  var block: Int
  /// Whether all of it but punctuation stands inside quotation marks.
  var isAllQuoted: Bool
}

extension Reading {
  /// The units of the blocks that are read, in text order.
  func units() -> [Unit] {
    var units: [Unit] = []
    for sentence in document.sentences where document.kind(of: sentence).isRead && !sentence.tokens.isEmpty {
      let first = sentence.tokens.lowerBound
      let continues =
        first > 0 && quotationOf[first] >= 0 && quotationOf[first] == quotationOf[first - 1]
        && units.last?.block == sentence.block
      if continues, let last = units.last {
        units[units.count - 1].tokens = last.tokens.lowerBound..<sentence.tokens.upperBound
      } else {
        units.append(Unit(tokens: sentence.tokens, block: sentence.block, isAllQuoted: false))
      }
    }
    for index in units.indices {
      units[index].isAllQuoted = units[index].tokens.allSatisfy { isQuoted($0) || tags[$0] == .punct }
    }
    return units
  }
}
