import Documents
import Lexicons

extension Abbreviations {
  /// Makes abbreviations of lexicons of that kind; later files win.
  /// - Throws: every entry that cannot be read.
  public init(files: [LexiconFile]) throws(Diagnostics) {
    var vocabulary = Vocabulary.ofTokens(for: files)
    let list = try WordList(files, vocabulary: &vocabulary)
    self.init(
      list.allEntries().map { entry in
        Abbreviation(
          term: entry.term, kind: Abbreviation.Kind(rawValue: entry.wordClass) ?? .general,
          ends: entry.detail.flatMap(Abbreviation.Ends.init(rawValue:)) ?? .maybe)
      })
  }
}
