import Documents
import Foundation
import Standpoint

/// `corpus DIR --articles N --seed S [--samples Samples]`: any number of articles for measuring, made of the samples.
///
/// Each article is a sample with half of its names and a tenth of its long words replaced by invented ones, other ones in
/// each article and the same throughout it: so vocabulary grows with the number of articles, as it does in the wild. The
/// same arguments give the same bytes.
struct CorpusGenerator {
  var folder = ""
  var articles = 1000
  var seed = 1
  var samples = "Samples"

  private static let extensions: Set = ["txt", "html", "htm", "xml", "md"]
  private static let perFolder = 1000

  /// - Throws: what is wrong with the arguments.
  init(arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        folder = argument
        continue
      }
      guard let value = rest.popFirst() else { throw BatchError("\(argument) needs a value") }
      switch (argument, Int(value)) {
      case ("--articles", .some(let number)) where number > 0: articles = number
      case ("--seed", .some(let number)): seed = number
      case ("--samples", _): samples = value
      default: throw BatchError("corpus takes --articles N, --seed S and --samples DIR, not \(argument) \(value)")
      }
    }
    guard !folder.isEmpty else { throw BatchError("corpus needs the folder to write into") }
  }

  func run() throws {
    let files = try sampleFiles()
    let common = Set(files.flatMap { Self.smallWords($0.bytes) })
    for number in 0..<articles {
      let sample = files[number % files.count]
      let subfolder = "\(folder)/\(Self.padded(number / Self.perFolder, to: 4))"
      if number % Self.perFolder == 0 {
        try FileManager.default.createDirectory(atPath: subfolder, withIntermediateDirectories: true)
      }
      let article = rewritten(sample.bytes, number: number, common: common)
      let path = "\(subfolder)/\(Self.padded(number, to: 7)).\(sample.extension)"
      try Data(article).write(to: URL(fileURLWithPath: path))
    }
  }

  /// English articles that can be read, in order of their paths.
  private func sampleFiles() throws -> [(bytes: [UInt8], extension: String)] {
    let names = Corpus.names(in: samples, extensions: Self.extensions)
    let files = names.compactMap { name -> (bytes: [UInt8], extension: String)? in
      let kind = URL(fileURLWithPath: name).pathExtension
      guard name.contains("/"), !name.hasPrefix("broken/"),
        let data = FileManager.default.contents(atPath: "\(samples)/\(name)")
      else { return nil }
      return ([UInt8](data), kind)
    }
    guard !files.isEmpty else { throw BatchError("no samples in \(samples)") }
    return files
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CorpusGenerator {
  /// Replaces words outside of tags and entities.
  private func rewritten(_ bytes: [UInt8], number: Int, common: Set<[UInt8]>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    Self.forEachRun(bytes) { run, isWord in
      guard isWord else { return result.append(contentsOf: run) }
      let word = Array(run)
      let small = word.map { $0 | 0x20 }
      var hash = StableHash()
      hash.combine(seed)
      hash.combine(number)
      hash.combine(bytes: small)
      let isName = word[0] & 0x20 == 0 && !common.contains(small)
      let replaces = isName ? word.count > 3 && hash.value % 2 == 0 : word.count > 6 && hash.value % 10 == 0
      guard replaces else { return result.append(contentsOf: word) }
      var invented = Self.invented(hash.value >> 8, syllables: isName ? 3 : 2)
      // The ending keeps the part of speech.
      if !isName { invented += small.suffix(3) }
      if word[0] & 0x20 == 0 { invented[0] &= ~0x20 }
      if word[1] & 0x20 == 0 { invented = invented.map { $0 & ~0x20 } }
      result.append(contentsOf: invented)
    }
    return result
  }

  private static func invented(_ number: UInt64, syllables: Int) -> [UInt8] {
    let onsets = [
      "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "qu", "r", "s", "st", "t", "v", "w",
    ]
    let vowels = ["a", "e", "i", "o", "u", "ai", "ee", "oa"]
    let codas = ["", "n", "r", "l", "s", "m", "nd", "st"]
    var rest = number
    func pick(_ parts: [String]) -> [UInt8] {
      defer { rest /= UInt64(parts.count) }
      return Array(parts[Int(rest % UInt64(parts.count))].utf8)
    }
    return (0..<syllables).flatMap { _ in pick(onsets) + pick(vowels) + pick(codas) }
  }

  /// Words that stand somewhere in small letters: no names.
  private static func smallWords(_ bytes: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEachRun(bytes) { run, isWord in
      if isWord, run.allSatisfy({ $0 & 0x20 != 0 }) { words.append(Array(run)) }
    }
    return words
  }

  /// Cuts text into words of ASCII letters (two at least) and all else; tags and entities are not words.
  private static func forEachRun(_ bytes: [UInt8], _ use: (ArraySlice<UInt8>, _ isWord: Bool) -> Void) {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    var index = 0
    while index < bytes.count {
      let start = index
      let first = bytes[index]
      index += 1
      if first == UInt8(ascii: "<") || first == UInt8(ascii: "&") {
        let end = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
        let limit = first == UInt8(ascii: "<") ? bytes.count : min(bytes.count, index + 10)
        if let close = bytes[index..<limit].firstIndex(of: end) { index = close + 1 }
        use(bytes[start..<index], false)
      } else if isLetter(first) {
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        use(bytes[start..<index], index - start > 1)
      } else {
        use(bytes[start..<index], false)
      }
    }
  }
}
