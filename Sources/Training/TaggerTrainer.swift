import Linguistics
import ModelFiles

/// Trains the tagger: an averaged perceptron that sees its own earlier tags.
struct TaggerTrainer: Sendable {
  var epochs = 8
  var minimumUpdates = 2

  /// One run over sentences with their gold tags (``TagSet/none`` where the tag set lacks it).
  func train(_ sentences: [PreparedSentence], gold: [[UInt8]], tagSet: TagSet, seed: UInt64) -> [AveragedWeight] {
    let learner = SparseLearner(answers: tagSet.tags.count)
    let features = Scratch<UInt64>(capacity: TaggerFeatures.capacity, filler: 0)
    var random = SeededRandom(seed: seed)
    let none = tagSet.atoms[tagSet.tags.count]
    for _ in 0..<epochs {
      for number in random.permutation(sentences.count) {
        let sentence = sentences[number]
        sentence.withWords { words in
          var previous = none
          var beforeThat = none
          for index in 0..<sentence.count {
            var tag = words[index].onlyTag
            if tag == TagSet.none {
              tag = decide(words + index, previous, beforeThat, gold[number][index], learner, features)
            }
            beforeThat = previous
            previous = tagSet.atoms[Int(tag)]
          }
        }
      }
    }
    return learner.averaged(minimumUpdates: minimumUpdates)
  }

  private func decide(
    _ word: UnsafePointer<WordAtoms>, _ previous: UInt64, _ beforeThat: UInt64, _ gold: UInt8,
    _ learner: SparseLearner, _ features: Scratch<UInt64>
  ) -> UInt8 {
    let count = TaggerFeatures.extract(word, previous: previous, beforeThat: beforeThat, into: features.base)
    learner.score(features.base, count)
    var best = 0
    for answer in 1..<learner.answers where learner.scores[answer] > learner.scores[best] { best = answer }
    if gold != TagSet.none {
      if best != Int(gold) { learner.update(features.base, count, right: Int(gold), wrong: best) }
      learner.advance()
    }
    return UInt8(best)
  }
}

/// A trained tagger in memory, for jackknifing and measuring. It looks at all features, so that no weight of the
/// parser depends on what is clear enough at run time.
final class TrainedTagger {
  private let file: MappedFile
  private let tagger: Tagger

  init?(section: [UInt8], tagSet: TagSet) {
    file = MappedFile(copying: section)
    guard let table = SparseTable(file.bytes) else { return nil }
    tagger = Tagger(table: table, tagSet: tagSet, clearLead: Tagger.noLead)
  }

  func tags(_ sentence: PreparedSentence) -> [UInt8] {
    let out = Scratch<UInt8>(capacity: sentence.count, filler: 0)
    sentence.withWords { tagger.tag($0, sentence.count, into: out.base) }
    return (0..<sentence.count).map { out[$0] }
  }
}
