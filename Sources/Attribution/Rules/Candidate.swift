import Documents
import Lexicons

/// An attribution in the making: ranges of tokens, before it becomes a ``Statement``.
struct Candidate {
  /// Empty where nobody is named.
  var source: Range<Int>?
  var cue: Range<Int>
  /// Pieces in text order.
  var content: [Range<Int>]
  /// Index into the cue lexicon, `nil` for a colon or no cue at all.
  var entry: Int?
  var rule: String
  var confidence: Double
  var block: Int
  /// The cue's lemma where the lexicon has no entry for it.
  var lemma: String?

  var contentHull: Range<Int> {
    guard let first = content.first, let last = content.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// What a quotation says that stands in a paragraph of its own and names nobody.
  ///
  /// - Parameter source: of what was said before, if that is known.
  static func continuation(_ quote: Range<Int>, of source: Range<Int>? = nil, block: Int) -> Candidate {
    Candidate(
      source: source, cue: quote.lowerBound..<quote.lowerBound, content: [quote], entry: nil, rule: "continuation",
      confidence: 0.6, block: block)
  }
}
