import Documents
import Linguistics

/// The grammar of a content as far as it tells what kind of claim it is.
struct ContentShape {
  /// A clause of its own: a finite verb that is no infinitive's.
  private(set) var isClause = false
  /// *to stop*.
  private(set) var isInfinitive = false
  /// *Moscow to stop*.
  private(set) var hasRaisedInfinitive = false
  /// *whether*, *why*, *who* …
  private(set) var isInterrogative = false
  /// *Stop the works*, *Please bring him home*.
  private(set) var isImperative = false
  /// *that the president apologise*.
  private(set) var isSubjunctive = false
  /// *I*, *we*; or *it*, *he*, *she*, *they* in reported speech.
  private(set) var speaksOfItself = false
  private(set) var speaksInFirstPerson = false
  /// *may close*: a modal and the base form of a verb that does something.
  private(set) var hasModalDeed = false
  /// *as necessary*, *the second act tedious*: nothing but a noun phrase and what it is called.
  private(set) var endsInAdjective = false

  private let reading: Reading

  /// - Parameter isNamed: whether somebody is named as the source, whom a pronoun may mean.
  init(_ content: [Range<Int>], in reading: Reading, isNamed: Bool) {
    self.reading = reading
    guard let piece = content.first(where: { $0.contains { reading.tags[$0] != .punct } }) else { return }
    let start = piece.first { reading.tags[$0] != .punct } ?? piece.lowerBound
    isInterrogative = ["who", "what", "why", "how", "when", "where", "which", "whether", "if", "whose"].contains {
      isWord(start, $0)
    }
    readFirstVerb(from: isWord(start, "that") ? start + 1 : start, in: piece)
    readSubject(from: isWord(start, "that") ? start + 1 : start, in: piece, isNamed: isNamed)
    isClause = content.contains { $0.contains(where: isFinite) }
    hasModalDeed = piece.dropLast().contains { isModalDeed($0, in: piece) }
    if !isClause, let last = piece.last(where: { reading.tags[$0] != .punct }) {
      endsInAdjective =
        reading.tags[last] == .adj
        || piece.contains { isWord($0, "as") && $0 > start }
    }
  }

  private func fine(_ index: Int) -> XPOS? {
    guard let tags = reading.document.syntax?.fineTags, tags.indices.contains(index) else { return nil }
    return tags[index]
  }

  private func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard reading.tokens.indices.contains(index) else { return false }
    let start = Int(reading.tokens[index].start)
    guard Int(reading.tokens[index].end) - start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for offset in word.indices where reading.text.utf8[start + offset] | 0x20 != word[offset] { return false }
      return true
    }
  }

  private func isVerbal(_ index: Int) -> Bool { reading.tags[index] == .verb || reading.tags[index] == .aux }

  private func isFinite(_ index: Int) -> Bool {
    guard isVerbal(index) else { return false }
    if let fine = fine(index) { return [.vbd, .vbz, .vbp, .md].contains(fine) }
    return !isWord(index - 1, "to")
  }

  private mutating func readFirstVerb(from start: Int, in piece: Range<Int>) {
    var index = start
    while index < piece.upperBound, [.adv, .intj, .punct].contains(reading.tags[index]) { index += 1 }
    guard index < piece.upperBound else { return }
    if isWord(index, "to"), index + 1 < piece.upperBound, isVerbal(index + 1) {
      isInfinitive = true
      return
    }
    if isVerbal(index), fine(index) == .vb, reading.isQuoted(index) || reading.isQuoted(start) {
      isImperative = true
      return
    }
    let first = (index..<piece.upperBound).first(where: isVerbal)
    guard let first, first > index else { return }
    if isWord(first - 1, "to") || first - 2 > index && isWord(first - 2, "to") {
      hasRaisedInfinitive = (index..<first).contains { reading.tags[$0].isNominal }
    } else if fine(first) == .vb, (index..<first).contains(where: { reading.tags[$0].isNominal }) {
      isSubjunctive = true
    }
  }

  private mutating func readSubject(from start: Int, in piece: Range<Int>, isNamed: Bool) {
    for index in piece where index >= start {
      if isVerbal(index) { return }
      guard reading.tags[index] == .pron else { continue }
      if isWord(index, "i") || isWord(index, "we") {
        speaksOfItself = true
        speaksInFirstPerson = true
      } else if isNamed, !reading.isQuoted(index), index - start <= 1 {
        speaksOfItself = ["it", "he", "she", "they"].contains { isWord(index, $0) }
      }
      return
    }
  }

  private func isModalDeed(_ index: Int, in piece: Range<Int>) -> Bool {
    guard reading.tags[index] == .aux, ["may", "might", "could"].contains(where: { isWord(index, $0) }) else {
      return false
    }
    var next = index + 1
    while next < piece.upperBound, [.adv, .part].contains(reading.tags[next]) { next += 1 }
    guard next < piece.upperBound, reading.tags[next] == .verb else { return false }
    return fine(next) == .vb || fine(next) == nil
  }
}
