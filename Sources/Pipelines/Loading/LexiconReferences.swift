import Lexicons

/// The lexicons that an option names, alone or as a list: `actors: [actors, ./mine.csv]`. An item is a name, a path, or
/// a map with a path and what the file does not say itself: `{file: ./list.txt, format: liu, weight: -1}`.
public struct LexiconReferences: Decodable, Sendable, ExpressibleByArrayLiteral {
  struct Item: Decodable, Sendable {
    /// A bare name for a shipped lexicon, else a path relative to the pipeline file.
    var file: String
    var settings = LexiconSettings()

    init(file: String) { self.file = file }

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        file = name
        return
      }
      let keys = try decoder.container(keyedBy: AnyKey.self)
      for key in keys.allKeys where !Item.known.contains(key.stringValue) {
        let hint = didYouMean(key.stringValue, among: Item.known).map { "; did you mean `\($0)`?" } ?? ""
        throw OptionError.error(at: decoder, "unknown key `\(key.stringValue)` of a lexicon\(hint)")
      }
      guard let file = try keys.decodeIfPresent(String.self, forKey: AnyKey("file")) else {
        throw OptionError.error(at: decoder, "a lexicon needs `file:`, a name or a path")
      }
      self.file = file
      if let name = try keys.decodeIfPresent(String.self, forKey: AnyKey("format")) {
        guard let format = LexiconFormat(rawValue: name) else {
          let formats = LexiconFormat.allCases.map(\.rawValue)
          let hint = didYouMean(name, among: formats).map { "did you mean `\($0)`?" }
          throw OptionError.error(
            at: decoder, "unknown format `\(name)`; \(hint ?? "there are \(formats.joined(separator: ", "))")")
        }
        settings.format = format
      }
      settings.name = try keys.decodeIfPresent(String.self, forKey: AnyKey("name"))
      settings.version = try keys.decodeIfPresent(String.self, forKey: AnyKey("version"))
      settings.licence = try keys.decodeIfPresent(String.self, forKey: AnyKey("licence"))
      settings.scale = try keys.decodeIfPresent(Double.self, forKey: AnyKey("scale"))
      settings.weight = try keys.decodeIfPresent(Double.self, forKey: AnyKey("weight"))
      settings.categories = try keys.decodeIfPresent([String: Double].self, forKey: AnyKey("categories")) ?? [:]
      let weights = Array(settings.categories.values) + [settings.weight].compactMap { $0 }
      guard weights.allSatisfy({ abs($0) <= 1 }) else {
        throw OptionError.error(at: decoder, "weights run from -1 to 1")
      }
      guard settings.scale.map({ $0 > 0 }) ?? true else {
        throw OptionError.error(at: decoder, "`scale:` must be above 0")
      }
    }

    private static let known = ["file", "format", "name", "version", "licence", "scale", "weight", "categories"]
  }

  var items: [Item]

  public init(arrayLiteral elements: String...) { items = elements.map(Item.init) }

  public init(from decoder: any Decoder) throws {
    if (try? decoder.unkeyedContainer()) != nil {
      items = try decoder.singleValueContainer().decode([Item].self)
    } else {
      items = [try Item(from: decoder)]
    }
  }
}

/// What is wrong with an option, in words for the person who wrote it.
struct OptionError: Error {
  /// An error that the decoder of options passes on, with its place.
  static func error(at decoder: any Decoder, _ message: String) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: decoder.codingPath, debugDescription: message, underlyingError: OptionError()))
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
