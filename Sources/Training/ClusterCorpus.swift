import Linguistics

/// Running text for word clusters, as numbers: words of enough documents have their own, all others share one.
public struct ClusterCorpus: Sendable {
  /// Words of fewer documents get no cluster: rare names are not kept.
  public static let documentsAt = 5

  /// What stands between sentences, and every rare word.
  static let boundary: Int32 = 0
  static let rare: Int32 = 1

  private var sentences: [[UInt64]] = []
  private var documents: [UInt64: (last: Int, count: Int)] = [:]
  private var document = 0

  public init() {}

  /// Adds a treebank's words.
  public mutating func add(_ treebank: [TreebankSentence]) {
    var folded = FoldedForm()
    let first = document + 1
    for sentence in treebank {
      document = first + sentence.document
      add(words: sentence.forms, folded: &folded, counts: true)
    }
  }

  /// Adds a text, one paragraph a line. If it is a mere sentence of unknown origin it does not count as a document.
  public mutating func add(text: [UInt8], isDocument: Bool) {
    document += 1
    var folded = FoldedForm()
    for line in text.split(separator: 0x0A) {
      add(words: SimpleWords.split(Array(line)), folded: &folded, counts: isDocument)
    }
  }

  private mutating func add(words: [[UInt8]], folded: inout FoldedForm, counts: Bool) {
    var sentence: [UInt64] = []
    for word in words {
      word.withUnsafeBufferPointer { folded.read($0, from: 0, to: $0.count) }
      let hash = folded.hash
      sentence.append(hash)
      guard counts else { continue }
      let known = documents[hash] ?? (last: -1, count: 0)
      if known.last != document { documents[hash] = (document, known.count + 1) }
    }
    sentences.append(sentence)
  }

  /// Hashes of the words with a number of their own, the most frequent first, and the text as those numbers plus 2.
  func numbered() -> (words: [UInt64], text: [Int32]) {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences {
      for word in sentence where documents[word]?.count ?? 0 >= Self.documentsAt { counts[word, default: 0] += 1 }
    }
    let words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let numbers = Dictionary(uniqueKeysWithValues: zip(words, (2...).lazy.map { Int32($0) }))
    var text = [Self.boundary]
    for sentence in sentences {
      for word in sentence { text.append(numbers[word] ?? Self.rare) }
      text.append(Self.boundary)
    }
    return (words, text)
  }
}

/// A plain split of text into words and marks, good enough to count neighbours.
enum SimpleWords {
  static func split(_ line: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for chunk in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      add(Array(chunk), to: &words)
    }
    return words
  }

  private static func add(_ chunk: [UInt8], to words: inout [[UInt8]]) {
    var start = 0
    var end = chunk.count
    var tail: [[UInt8]] = []
    while start < end {
      let length = markLength(chunk, start)
      guard length > 0 else { break }
      words.append(Array(chunk[start..<(start + length)]))
      start += length
    }
    while end > start {
      let length = markLength(before: end, chunk)
      guard length > 0, start <= end - length else { break }
      let isStop = chunk[end - 1] == UInt8(ascii: ".")
      if isStop, chunk[start..<(end - 1)].contains(UInt8(ascii: ".")) || end - start == 2 { break }
      tail.append(Array(chunk[(end - length)..<end]))
      end -= length
    }
    if start < end { addWord(Array(chunk[start..<end]), to: &words) }
    words += tail.reversed()
  }

  /// Splits the clitics off: 's, 're, n't …
  private static func addWord(_ word: [UInt8], to words: inout [[UInt8]]) {
    let lower = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for mark in [[0x27], [0xE2, 0x80, 0x99]] as [[UInt8]] {
      let negation = Array("n".utf8) + mark + Array("t".utf8)
      if lower.count > negation.count, lower.suffix(negation.count).elementsEqual(negation) {
        words.append(Array(word.dropLast(negation.count)))
        words.append(Array(word.suffix(negation.count)))
        return
      }
      for ending in ["s", "re", "ve", "ll", "d", "m"] {
        let clitic = mark + Array(ending.utf8)
        if lower.count > clitic.count, lower.suffix(clitic.count).elementsEqual(clitic) {
          words.append(Array(word.dropLast(clitic.count)))
          words.append(Array(word.suffix(clitic.count)))
          return
        }
      }
    }
    words.append(word)
  }

  private static func markLength(_ chunk: [UInt8], _ index: Int) -> Int {
    if chunk[index] == 0xE2, index + 2 < chunk.count, chunk[index + 1] == 0x80 { return 3 }
    return isMark(chunk[index]) ? 1 : 0
  }

  private static func markLength(before end: Int, _ chunk: [UInt8]) -> Int {
    if end >= 3, chunk[end - 3] == 0xE2, chunk[end - 2] == 0x80 { return 3 }
    return isMark(chunk[end - 1]) ? 1 : 0
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "#"), UInt8(ascii: "&"):
      false
    default: true
    }
  }
}
