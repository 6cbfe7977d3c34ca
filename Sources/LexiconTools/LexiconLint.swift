import Documents
import Lexicons
import Linguistics

/// Finds entries of a lexicon that can be read and yet cannot be meant: what `lexicon lint` prints.
public struct LexiconLint {
  private struct Key: Hashable {
    var term: String
    var part: String
  }

  public init() {}

  /// All findings in the order of the file; an empty list for a lexicon in which nothing looks wrong.
  public func findings(in file: LexiconFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: [Key: LexiconEntry] = [:]
    for entry in file.entries {
      guard let term = entry.string("term") ?? entry.string("lemma") ?? entry.string("name") else { continue }
      func report(_ message: String) {
        findings.append(Diagnostic(.warning, file: file.path, line: entry.line, column: entry.column, message))
      }
      let key = Key(term: folded(term), part: entry.string("pos") ?? "")
      if let first = seen[key] {
        report(sameTerm(term, entry, first))
      } else {
        seen[key] = entry
      }
      for problem in problems(of: term) { report("`\(term)` \(problem)") }
      if entry.string("lemma") != nil, entry.string("pos") == nil {
        report("`\(term)` is a lemma without `pos:`, so it does not inflect; say verb, noun or adjective")
      }
      if file.header.kind == "stance", isNamed(term), entry.string("weight").flatMap(Double.init) ?? 0 != 0 {
        report("`\(term)` looks like a name; names carry no stance, and are passed over where they are tagged as such")
      }
    }
    return findings
  }

  private func sameTerm(_ term: String, _ entry: LexiconEntry, _ first: LexiconEntry) -> String {
    let sides = [entry, first].map { $0.string("weight").flatMap(Double.init) ?? 0 }
    guard sides[0] * sides[1] < 0 else {
      return "`\(term)` stands on line \(first.line) already; the first entry is used"
    }
    return "`\(term)` contradicts line \(first.line) (\(sides[1]) there, \(sides[0]) here); the first entry is used"
  }

  /// Why a term never matches, or matches too much.
  private func problems(of term: String) -> [String] {
    var problems: [String] = []
    let words = term.split(separator: " ")
    for word in words {
      if let star = word.firstIndex(of: "*"), word.index(after: star) != word.endIndex, word != "*" {
        problems.append("never matches: `*` stands for the rest of a word, at its end only")
      }
      if word.hasSuffix("*"), word.count <= 3 {
        problems.append("matches every word that begins with `\(word.dropLast())`")
      }
    }
    if term.utf8.contains(where: { $0 < 0x20 }) { problems.append("never matches: it holds a control character") }
    if !term.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !term.contains(where: \.isNumber) {
      problems.append("is only signs; most texts have none, and punctuation ends a clause")
    } else if words.dropLast().contains(where: {
      $0.last == "." && $0.dropLast().allSatisfy(\.isLowercase) && $0.count > 5
    }) {
      problems.append("never matches: a full stop inside a term ends the sentence")
    }
    return problems
  }

  private func isNamed(_ term: String) -> Bool {
    term.split(separator: " ").allSatisfy {
      $0.first?.isUppercase == true && $0.dropFirst().contains { $0.isLowercase }
    }
  }

  private func folded(_ term: String) -> String { term.lowercased().replacing("’", with: "'") }
}
