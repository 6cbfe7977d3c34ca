import Foundation
import TestSupport
import Yams

/// What a careful reader finds in a sample: written by hand before the first run (see Expectations/README.md).
struct Expectation: Decodable, Sendable {
  struct Statement: Decodable, Sendable {
    var content: [String]
    var speaker: String?
    var type: String?
    var must: Bool?
  }

  var document: String
  var title: String?
  var statements: [Statement]?
  var notStatements: [String]?
  var notSpeakers: [String]?
  var personsNotMerged: [[String]]?

  enum CodingKeys: String, CodingKey {
    case document, title, statements
    case notStatements = "not_statements"
    case notSpeakers = "not_speakers"
    case personsNotMerged = "persons_not_merged"
  }

  static func all() throws -> [Expectation] {
    try Repository.files(in: "Tests/EndToEndTests/Expectations", extension: ".yaml").map {
      try YAMLDecoder().decode(Expectation.self, from: Repository.text($0))
    }
  }
}

/// Words of a text with where they begin, in UTF-16 units: what contents are compared by.
struct WordSet {
  static func words(in range: NSRange, of text: NSString) -> Set<Int> {
    var found: Set<Int> = []
    var inWord = false
    for index in range.location..<(range.location + range.length) {
      let unit = UnicodeScalar(text.character(at: index))
      let isLetter = unit.map { CharacterSet.alphanumerics.contains($0) } ?? true
      if isLetter, !inWord { found.insert(index) }
      inWord = isLetter
    }
    return found
  }

  /// The range of a piece: exact words, or `first … last`.
  static func range(of piece: String, in text: NSString) -> NSRange? {
    guard let ellipsis = piece.range(of: "…") else {
      let range = text.range(of: piece)
      return range.location == NSNotFound ? nil : range
    }
    let first = text.range(of: piece[..<ellipsis.lowerBound].trimmingCharacters(in: .whitespaces))
    guard first.location != NSNotFound else { return nil }
    let rest = NSRange(location: first.location + first.length, length: text.length - first.location - first.length)
    let last = text.range(
      of: piece[ellipsis.upperBound...].trimmingCharacters(in: .whitespaces), options: [], range: rest)
    guard last.location != NSNotFound else { return nil }
    return NSRange(location: first.location, length: last.location + last.length - first.location)
  }
}
