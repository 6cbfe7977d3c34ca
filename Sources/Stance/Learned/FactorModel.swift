import Linguistics
import ModelFiles

/// A bilinear model of a question's words: what a word says (a vector of its lemma, and of what the lexicon says of it)
/// times how it stands to the target (the sum of the vectors of its places), summed over the words.
///
/// After factorization machines (Rendle 2010), with words on one side and places on the other: what is learned of a word
/// holds in every place, and what is learned of a place for every word. Every word's part in the answer is exact.
package struct FactorModel: Sendable {
  private let words: VectorTable
  private let places: VectorTable
  /// The vectors of all places, spelt out: each is asked for many times a question.
  private let placeVectors: [SIMD16<Float>]
  /// How many times sixteen columns there are.
  private let blockCount: Int
  /// For each of them the seven vectors of a ``Block``, in the order of its properties.
  private let shared: [SIMD16<Float>]
  private static let sharedCount = 7
  private let favor: Float
  private let against: Float

  /// Sixteen columns of what all words share.
  package struct Block: Sendable {
    /// What is added to the sum of a word's places.
    package var start = SIMD16<Float>.zero
    /// Of each number that the lexicon gives a word.
    package var lexicon = [SIMD16<Float>](repeating: .zero, count: 4)
    package var favor = SIMD16<Float>.zero
    package var against = SIMD16<Float>.zero

    package init() {}
  }

  /// The sections of a model file, named by what they begin with; `nil` if they do not fit each other.
  init?(_ file: ModelFile, _ name: String) throws {
    guard let words = VectorTable(try file.section("\(name) words")),
      let places = VectorTable(try file.section("\(name) places")), words.width == places.width
    else { return nil }
    self.words = words
    self.places = places
    placeVectors = places.vectors()
    let dense = try file.section("\(name) shared")
    let count = words.width / 16
    guard dense.count == (count * FactorModel.sharedCount * 16 + 2) * 4 else { return nil }
    func number(_ index: Int) -> Float {
      Float(bitPattern: UInt32(littleEndian: dense.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
    }
    func vector(_ index: Int) -> SIMD16<Float> {
      var vector = SIMD16<Float>.zero
      for column in 0..<16 { vector[column] = number(index * 16 + column) }
      return vector
    }
    blockCount = count
    shared = (0..<count * FactorModel.sharedCount).map(vector)
    favor = number(count * FactorModel.sharedCount * 16)
    against = number(count * FactorModel.sharedCount * 16 + 1)
  }

  /// The sections of a file. A word's or place's vector has sixteen columns for each block.
  package static func write(
    _ writer: inout ModelWriter, _ name: String, words: [(hash: UInt64, vector: [Float])],
    places: [(hash: UInt64, vector: [Float])], blocks: [Block], favor: Float, against: Float
  ) {
    writer.add("\(name) words", VectorTable.build(words, width: blocks.count * 16))
    writer.add("\(name) places", VectorTable.build(places, width: blocks.count * 16))
    var dense: [UInt8] = []
    for block in blocks {
      for vector in [block.start] + block.lexicon + [block.favor, block.against] {
        for column in 0..<16 { dense.append(littleEndian: vector[column].bitPattern) }
      }
    }
    dense.append(littleEndian: favor.bitPattern)
    dense.append(littleEndian: against.bitPattern)
    writer.add("\(name) shared", dense)
  }

  /// What all of a question adds to the log-odds of favor and of against over neutral. `each` gets every word's token
  /// and part, -1 with what is of no word.
  func sum(_ placed: PlacedWords, each: (Int, Float, Float) -> Void) {
    each(-1, favor, against)
    // Where the vectors of a word's places begin.
    var starts: [Int] = []
    starts.reserveCapacity(64)
    for word in placed.words {
      let row = words.row(of: word.lemma)
      guard row >= 0 || word.lexicon != .zero else { continue }
      starts.removeAll(keepingCapacity: true)
      for place in placed.places[word.places] {
        let found = places.row(of: place)
        if found >= 0 { starts.append(found &* blockCount) }
      }
      var favor = SIMD16<Float>.zero
      var against = SIMD16<Float>.zero
      for number in 0..<blockCount {
        let block = number &* FactorModel.sharedCount
        var meaning = row >= 0 ? words.vector(row, number) : .zero
        if word.lexicon != .zero {
          for index in 0..<4 { meaning += shared[block &+ 1 &+ index] * word.lexicon[index] }
        }
        var place = shared[block]
        placeVectors.withUnsafeBufferPointer { vectors in
          for start in starts { place += vectors[start &+ number] }
        }
        let product = meaning * place
        favor += product * shared[block &+ 5]
        against += product * shared[block &+ 6]
      }
      each(word.token, favor.sum(), against.sum())
    }
  }
}
