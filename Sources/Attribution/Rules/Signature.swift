import Documents

/// Quotations that are signed: `“…” — Marta Quillon`, at the end of a paragraph or on a line of its own below it.
struct Signature {
  let reading: Reading

  /// One candidate a signed quotation.
  func candidates() -> [Candidate] {
    let blocks = reading.bodyTokens()
    var result: [Candidate] = []
    for (number, block) in blocks.enumerated() {
      guard let quote = quotation(in: block.tokens) else { continue }
      if let signed = signature(quote.upperBound..<block.tokens.upperBound) {
        result.append(candidate(quote, signed, block.block))
      } else if number + 1 < blocks.count, quote.upperBound == block.tokens.upperBound,
        let signed = signature(blocks[number + 1].tokens)
      {
        result.append(candidate(quote, signed, block.block))
      }
    }
    return result
  }

  private func candidate(_ quote: Range<Int>, _ signed: (dash: Int, name: Range<Int>), _ block: Int) -> Candidate {
    Candidate(
      source: signed.name, cue: signed.dash..<(signed.dash + 1), content: [quote], entry: nil, rule: "signature",
      confidence: 0.9, block: block)
  }

  /// The quotation that a paragraph begins with, of four words or more.
  private func quotation(in tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, reading.isQuoted(first) else { return nil }
    let quotation = reading.quotationOf[first]
    guard reading.quotations[Int(quotation)].words >= 4, reading.quotations[Int(quotation)].isClosed else { return nil }
    var end = first
    while end < tokens.upperBound, reading.quotationOf[end] == quotation { end += 1 }
    return first..<end
  }

  /// A dash, then a name with what is said of it, and nothing else: no verb, no further quotation.
  private func signature(_ rest: Range<Int>) -> (dash: Int, name: Range<Int>)? {
    guard let dash = rest.first, reading.isDash(dash), dash + 1 < rest.upperBound else { return nil }
    var end = rest.upperBound
    while end > dash + 1, reading.isFinalStop(end - 1) { end -= 1 }
    let name = (dash + 1)..<end
    guard let first = name.first, name.count <= 16, reading.isCapitalised(first), reading.tags[first] != .punct,
      !reading.contains(name, tag: .verb, .aux), !name.contains(where: reading.isQuoted)
    else { return nil }
    return (dash, name)
  }
}
