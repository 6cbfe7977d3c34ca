/// Splits the words of a lexicon's term as the tokeniser splits texts: clitics and commas stand alone.
enum TermSplitter {
  /// The ids of a term's words; new ones are added to the vocabulary.
  static func ids(of term: some StringProtocol, _ vocabulary: inout Vocabulary) -> [Int32] {
    let folded = Vocabulary.fold(Array(term.utf8))
    var ids: [Int32] = []
    for word in folded.split(separator: UInt8(ascii: " ")) { add(word, to: &ids, &vocabulary) }
    return ids
  }

  private static func add(_ word: ArraySlice<UInt8>, to ids: inout [Int32], _ vocabulary: inout Vocabulary) {
    guard let cut = cut(word) else { return ids.append(vocabulary.intern(folded: word)) }
    add(word[..<cut], to: &ids, &vocabulary)
    ids.append(vocabulary.intern(folded: word[cut...]))
  }

  /// Where a word's last part begins, `nil` for a word of one part.
  private static func cut(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count > 1, let last = word.last else { return nil }
    if last == UInt8(ascii: ",") { return word.endIndex - 1 }
    if last == UInt8(ascii: "t") {
      if word.elementsEqual("cannot".utf8) { return word.startIndex + 3 }
      return word.count > 3 && word.suffix(3).elementsEqual("n't".utf8) ? word.endIndex - 3 : nil
    }
    // 's, 'd, 'm and 're, 've, 'll.
    guard let mark = word.suffix(3).firstIndex(of: UInt8(ascii: "'")), mark > word.startIndex else { return nil }
    let clitic = word[(mark + 1)...]
    switch clitic.count {
    case 1: return "sdm".utf8.contains(last) ? mark : nil
    case 2: return ["re", "ve", "ll"].contains { clitic.elementsEqual($0.utf8) } ? mark : nil
    default: return nil
    }
  }
}
