import Testing
import Yams

@testable import Pipelines

@Suite struct NodeDecoderTests {
  private enum Harbour: String, Decodable { case open, closed }

  private struct Options: Decodable, Equatable {
    var name: String
    var depth: Int
    var share: Double
    var isOpen: Bool
    var harbour: Harbour
    var quays: [String]
    var weights: [String: Double]
    var rows: [[Int]]
    var missing: String?
    var nothing: Int?
    var sizes: [Int?]
  }

  private static let yaml = """
    name: 1.50
    depth: 0x10
    share: -2.5e1
    isOpen: no
    harbour: closed
    quays: [East, 'null', "7"]
    weights: {wood: 0.5, 3: 1}
    rows: [[1, 2], []]
    nothing: ~
    sizes: [1, null, 3]
    """

  private func decoder(_ yaml: String) throws -> NodeDecoder {
    NodeDecoder(node: try #require(try Yams.compose(yaml: yaml, .basic)))
  }

  /// As the library's own decoder does.
  @Test func decodesWhatOptionsAreMadeOf() throws {
    let options = try decoder(Self.yaml).decode(Options.self)
    #expect(options == (try YAMLDecoder().decode(Options.self, from: Self.yaml)))
    #expect(options.name == "1.50" && options.depth == 16 && options.share == -25 && !options.isOpen)
    #expect(options.quays == ["East", "null", "7"] && options.weights == ["wood": 0.5, "3": 1])
    #expect(options.nothing == nil && options.sizes == [1, nil, 3])
  }

  @Test(arguments: [
    ("depth: deep", "depth"), ("depth: [1]", "depth"), ("share: {a: 1}", "share"), ("isOpen: 7", "isOpen"),
    ("harbour: frozen", "harbour"), ("quays: East", "quays"), ("weights: [1]", "weights"),
    ("weights: {wood: much}", "weights.wood"), ("rows: [[1], [x]]", "rows.1.0"), ("name: [a]", "name"),
  ]) func errorsSayWhere(line: String, path: String) throws {
    let key = try #require(line.split(separator: ":").first)
    let lines = Self.yaml.split(separator: "\n").map { $0.hasPrefix("\(key):") ? line : String($0) }
    do {
      _ = try decoder(lines.joined(separator: "\n")).decode(Options.self)
      Issue.record("\(line) was taken")
    } catch let error as DecodingError {
      switch error {
      case .typeMismatch(_, let context), .dataCorrupted(let context), .valueNotFound(_, let context):
        #expect(
          context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") == path)
      default: Issue.record("\(error)")
      }
    }
  }

  @Test func aKeyThatLacksIsSaid() throws {
    #expect(throws: DecodingError.self) { try decoder("name: x").decode(Options.self) }
  }
}
