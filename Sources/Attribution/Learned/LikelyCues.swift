/// The likely cues of a document with their probabilities: what else may be said in and around a content.
package struct LikelyCues {
  /// Of a document's tokens, in text order.
  package let tokens: [Int]
  private let probabilities: [Float]

  package init(_ cues: [(token: Int, probability: Float)]) {
    tokens = cues.map(\.token)
    probabilities = cues.map(\.probability)
  }

  /// What cues a span holds beside the one that it is a content of.
  struct Inside {
    /// Outside quotation marks, more likely than not.
    var strong = 0
    /// Outside quotation marks, less likely.
    var weak = 0
    /// Inside quotation marks, more likely than not.
    var quoted = 0
    /// Whether one of those outside marks is likelier than the cue itself.
    var hasLikelier = false
  }

  func add(_ range: Range<Int>, beside cue: Int, in view: TreeView, to inside: inout Inside) {
    var index = tokens.partitioningIndex { $0 >= range.lowerBound }
    while index < tokens.count, tokens[index] < range.upperBound {
      let isStrong = probabilities[index] > 0.5
      if view.quotationOf[tokens[index]] >= 0 {
        if isStrong { inside.quoted += 1 }
      } else if tokens[index] != cue {
        if isStrong { inside.strong += 1 } else if probabilities[index] > 0.15 { inside.weak += 1 }
        if probabilities[index] > probability(of: cue) { inside.hasLikelier = true }
      }
      index += 1
    }
  }

  /// 0 for a token that is no likely cue.
  func probability(of token: Int) -> Float {
    let index = tokens.partitioningIndex { $0 >= token }
    return index < tokens.count && tokens[index] == token ? probabilities[index] : 0
  }
}
