/// Coarse parts of speech as lexicons name them.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, preposition, phrase

  static let choices = Choices(PartOfSpeech.self)
}
