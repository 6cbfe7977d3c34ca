import Documents
import Linguistics
import ModelFiles

/// The learned weights of attribution, mapped from one file and shared by all threads. See `Models/attribution.md`
/// for what they were learned from.
public final class AttributionModel: Sendable {
  /// What `standpoint-train` wrote into the file: name and version, such as `attribution 1`.
  public let version: String

  private let file: ModelFile
  let gate: WeightTable
  let cues: WeightTable
  let contents: WeightTable
  let sources: WeightTable
  let calibrator: Calibrator

  /// Maps and checks a model file. Throws a ``Diagnostic`` if it is missing, damaged, truncated or of another version.
  public convenience init(contentsOf path: String) throws { try self.init(ModelFile(path: path)) }

  /// Checks a model that is in memory already.
  public convenience init(bytes: [UInt8]) throws { try self.init(ModelFile(bytes: bytes)) }

  package init(_ file: ModelFile) throws {
    self.file = file
    func table(_ name: String) throws -> WeightTable {
      guard let table = WeightTable(try file.section(name)) else { throw file.malformed(name) }
      return table
    }
    version = try file.text("version")
    gate = try table("cue gate")
    cues = try table("cues")
    contents = try table("contents")
    sources = try table("sources")
    guard let calibrator = Calibrator(try file.section("calibrator")) else { throw file.malformed("calibrator") }
    self.calibrator = calibrator
  }
}
