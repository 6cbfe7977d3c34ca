import Linguistics

/// Trains the named-entity tagger: an averaged perceptron that sees its own earlier labels and predicted tags.
struct EntityTrainer: Sendable {
  var epochs = 10
  var minimumUpdates = 2

  func train(
    _ sentences: [PreparedSentence], tags: [[UInt8]], gold: [[UInt8]], tagSet: TagSet, seed: UInt64
  ) -> [AveragedWeight] {
    let learner = SparseLearner(answers: EntityTagger.answers)
    let features = Scratch<UInt64>(capacity: EntityFeatures.capacity, filler: 0)
    let atoms = Scratch<UInt64>(capacity: 256, filler: 0)
    var random = SeededRandom(seed: seed)
    for _ in 0..<epochs {
      for number in random.permutation(sentences.count) {
        let count = sentences[number].count
        tags[number].withUnsafeBufferPointer { tags in
          guard let tags = tags.baseAddress else { return }
          let tagAtoms = EntityTagger.atoms(of: tags, count, tagSet, into: atoms)
          sentences[number].withWords { words in
            var previous: UInt8 = 0
            var beforeThat: UInt8 = 0
            for index in 0..<count {
              var label: UInt8 = 0
              let isName = tagSet.isName[Int(tags[index])]
              if !EntityTagger.isOutside(words[index], isName: isName, after: previous) {
                let size = EntityFeatures.extract(
                  words + index, tagAtoms + index, previous: previous, beforeThat: beforeThat, into: features.base)
                label = decide(learner, features, size, gold: gold[number][index], after: previous)
              }
              beforeThat = previous
              previous = label
            }
          }
        }
      }
    }
    return learner.averaged(minimumUpdates: minimumUpdates)
  }

  private func decide(
    _ learner: SparseLearner, _ features: Scratch<UInt64>, _ size: Int, gold: UInt8, after previous: UInt8
  ) -> UInt8 {
    learner.score(features.base, size)
    // After an error a name cannot go on with the gold label: then it begins with it.
    let right = EntityTagger.allows(Int(gold), after: previous) ? Int(gold) : Int(gold) - 1
    var best = 0
    for label in 1..<learner.answers
    where learner.scores[label] > learner.scores[best] && EntityTagger.allows(label, after: previous) {
      best = label
    }
    if best != right { learner.update(features.base, size, right: right, wrong: best) }
    learner.advance()
    return UInt8(best)
  }
}
