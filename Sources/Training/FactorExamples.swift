import Stance

/// Questions as ``FactorLearner`` reads them: numbered words and places.
struct FactorExamples: Sendable {
  /// The number of each word, -1 for one that is too rare.
  private(set) var words: [Int32] = []
  /// The fields of each word.
  private(set) var fieldStarts: [Int] = [0]
  private(set) var fields: [Int32] = []
  private(set) var lexicon: [SIMD4<Float>] = []
  private(set) var placeStarts: [Int] = [0]
  private(set) var places: [Int32] = []
  private(set) var wordStarts: [Int] = [0]
  private(set) var answers: [Int] = []
  private(set) var documents: [Int] = []

  let fieldCount: Int
  let wordIndex: FeatureIndex
  let placeIndex: FeatureIndex

  var count: Int { answers.count }

  /// Numbers the words of `minimumWord` texts or more and the places of `minimumPlace`.
  init(_ examples: [StanceExample], minimumWord: Int, minimumPlace: Int, known: WordFields = WordFields()) {
    fieldCount = known.names.count
    wordIndex = FeatureIndex()
    placeIndex = FeatureIndex()
    for example in examples.sorted(by: { $0.document < $1.document }) {
      for word in example.placed.words { wordIndex.count(word.lemma, document: example.document) }
      for place in example.placed.places { placeIndex.count(place, document: example.document) }
    }
    wordIndex.number(minimum: minimumWord)
    placeIndex.number(minimum: minimumPlace)
    for example in examples {
      for word in example.placed.words {
        words.append(wordIndex.number(of: word.lemma) ?? -1)
        fields += known.fields(of: word.lemma)
        fieldStarts.append(fields.count)
        lexicon.append(word.lexicon)
        for place in example.placed.places[word.places] {
          if let number = placeIndex.number(of: place) { places.append(number) }
        }
        placeStarts.append(places.count)
      }
      wordStarts.append(words.count)
      answers.append(example.answer.rawValue)
      documents.append(example.document)
    }
  }
}
