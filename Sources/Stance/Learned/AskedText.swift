import Documents
import Linguistics

/// A text about which questions are asked, with what holds for every target and holder: it is found once, at the first
/// question that a model answers.
final class AskedText {
  let reading: StanceReading
  let terms: [TermHit]

  /// `nil` without trees.
  private(set) lazy var facts: Facts? = reading.tree.map { Facts(reading, $0) }

  /// - Parameter terms: the terms of the text.
  init(_ reading: StanceReading, terms: [TermHit]) {
    self.reading = reading
    self.terms = terms
  }

  final class Facts {
    let tree: StanceTree
    /// Hashes of lower-cased forms and of lemmas; names, numbers and groups of people are one symbol each.
    let words: [UInt64]
    let lemmas: [UInt64]
    let isName: [Bool]
    /// Whether *not* or *never* hangs on a token.
    let isNegated: [Bool]
    /// Names in text order, as runs of tokens.
    let names: [Range<Int>]

    private let tags: [UPOS]
    private var waysByHead: [Int: TreeWays] = [:]
    /// The verb of the clause that a token stands in, -1 for none, -2 for not looked for.
    private var verbs: [Int]

    fileprivate init(_ reading: StanceReading, _ tree: StanceTree) {
      self.tree = tree
      tags = reading.tags
      let masked = MaskedWords.all(of: reading)
      words = masked.words
      lemmas = masked.lemmas
      isName = masked.isName
      var isNegated = [Bool](repeating: false, count: masked.words.count)
      for (index, lemma) in masked.lemmas.enumerated() where lemma == FeatureMaker.not || lemma == FeatureMaker.never {
        if let parent = tree.parent(index) { isNegated[parent] = true }
      }
      self.isNegated = isNegated
      var names: [Range<Int>] = []
      var index = 0
      while index < masked.isName.count {
        let start = index
        while index < masked.isName.count, masked.isName[index] { index += 1 }
        if index > start { names.append(start..<index) } else { index += 1 }
      }
      self.names = names
      verbs = [Int](repeating: -2, count: masked.words.count)
    }

    func ways(to head: Int) -> TreeWays {
      if let known = waysByHead[head] { return known }
      let ways = TreeWays(tree, tags, to: head)
      waysByHead[head] = ways
      return ways
    }

    /// The verb of the clause that a token stands in, -1 for none.
    func verb(above start: Int) -> Int {
      if verbs[start] == -2 { verbs[start] = findVerb(above: start) }
      return verbs[start]
    }

    private func findVerb(above start: Int) -> Int {
      var index = start
      for _ in 0..<15 {
        if tags[index] == .verb || tags[index] == .aux {
          switch tree.relations[index] {
          case .aux, .auxPass, .cop: break
          default: return index
          }
        }
        guard let parent = tree.parent(index) else { return -1 }
        index = parent
      }
      return -1
    }
  }
}
