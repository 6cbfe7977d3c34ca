import Linguistics

/// The weights of one bilinear model of sixteen columns (``FactorModel``).
struct FactorWeights: Sendable {
  var words: [SIMD16<Float>]
  var places: [SIMD16<Float>]
  /// What a field adds to the meaning of its words.
  var fields: [SIMD16<Float>]
  /// What is added to the sum of a word's places; of each number that the lexicon gives; of each answer.
  var start = SIMD16<Float>.zero
  var lexicon = [SIMD16<Float>](repeating: .zero, count: 4)
  var answers = [SIMD16<Float>](repeating: .zero, count: 3)
  var bias = SIMD4<Float>.zero

  init(words: Int, places: Int, fields: Int) {
    self.words = Array(repeating: .zero, count: words)
    self.places = Array(repeating: .zero, count: places)
    self.fields = Array(repeating: .zero, count: fields)
  }

  /// What a question adds to the score of each answer.
  func scores(_ examples: FactorExamples, _ number: Int) -> SIMD4<Float> {
    var sum = SIMD16<Float>.zero
    for word in examples.wordStarts[number]..<examples.wordStarts[number + 1] {
      sum += meaning(examples, word, kept: 1) * place(examples, word)
    }
    return score(sum)
  }

  func score(_ sum: SIMD16<Float>) -> SIMD4<Float> {
    SIMD4((sum * answers[0]).sum(), (sum * answers[1]).sum(), (sum * answers[2]).sum(), 0) + bias
  }

  /// - Parameter kept: 0 for a word that is dropped, else what makes up for the dropped ones. Its fields stay: they are
  /// what is known of a word that the data do not hold.
  func meaning(_ examples: FactorExamples, _ word: Int, kept: Float) -> SIMD16<Float> {
    let number = examples.words[word]
    var sum = number >= 0 ? words[Int(number)] * kept : .zero
    for field in examples.fieldStarts[word]..<examples.fieldStarts[word + 1] {
      sum += fields[Int(examples.fields[field])]
    }
    let given = examples.lexicon[word]
    if given != .zero { for index in 0..<4 { sum += lexicon[index] * given[index] } }
    return sum
  }

  func place(_ examples: FactorExamples, _ word: Int) -> SIMD16<Float> {
    var sum = start
    for place in examples.placeStarts[word]..<examples.placeStarts[word + 1] {
      sum += places[Int(examples.places[place])]
    }
    return sum
  }
}

/// Trains a bilinear model by Adam (Kingma and Ba 2015) on softmax answers, with words dropped at random, though not their
/// fields, and weights pulled towards zero.
struct FactorLearner: Sendable {
  var epochs = 8
  var batch = 256
  var rate: Float = 0.01
  var decay: Float = 1e-3
  /// How many words are dropped.
  var dropped: Float = 0.4

  /// The same seed gives the same weights.
  func train(_ examples: FactorExamples, seed: UInt64, using passes: (Int) -> Bool) -> FactorWeights {
    var random = SeededRandom(seed: seed)
    let own = (0..<examples.count).filter { passes(examples.documents[$0]) }
    var weights = FactorWeights(
      words: examples.wordIndex.hashes.count, places: examples.placeIndex.hashes.count, fields: examples.fieldCount)
    fill(&weights, &random)
    var gradient = FactorWeights(
      words: weights.words.count, places: weights.places.count, fields: weights.fields.count)
    var adam = Adam(weights)
    let steps = epochs * ((own.count + batch - 1) / max(1, batch))
    var step = 0
    for _ in 0..<epochs {
      let order = random.permutation(own.count)
      for start in stride(from: 0, to: own.count, by: batch) {
        let numbers = order[start..<min(start + batch, own.count)]
        clear(&gradient)
        for number in numbers {
          add(own[number], examples, weights, to: &gradient, share: 1 / Float(numbers.count), &random)
        }
        // From 1 to 0 along a smooth step.
        let done = Float(step) / Float(max(1, steps))
        step += 1
        adam.step(&weights, gradient, rate: rate * (1 - done * done * (3 - 2 * done)), decay: decay)
      }
    }
    return weights
  }

  private func add(
    _ number: Int, _ examples: FactorExamples, _ weights: FactorWeights, to gradient: inout FactorWeights, share: Float,
    _ random: inout SeededRandom
  ) {
    let range = examples.wordStarts[number]..<examples.wordStarts[number + 1]
    var parts: [(meaning: SIMD16<Float>, place: SIMD16<Float>, kept: Float)] = []
    parts.reserveCapacity(range.count)
    var sum = SIMD16<Float>.zero
    for word in range {
      let kept = Float(random.next() >> 40) / Float(1 << 24) < dropped ? 0 : 1 / (1 - dropped)
      let part = (weights.meaning(examples, word, kept: kept), weights.place(examples, word), kept)
      parts.append(part)
      sum += part.0 * part.1
    }
    let scores = weights.score(sum)
    let top = max(scores[0], scores[1], scores[2])
    var chances = SIMD4<Float>.zero
    for answer in 0..<3 { chances[answer] = Float(exponential(Double(scores[answer] - top))) }
    chances /= chances.sum()
    chances[examples.answers[number]] -= 1
    chances *= share
    gradient.bias += chances
    var pull = SIMD16<Float>.zero
    for answer in 0..<3 {
      gradient.answers[answer] += sum * chances[answer]
      pull += weights.answers[answer] * chances[answer]
    }
    for (offset, word) in range.enumerated() {
      let part = parts[offset]
      let towards = pull * part.place
      let known = Int(examples.words[word])
      if known >= 0, part.kept > 0 { gradient.words[known] += towards * part.kept }
      for field in examples.fieldStarts[word]..<examples.fieldStarts[word + 1] {
        gradient.fields[Int(examples.fields[field])] += towards
      }
      let given = examples.lexicon[word]
      if given != .zero { for index in 0..<4 { gradient.lexicon[index] += towards * given[index] } }
      let moved = pull * part.meaning
      gradient.start += moved
      for place in examples.placeStarts[word]..<examples.placeStarts[word + 1] {
        gradient.places[Int(examples.places[place])] += moved
      }
    }
  }

  private func clear(_ gradient: inout FactorWeights) {
    for index in gradient.words.indices { gradient.words[index] = .zero }
    for index in gradient.fields.indices { gradient.fields[index] = .zero }
    for index in gradient.places.indices { gradient.places[index] = .zero }
    for index in 0..<4 { gradient.lexicon[index] = .zero }
    for index in 0..<3 { gradient.answers[index] = .zero }
    gradient.start = .zero
    gradient.bias = .zero
  }

  private func fill(_ weights: inout FactorWeights, _ random: inout SeededRandom) {
    for index in weights.words.indices { weights.words[index] = normal(&random) * 0.1 }
    for index in weights.fields.indices { weights.fields[index] = normal(&random) * 0.1 }
    for index in weights.places.indices { weights.places[index] = normal(&random) * 0.1 }
    for index in 0..<4 { weights.lexicon[index] = normal(&random) * 0.3 }
    for index in 0..<3 { weights.answers[index] = normal(&random) * 0.3 }
    weights.start = SIMD16(repeating: 0.3)
  }

  /// About normal: sums of four even numbers.
  private func normal(_ random: inout SeededRandom) -> SIMD16<Float> {
    var vector = SIMD16<Float>.zero
    for column in 0..<16 {
      let bits = random.next()
      let sum = (0..<4).reduce(Float(0)) { $0 + Float(bits >> UInt64($1 * 16) & 0xFFFF) / 65536 }
      vector[column] = (sum - 2) * 1.7320508
    }
    return vector
  }
}

/// The state of Adam for every weight.
private struct Adam {
  private var mean: FactorWeights
  private var square: FactorWeights
  private var meanShare: Float = 1
  private var squareShare: Float = 1

  init(_ weights: FactorWeights) {
    mean = FactorWeights(
      words: weights.words.count, places: weights.places.count, fields: weights.fields.count)
    square = mean
  }

  mutating func step(_ weights: inout FactorWeights, _ gradient: FactorWeights, rate: Float, decay: Float) {
    meanShare *= 0.9
    squareShare *= 0.999
    let scale = rate / (1 - meanShare)
    let spread = 1 / (1 - squareShare)
    func move<Vector: SIMD>(
      _ weight: inout Vector, _ mean: inout Vector, _ square: inout Vector, _ slope: Vector, _ decay: Float
    ) where Vector.Scalar == Float {
      let slope = slope + weight * (2 * decay)
      mean = mean * 0.9 + slope * 0.1
      square = square * 0.999 + slope * slope * 0.001
      weight -= mean * scale / ((square * spread).squareRoot() + 1e-8)
    }
    for index in weights.words.indices {
      move(&weights.words[index], &mean.words[index], &square.words[index], gradient.words[index], decay)
    }
    for index in weights.fields.indices {
      move(&weights.fields[index], &mean.fields[index], &square.fields[index], gradient.fields[index], decay)
    }
    for index in weights.places.indices {
      move(&weights.places[index], &mean.places[index], &square.places[index], gradient.places[index], decay)
    }
    for index in 0..<4 {
      move(&weights.lexicon[index], &mean.lexicon[index], &square.lexicon[index], gradient.lexicon[index], decay)
    }
    for index in 0..<3 {
      move(&weights.answers[index], &mean.answers[index], &square.answers[index], gradient.answers[index], decay)
    }
    move(&weights.start, &mean.start, &square.start, gradient.start, 0)
    move(&weights.bias, &mean.bias, &square.bias, gradient.bias, 0)
  }
}
