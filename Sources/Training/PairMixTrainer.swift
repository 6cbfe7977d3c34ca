import Linguistics
import Stance

/// Learns from held-out questions how a pair's two questions make one answer, and which answer is taken.
struct PairMixTrainer {
  /// Two mentions of a text, asked about both ways.
  struct Row {
    var inputs: SIMD8<Float>
    /// `nil` where nobody takes a side.
    var answer: PairMix.Answer?
    /// Whether it may choose: of those that the data hold twice more have sides than in the news at large.
    var chooses = true
    var document = 0
  }

  var steps = 400
  var rate: Float = 0.5
  var decay: Float = 1e-4
  /// How many pairs of the news at large have nothing for or against each other.
  var neutralShare = 0.77
  /// By how much the accuracy must pass that of one who always answers neutral.
  var margin = 0.003

  /// The pairs whose two questions are both among some examples.
  ///
  /// - Parameter evidence: of an example what models say of it that have not seen its text.
  static func rows(_ examples: [StanceExample], _ evidence: (Int) -> PairMix.Evidence) -> [Row] {
    var numbers: [Int: Int] = [:]
    var rows: [Row] = []
    for (number, example) in examples.enumerated() {
      guard let pair = example.pair else { continue }
      guard let other = numbers[pair] else {
        numbers[pair] = number
        continue
      }
      let (first, last) = example.question == .holderFirst ? (number, other) : (other, number)
      guard examples[first].question == .holderFirst, examples[last].question == .holderLast else { continue }
      let answer: PairMix.Answer? =
        switch (examples[first].answer, examples[last].answer) {
        case (.favor, _): .firstFavors
        case (.against, _): .firstOpposes
        case (_, .favor): .lastFavors
        case (_, .against): .lastOpposes
        default: nil
        }
      rows.append(
        Row(
          inputs: PairMix.inputs(evidence(first), reversed: evidence(last), .holderFirst), answer: answer,
          chooses: !example.isRepeated, document: example.document))
    }
    return rows
  }

  // MARK: Weights

  /// Softmax regression on scaled inputs, by gradient descent with momentum over all rows.
  func fit(_ rows: [Row]) -> PairMix {
    let count = PairMix.count
    var mix = PairMix(weights: Array(repeating: .zero, count: count), biases: .zero)
    guard !rows.isEmpty else { return mix }
    let share = 1 / Float(rows.count)
    let squares = rows.reduce(SIMD8<Float>.zero) { $0 + $1.inputs * $1.inputs * share }
    var scale = SIMD8<Float>.zero
    for place in 0..<8 where squares[place] > 0 { scale[place] = 1 / squares[place].squareRoot() }
    let scaled = rows.map { $0.inputs * scale }
    var speeds = mix
    for _ in 0..<steps {
      var slopes = PairMix(weights: Array(repeating: .zero, count: count), biases: .zero)
      for (row, inputs) in zip(rows, scaled) {
        var misses = SIMD4<Float>(mix.chances(inputs))
        if let answer = row.answer { misses[answer.rawValue] -= 1 }
        for answer in 0..<count { slopes.weights[answer] += inputs * (misses[answer] * share) }
        slopes.biases += misses * share
      }
      for answer in 0..<count {
        let slope = slopes.weights[answer] + mix.weights[answer] * decay
        speeds.weights[answer] = speeds.weights[answer] * 0.9 - slope * rate
        mix.weights[answer] += speeds.weights[answer]
      }
      speeds.biases = speeds.biases * 0.9 - slopes.biases * rate
      mix.biases += speeds.biases
    }
    for answer in 0..<count { mix.weights[answer] *= scale }
    return mix
  }

  // MARK: Choice

  /// How often each answer was found of each that is true, neutral being 0; rows weigh so that neutral has its share.
  struct Counts {
    private var counts = [Double](repeating: 0, count: 25)

    mutating func add(_ answer: Int, _ found: Int, _ weight: Double) { counts[answer * 5 + found] += weight }

    mutating func add(_ other: Counts) {
      for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// The mean F1 of the four answers with a side.
    var f1: Double {
      (1..<5).reduce(0) { sum, answer in
        let all = (0..<5).reduce(0) { $0 + counts[answer * 5 + $1] + counts[$1 * 5 + answer] }
        return sum + (all > 0 ? 2 * counts[answer * 6] / all : 0) / 4
      }
    }

    var accuracy: Double { (0..<5).reduce(0) { $0 + counts[$1 * 6] } / max(1e-9, counts.reduce(0, +)) }
    var neutralAccuracy: Double { counts[0..<5].reduce(0, +) / max(1e-9, counts.reduce(0, +)) }
  }

  typealias Judged = [(chances: SIMD4<Double>, row: Row)]

  func judged(_ rows: [Row], _ mix: PairMix) -> Judged {
    rows.filter(\.chooses).map { (mix.chances($0.inputs), $0) }
  }

  /// What a neutral row counts, others counting 1, so that neutral has its share.
  func neutralWeight(_ judged: Judged) -> Double {
    let neutral = judged.count { $0.row.answer == nil }
    let sides = judged.count - neutral
    return neutral > 0 && sides > 0 ? neutralShare / (1 - neutralShare) * Double(sides) / Double(neutral) : 1
  }

  func counts(_ judged: Judged, _ choice: SIMD4<Double>) -> Counts {
    let weight = neutralWeight(judged)
    var counts = Counts()
    for (chances, row) in judged {
      let weighed = chances * choice
      var found = 0
      var best = 1 - chances.sum()
      for answer in 0..<PairMix.count where weighed[answer] > best { (found, best) = (answer + 1, weighed[answer]) }
      counts.add((row.answer?.rawValue ?? -1) + 1, found, row.answer == nil ? weight : 1)
    }
    return counts
  }

  /// What the chance of each answer counts beside that of neutral: the best mean F1 of the four, of those that are wrong
  /// no oftener than one who always answers neutral, since most pairs of names in a text have nothing against each
  /// other. By steps of one weight and of two against each other, from several beginnings.
  func choice(_ judged: Judged) -> SIMD4<Double> {
    func value(_ powers: SIMD4<Int>) -> Double {
      let counts = counts(judged, weights(powers))
      let lack = counts.neutralAccuracy + margin - counts.accuracy
      return lack > 0 ? -1 - lack : counts.f1
    }
    var best: (powers: SIMD4<Int>, value: Double) = (.zero, -.infinity)
    for start in [SIMD4(0, 0, 0, 0), SIMD4(-5, -5, -5, -5), SIMD4(0, 0, 7, 7), SIMD4(0, 0, 14, 14)] {
      var powers = start
      var current = value(powers)
      var isMoved = true
      while isMoved {
        isMoved = false
        for move in Self.moves {
          let next = powers &+ move
          guard next.min() >= -30, next.max() <= 30 else { continue }
          let found = value(next)
          if found > current { (powers, current, isMoved) = (next, found, true) }
        }
      }
      if current > best.value { best = (powers, current) }
    }
    return weights(best.powers)
  }

  private func weights(_ powers: SIMD4<Int>) -> SIMD4<Double> {
    var weights = SIMD4<Double>.zero
    for answer in 0..<4 { weights[answer] = exponential(0.1 * Double(powers[answer])) }
    return weights
  }

  private static let moves: [SIMD4<Int>] = {
    func unit(_ place: Int, _ length: Int) -> SIMD4<Int> {
      var unit = SIMD4<Int>.zero
      unit[place] = length
      return unit
    }
    var moves: [SIMD4<Int>] = []
    for place in 0..<4 { for length in [1, -1, 2, -2, 4, -4, 8, -8] { moves.append(unit(place, length)) } }
    for one in 0..<4 {
      for other in 0..<4 where other != one {
        for (up, down) in [(1, -1), (2, -2), (4, -4), (2, -1), (4, -2), (1, 1), (-1, -1)] {
          moves.append(unit(one, up) &+ unit(other, down))
        }
      }
    }
    return moves
  }()

  func report(_ judged: Judged, _ choice: SIMD4<Double>) -> String {
    let counts = counts(judged, choice)
    return "\(judged.count) pairs, mean F1 of sides \(counts.f1), accuracy \(counts.accuracy), "
      + "of always neutral \(counts.neutralAccuracy)"
  }
}
