import Linguistics

/// Logistic regression over hashed words: stochastic gradients with a rate of their own for each word (Duchi, Hazan and
/// Singer 2011, AdaGrad), weights pulled to zero.
struct WordWeights {
  /// A bag of words that stands for blocks of one page with the same words.
  struct Bag: Sendable {
    var words: [UInt32]
    /// Weight of the blocks that the body holds, and of those that it does not.
    var held: Float = 0
    var other: Float = 0
  }

  var epochs = 12
  var rate: Float = 0.1
  var decay: Float = 0.002

  /// Learns from bags; `words` are those that may have weight, in the order of the result.
  func train(_ bags: [Bag], words: [UInt32]) -> [(key: UInt32, weight: Float)] {
    var numbers: [UInt32: Int32] = [:]
    for (index, word) in words.enumerated() { numbers[word] = Int32(index) }
    let rows = bags.map { $0.words.compactMap { numbers[$0] } }
    var weights = [Float](repeating: 0, count: words.count)
    var squares = [Float](repeating: 1e-4, count: words.count)
    var bias: Float = 0
    var biasSquare: Float = 1e-4
    var random = SeededRandom(seed: 17)
    for _ in 0..<epochs {
      for index in random.permutation(bags.count) {
        let row = rows[index]
        let bag = bags[index]
        let sum = row.reduce(bias) { $0 + weights[Int($1)] }
        let probability = Float(1 / (1 + exponential(Double(-sum))))
        let gradient = (bag.held + bag.other) * probability - bag.held
        biasSquare += gradient * gradient
        bias -= rate * gradient / biasSquare.squareRoot()
        for word in row {
          let place = Int(word)
          let slope = gradient + decay * weights[place]
          squares[place] += slope * slope
          weights[place] -= rate * slope / squares[place].squareRoot()
        }
      }
    }
    return zip(words, weights).map { (key: $0, weight: $1) }.filter { abs($0.weight) >= 0.01 }
  }
}
