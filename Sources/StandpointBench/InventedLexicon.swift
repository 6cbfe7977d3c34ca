import Documents
import Lexicons

/// A lexicon of any size for a corpus: words and runs of two and three words that stand in it, as often as a stance
/// lexicon's do, and invented words that do not. The same entries on every run.
struct InventedLexicon {
  private(set) var terms: [String] = []

  /// - Parameter count: number of entries.
  init(_ count: Int, for corpus: Corpus) {
    var counts: [[String: Int]] = [[:], [:], [:]]
    for article in corpus.articles {
      for sentence in article.sentences {
        let words = sentence.tokens.map { article.article.text.string(article.tokens[$0].span).lowercased() }
        for length in 1...3 where words.count >= length {
          for start in 0...(words.count - length) {
            let run = words[start..<(start + length)]
            guard run.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }) else { continue }
            counts[length - 1][run.joined(separator: " "), default: 0] += 1
          }
        }
      }
    }
    // Words that everyone uses take no side.
    let common = max(3, corpus.tokens / 1000)
    for (length, share) in [(0, 4), (1, 4), (2, 8)] {
      let known = counts[length].filter { $0.value <= common }.keys
        .sorted { (Self.order($0), $0) < (Self.order($1), $1) }
      terms += known.prefix(min(count / share, known.count / 3))
    }
    var number = 0
    while terms.count < count {
      terms.append(Self.invented(number))
      number += 1
    }
  }

  /// The entries as a file of our own format, each with a weight.
  var yaml: String {
    var text = "name: invented\nversion: \"1.0\"\nlanguage: en\nlicence: CC0-1.0\nkind: stance\nentries:\n"
    for (index, term) in terms.enumerated() {
      text += "- {term: \"\(term)\", weight: \(index % 2 == 0 ? "0.4" : "-0.4")}\n"
    }
    return text
  }

  private static func order(_ word: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(word)
    return hash.value
  }

  /// *babaka*, *babake* …: a number in syllables.
  private static func invented(_ number: Int) -> String {
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    var rest = number + 98_000
    var word = ""
    while rest > 0 {
      let digit = rest % (consonants.count * vowels.count)
      word += String(consonants[digit / vowels.count]) + String(vowels[digit % vowels.count])
      rest /= consonants.count * vowels.count
    }
    return word + "qu"
  }
}
