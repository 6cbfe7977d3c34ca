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
  func answer(
    _ features: StanceFeatures, reading: StanceReading, target tokens: Range<Int>, trace: Trace? = nil
  ) -> StanceAnswer {
    let head = features.question.hasHolder ? pair : target
    let choice = choice(features.question)
    var favor: Float = 0
    var against: Float = 0
    var parts = Parts(tokens: reading.tokens.count)
    func add(_ up: Float, _ down: Float, _ place: Int, _ kind: StanceFeatures.Kind) {
      guard up != 0 || down != 0 else { return }
      favor += up
      against += down
      parts.add(up - down, place, kind)
    }
    for feature in features.features {
      add(head.favor.value(feature.hash), head.against.value(feature.hash), Int(feature.place), feature.kind)
    }
    head.factors.sum(features.placed) { token, up, down in add(up, down, token, token < 0 ? .place : .word) }
    let (chanceOfFavor, chanceOfAgainst) = StanceModel.chances(favor, against)
    let score = chanceOfFavor - chanceOfAgainst
    let side = choice.side(favor: chanceOfFavor, against: chanceOfAgainst)
    if let trace {
      trace.learned = LearnedNote(
        model: version, favor: chanceOfFavor, against: chanceOfAgainst,
        weights: (choice.favor, choice.against), parts: notes(parts, reading))
    }
    return StanceAnswer(side: side, score: score, hits: hits(parts, reading, tokens))
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

  /// The chances of a question's answers, without an explanation.
  package func chances(_ features: [UInt64], _ placed: PlacedWords, _ question: QuestionKind) -> (
    favor: Double, against: Double
  ) {
    let head = question.hasHolder ? pair : target
    var favor: Float = 0
    var against: Float = 0
    for hash in features {
      favor += head.favor.value(hash)
      against += head.against.value(hash)
    }
    head.factors.sum(placed) { _, up, down in
      favor += up
      against += down
    }
    return StanceModel.chances(favor, against)
  }

  package func choice(_ question: QuestionKind) -> SideChoice { choices[question.rawValue] }

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
