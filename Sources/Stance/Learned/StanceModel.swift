import Attribution
import Documents
import Linguistics
import ModelFiles

/// The learned weights of scoring, mapped from one file and shared by all threads. See `Models/stance.md` for what they
/// were learned from.
public final class StanceModel: Sendable {
  /// What `standpoint-train` wrote into the file: name and version, such as `stance 1`.
  public let version: String

  /// How outputs name it: `stance-model@1`.
  var reference: String { version.replacing(" ", with: "-model@") }

  /// For people.
  static let formula = "probability of favor less that of against, to which these words moved it most"

  private let file: ModelFile
  private let target: Head
  private let pair: Head
  private let mix: PairMix
  /// By the kind of the question.
  private let choices: [SideChoice]

  /// The weights of one kind of question.
  struct Head: Sendable {
    let favor: WeightTable
    let against: WeightTable
    let factors: FactorModel
  }

  /// Maps and checks a model file. Throws a ``Diagnostic`` if it is missing, damaged, truncated or of another version.
  public convenience init(contentsOf path: String) throws { try self.init(ModelFile(path: path)) }

  /// Checks a model that is in memory already.
  public convenience init(bytes: [UInt8]) throws { try self.init(ModelFile(bytes: bytes)) }

  package init(_ file: ModelFile) throws {
    self.file = file
    func table(_ name: String) throws -> WeightTable {
      guard let table = WeightTable(try file.section(name)) else { throw file.malformed(name) }
      return table
    }
    func head(_ name: String) throws -> Head {
      guard let factors = try FactorModel(file, name) else { throw file.malformed("\(name) words") }
      return Head(
        favor: try table("\(name) favor"), against: try table("\(name) against"), factors: factors)
    }
    version = try file.text("version")
    target = try head("target")
    pair = try head("pair")
    guard let mix = PairMix(try file.section("pair mix")) else { throw file.malformed("pair mix") }
    self.mix = mix
    let section = try file.section("choices")
    guard section.count == QuestionKind.allCases.count * 8 else { throw file.malformed("choices") }
    choices = QuestionKind.allCases.map { question in
      let weights = [0, 4].map { offset in
        let place = question.rawValue * 8 + offset
        return Double(Float(bitPattern: UInt32(littleEndian: section.load(fromByteOffset: place, as: UInt32.self))))
      }
      return SideChoice(favor: weights[0], against: weights[1])
    }
  }

  /// A question's answer: the score is the probability of *favor* less that of *against*; the hits are the words that
  /// moved it most, each with what it adds to the log-odds of favor over against.
  ///
  /// - Parameter reversed: the same with target and holder swapped; where no holder is asked it is not looked at.
  func answer(
    _ features: StanceFeatures, reversed: StanceFeatures?, reading: StanceReading, target tokens: Range<Int>,
    trace: Trace? = nil
  ) -> StanceAnswer {
    let question = features.question
    var parts = Parts(tokens: reading.tokens.count)
    func sum(_ features: StanceFeatures, _ head: Head, _ slope: PairMix.Evidence) -> PairMix.Evidence {
      evidence(features, head) { part, place, kind in parts.add((part * slope).sum(), place, kind) }
    }
    let answered: Chances
    if question.hasHolder {
      let slopes = mix.slopes(question)
      let own = sum(features, pair, slopes.own)
      let other = reversed.map { sum($0, pair, slopes.reversed) } ?? .zero
      parts.add(slopes.bias, -1, .place)
      answered = chances(PairMix.inputs(own, reversed: other, question), question)
    } else {
      let sum = sum(features, target, SIMD4(1, -1, 1, -1))
      answered = StanceModel.chances(alone: sum)
    }
    let choice = choice(question)
    if let trace {
      trace.learned = LearnedNote(
        model: version, favor: answered.favor, against: answered.against,
        weights: (choice.favor, choice.against), parts: notes(parts, reading))
    }
    return StanceAnswer(
      side: side(answered, question), score: answered.favor - answered.against, hits: hits(parts, reading, tokens))
  }

  /// What both models say of a question, and the part of each feature and word in it.
  private func evidence(
    _ features: StanceFeatures, _ head: Head, each: (PairMix.Evidence, Int, StanceFeatures.Kind) -> Void
  ) -> PairMix.Evidence {
    var sum = PairMix.Evidence.zero
    for feature in features.features {
      let (up, down) = (head.favor.value(feature.hash), head.against.value(feature.hash))
      guard up != 0 || down != 0 else { continue }
      let part = SIMD4(up, down, 0, 0)
      sum += part
      each(part, Int(feature.place), feature.kind)
    }
    head.factors.sum(features.placed) { token, up, down in
      guard up != 0 || down != 0 else { return }
      let part = SIMD4(0, 0, up, down)
      sum += part
      each(part, token, token < 0 ? .place : .word)
    }
    return sum
  }

  /// The chances of a question's answers, and of those of its reverse; the rest is that of neutral.
  private struct Chances {
    var favor: Double
    var against: Double
    var reversed: (favor: Double, against: Double) = (0, 0)
  }

  private static func chances(alone sum: PairMix.Evidence) -> Chances {
    let (favor, against) = chances(sum[0] + sum[2], sum[1] + sum[3])
    return Chances(favor: favor, against: against)
  }

  private func chances(_ inputs: SIMD8<Float>, _ question: QuestionKind) -> Chances {
    let chances = mix.chances(inputs)
    let (own, other) = PairMix.answers(question)
    return Chances(
      favor: chances[own.favor.rawValue], against: chances[own.against.rawValue],
      reversed: (chances[other.favor.rawValue], chances[other.against.rawValue]))
  }

  /// The likeliest answer, after those for a side were weighed.
  private func side(_ chances: Chances, _ question: QuestionKind) -> Stance.Side {
    let choice = choice(question)
    guard question.hasHolder else { return choice.side(favor: chances.favor, against: chances.against) }
    let reversed = chances.reversed
    let rival = self.choice(question == .holderFirst ? .holderLast : .holderFirst)
      .strongest(favor: reversed.favor, against: reversed.against)
    let neutral = 1 - chances.favor - chances.against - reversed.favor - reversed.against
    return choice.side(favor: chances.favor, against: chances.against, neutral: max(neutral, rival))
  }

  /// What each token adds to a question's answer. Features also ask what stands a few tokens before and behind the text.
  private struct Parts {
    struct Part {
      var sum: Float = 0
      var top: Float = 0
      /// Of what adds most; `nil` where nothing was added.
      var kind: StanceFeatures.Kind?
    }

    private static let margin = 8
    private var parts: [Part]

    init(tokens: Int) { parts = [Part](repeating: Part(), count: tokens + 2 * Parts.margin) }

    mutating func add(_ sum: Float, _ place: Int, _ kind: StanceFeatures.Kind) {
      let index = min(max(0, place + Parts.margin), parts.count - 1)
      parts[index].sum += sum
      if parts[index].kind == nil { parts[index].kind = kind }
      if abs(sum) > parts[index].top { (parts[index].top, parts[index].kind) = (abs(sum), kind) }
    }

    /// In text order.
    var all: [(place: Int, part: Part)] {
      parts.indices.compactMap { parts[$0].kind == nil ? nil : ($0 - Parts.margin, parts[$0]) }
    }
  }

  /// All words that moved the answer, the strongest first; what is of no word of the text is one part.
  private func notes(_ parts: Parts, _ reading: StanceReading) -> [LearnedNote.Part] {
    var byWord: [Int: Parts.Part] = [:]
    for (place, part) in parts.all {
      let place = reading.tokens.indices.contains(place) ? place : -1
      var whole = byWord[place] ?? Parts.Part(kind: part.kind)
      whole.sum += part.sum
      if part.top > whole.top { (whole.top, whole.kind) = (part.top, part.kind) }
      byWord[place] = whole
    }
    return byWord.sorted { (abs($1.value.sum), $0.key) < (abs($0.value.sum), $1.key) }.map { place, part in
      let isWord = reading.tokens.indices.contains(place)
      return LearnedNote.Part(
        span: isWord ? reading.span(place..<(place + 1)) : nil, word: isWord ? reading.word(place) : "",
        kind: part.kind?.rawValue ?? "", contribution: Double(part.sum))
    }
  }

  private func choice(_ question: QuestionKind) -> SideChoice { choices[question.rawValue] }

  /// Softmax with *neutral* at 0.
  package static func chances(_ favor: Float, _ against: Float) -> (favor: Double, against: Double) {
    let top = max(0, favor, against)
    let parts = [favor, against, 0].map { exponential(Double($0 - top)) }
    let sum = parts[0] + parts[1] + parts[2]
    return (parts[0] / sum, parts[1] / sum)
  }

  private static let shown = 6

  private func hits(_ parts: Parts, _ reading: StanceReading, _ target: Range<Int>) -> [Stance.Hit] {
    parts.all.filter { reading.tokens.indices.contains($0.place) && abs($0.part.sum) >= 0.05 }
      .sorted { (abs($1.part.sum), $0.place) < (abs($0.part.sum), $1.place) }.prefix(StanceModel.shown)
      .sorted { $0.place < $1.place }
      .map { place, part in
        Stance.Hit(
          term: reading.word(place).lowercased(), weight: Double(part.sum), contribution: Double(part.sum),
          role: part.kind?.rawValue ?? "",
          distance: max(0, place < target.lowerBound ? target.lowerBound - place - 1 : place - target.upperBound),
          span: reading.span(place..<(place + 1)), isNegated: false)
      }
  }
}
