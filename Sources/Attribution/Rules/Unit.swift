import Documents

/// A stretch of sentences that attribution reads as one: a sentence, or several that one quotation runs through.
struct Unit {
  var tokens: Range<Int>
  var block: Int
  /// Whether all of it but punctuation stands inside quotation marks.
  var isAllQuoted: Bool
}

extension Reading {
  /// The tokens of each block of the body, in text order.
  func bodyTokens() -> [(block: Int, tokens: Range<Int>)] {
    var result: [(block: Int, tokens: Range<Int>)] = []
    for sentence in document.sentences where document.kind(of: sentence).isBody {
      if let last = result.last, last.block == sentence.block {
        result[result.count - 1].tokens =
          last.tokens.lowerBound..<max(last.tokens.upperBound, sentence.tokens.upperBound)
      } else {
        result.append((sentence.block, sentence.tokens))
      }
    }
    return result
  }

  /// Turns of a transcript and signed quotations: paragraphs that the layout gives to a speaker.
  func labelled() -> [Candidate] {
    Transcript(reading: self).candidates() + Signature(reading: self).candidates()
  }

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
