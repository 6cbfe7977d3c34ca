import Documents
import ModelFiles

/// The learned weights that tell an article's blocks from the rest of its page. See `Models/blocks.md` for what they were
/// learned from.
public final class BlockModel: Sendable {
  /// What `standpoint-train` wrote into the file: name and version, such as `blocks 1`.
  public let version: String

  /// Weights of the words of classes, ids and roles.
  package let elementWords: HashedWeights
  /// Weights of the words at a block's edges.
  package let edgeWords: HashedWeights
  /// From a block's own features.
  package let first: BoostedTrees
  /// From these and what `first` says of the blocks around; absent in a model of one pass.
  package let second: BoostedTrees?
  /// Blocks of at least this probability are kept.
  package let threshold: Float

  package init(
    version: String, elementWords: HashedWeights, edgeWords: HashedWeights, first: BoostedTrees, second: BoostedTrees?,
    threshold: Float
  ) {
    self.version = version
    self.elementWords = elementWords
    self.edgeWords = edgeWords
    self.first = first
    self.second = second
    self.threshold = threshold
  }

  /// Maps and checks a model file. Throws a ``Diagnostic`` if it is missing, damaged, truncated or of another version.
  public convenience init(contentsOf path: String) throws { try self.init(ModelFile(path: path)) }

  package convenience init(_ file: ModelFile) throws {
    func read<T>(_ name: String, _ make: (UnsafeRawBufferPointer) -> T?) throws -> T {
      guard let value = make(try file.section(name)) else { throw file.malformed(name) }
      return value
    }
    let first = try read("first pass", BoostedTrees.init)
    let second = file.has("second pass") ? try read("second pass", BoostedTrees.init) : nil
    guard first.width == BlockFeatures.width else { throw file.malformed("first pass") }
    guard second.map({ $0.width == BlockFeatures.width + BlockSurroundings.width }) ?? true else {
      throw file.malformed("second pass")
    }
    self.init(
      version: try file.text("version"), elementWords: try read("element words", HashedWeights.init),
      edgeWords: try read("edge words", HashedWeights.init), first: first, second: second,
      threshold: try read("threshold") { section in
        var reader = SectionReader(section)
        return reader.float()
      })
  }
}
