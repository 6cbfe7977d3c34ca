/// How a sentence uses capitals: in a headline or in a message without any they say little of proper nouns.
package enum CapitalStyle {
  /// Sets the style of a sentence's words.
  package static func mark(_ words: UnsafeMutablePointer<WordAtoms>, _ count: Int) {
    var lower = 0
    var upper = 0
    var all = 0
    for index in 0..<count where words[index].form.hasLetter {
      switch words[index].form.capitals {
      case .none: lower += 1
      case .all: all += 1
      case .initial, .mixed: upper += 1
      case .single: break
      }
    }
    let style: UInt64 =
      all * 2 > lower + upper ? 1 : lower == 0 ? 2 : upper * 10 >= lower * 7 ? 3 : upper + all == 0 ? 4 : 5
    let atom = mixed(style | 7 << 56)
    for index in 0..<count { words[index].style = atom }
  }
}
