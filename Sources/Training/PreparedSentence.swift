import Linguistics

/// The atoms of a sentence's words, with the padding that the tagger's templates look at.
struct PreparedSentence: Sendable {
  var words: [WordAtoms]
  let count: Int

  init(_ forms: [[UInt8]], reader: inout WordReader) {
    let padding = [WordAtoms](repeating: TaggerFeatures.beyond, count: TaggerFeatures.padding)
    var words = padding
    for form in forms { words.append(form.withUnsafeBufferPointer { reader.read($0, from: 0, to: $0.count) }) }
    words.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { CapitalStyle.mark(base + TaggerFeatures.padding, forms.count) }
    }
    self.words = words + padding
    count = forms.count
  }

  static func prepare(_ sentences: [TreebankSentence], _ lexicon: WordLexicon) -> [PreparedSentence] {
    var reader = WordReader(table: lexicon.table)
    return sentences.map { PreparedSentence($0.forms, reader: &reader) }
  }

  /// Calls with a pointer to the first word; the padding around it may be read.
  func withWords<Result>(_ body: (UnsafePointer<WordAtoms>) -> Result) -> Result {
    words.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("padding is never empty") }
      return body(base + TaggerFeatures.padding)
    }
  }

}
