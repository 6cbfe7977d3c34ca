import Documents
import Lexicons
import Linguistics

/// The words that claims are told by. A class, since every reading of a claim asks it: a structure of whole lexicons would
/// be copied at each step.
final class ClaimWords: Sendable {
  let hedges: WordList
  let modality: WordList
  let words: FunctionWords

  init(hedges: WordList, modality: WordList, words: FunctionWords) {
    (self.hedges, self.modality, self.words) = (hedges, modality, words)
  }
}

/// Words of a content that tell how it is meant: from the lexicons of modality and hedges, and negation.
struct ClaimMarks {
  /// *must*, *should*: somebody is to do something.
  var obligation = false
  /// *had to*: an obligation that is past demands nothing.
  var pastObligation = false
  var conditional = false
  var possibility = false
  var future = false
  var hedged = false
  var negated = false
  /// *good*, *a disgrace*.
  var judgement = false
  /// *untrue*, *nothing wrong*.
  var denial = false

  var modality: Statement.Modality {
    if conditional { return .conditional }
    if obligation || pastObligation { return .obligation }
    if possibility { return .possibility }
    if hedged { return .hedged }
    return negated ? .negated : .asserted
  }

  init(_ content: [Range<Int>], in reading: Reading, _ known: ClaimWords) {
    for piece in content {
      // The first verb group decides whether the whole is negated.
      var verbs = 0
      for index in piece {
        if reading.tags[index] == .verb || reading.tags[index] == .aux { verbs += 1 }
        if verbs <= 2, known.words.contains(reading.ids[index], in: .negations) || Self.isNegative(index, reading) {
          negated = true
        }
        if Self.isCounterfactual(index, in: piece, reading) { conditional = true }
      }
      known.modality.index.forEachLongest(in: reading.ids, piece) { match in
        add(known.modality.entry(match.entry), at: match.tokens, in: reading)
      }
      known.hedges.index.forEachLongest(in: reading.ids, piece) { match in
        let entry = known.hedges.entry(match.entry)
        // *about* and the like hedge a number, not a claim.
        guard entry.wordClass != "adverb" || entry.term.utf8.count > 5, Self.isModal(match.tokens, reading) else {
          return
        }
        if entry.detail == "possibility" { possibility = true } else { hedged = true }
      }
    }
  }

  private mutating func add(_ entry: WordList.Entry, at tokens: Range<Int>, in reading: Reading) {
    switch entry.wordClass {
    case "obligation":
      if entry.term.hasPrefix("had ") || entry.term.hasPrefix("was ") || entry.term.hasPrefix("were ") {
        pastObligation = true
      } else {
        obligation = true
      }
    case "conditional": conditional = true
    case "possibility": possibility = possibility || Self.isModal(tokens, reading)
    case "future": future = true
    case "denial": denial = true
    // *the right to vote* and *well over a hundred* judge nothing.
    case "judgement":
      let tag = reading.tags[tokens.lowerBound]
      judgement = judgement || tokens.count > 1 || entry.part == nil || tag == .adj || tag == .verb
    default: break
    }
  }

  /// Whether a match is what it looks like: *May* is a month, and *can* stands in a pantry.
  private static func isModal(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
    tokens.count > 1 || ![.propn, .noun, .num].contains(reading.tags[tokens.lowerBound])
  }

  /// *no*, *none*, *nobody*, *nothing*, *neither*, *nor*.
  private static func isNegative(_ index: Int, _ reading: Reading) -> Bool {
    guard let first = reading.bytes(index).first, first | 0x20 == UInt8(ascii: "n") else { return false }
    return ["no", "No", "none", "None", "nobody", "Nobody", "nothing", "Nothing"].contains {
      reading.bytes(index).elementsEqual($0.utf8)
    }
  }

  /// *would never have*, and *had they known* behind it.
  private static func isCounterfactual(_ index: Int, in piece: Range<Int>, _ reading: Reading) -> Bool {
    guard reading.token(index, is: "would") || reading.token(index, is: "'d") else { return false }
    var next = index + 1
    while next < piece.upperBound, [.adv, .part].contains(reading.tags[next]) { next += 1 }
    return next < piece.upperBound && reading.token(next, is: "have")
  }
}
