import Documents

/// Weights of the categories of a dictionary: those that the user gave, else the usual names of the two sides.
struct CategoryWeights {
  private let own: [String: Double]

  init(_ settings: LexiconSettings) {
    own = Dictionary(settings.categories.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
  }

  /// `nil`: a category that says nothing for or against.
  func weight(of category: some StringProtocol) -> Double? {
    let name = category.lowercased()
    guard own.isEmpty else { return own[name] }
    return CategoryWeights.usual[name]
  }

  /// Names in LIWC (2007 to 2022), LSD 2015, NRC and their like. `neg_positive` is a negated positive: *not good*.
  private static let usual: [String: Double] = [
    "positive": 1, "pos": 1, "posemo": 1, "tone_pos": 1, "emo_pos": 1, "positiv": 1, "positive emotion": 1,
    "negative": -1, "neg": -1, "negemo": -1, "tone_neg": -1, "emo_neg": -1, "negativ": -1, "negative emotion": -1,
    "neg_positive": -1, "neg_negative": 1,
  ]

  static let advice = "no category is known as positive or negative; say `categories: {NAME: WEIGHT}`"
}
