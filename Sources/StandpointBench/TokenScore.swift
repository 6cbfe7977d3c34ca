import Documents
import Linguistics
import Training

/// `tokens TREEBANK.conllu…`: how many of a treebank's words the tokeniser finds in its running text.
enum TokenScore {
  static func run(_ treebanks: [String], abbreviations: Abbreviations) {
    let segmenter = Segmenter(abbreviations: abbreviations)
    for path in treebanks {
      var right = 0
      var found = 0
      var gold = 0
      for document in TreebankText.documents(path) {
        let words = Set(document.words)
        let tokens = segmenter.segment(document.article).tokens
        right += tokens.count { words.contains(Int($0.start)..<Int($0.end)) }
        found += tokens.count
        gold += document.words.count
      }
      let f1 = found + gold > 0 ? 2 * Double(right) / Double(found + gold) : 0
      print("\(path): token F1 \(f1) (right \(right), found \(found), gold \(gold))")
    }
  }
}
