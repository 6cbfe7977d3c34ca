import Documents
import Foundation
import Linguistics
import ModelFiles
import Testing
import Training

@Suite struct ModelTests {
  @Test func trainingGivesTheSameBytesAtAnyNumberOfJobs() async throws {
    let one = try await TinyTreebank.train(jobs: 1)
    let two = try await TinyModel.shared.bytes()
    #expect(one == two)
    #expect(one.count > 1000)
  }

  @Test func versionIsReadBack() async throws {
    #expect(try await TinyModel.shared.model().version == "invented 1")
  }

  /// The message of the error that a model gives.
  private func complaint(_ bytes: [UInt8]) -> String {
    do {
      _ = try LinguisticModel(ModelFile(bytes: bytes, path: "some.model"))
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func damageIsNoticedWhereverItIs() async throws {
    let bytes = try await TinyModel.shared.bytes()
    for place in [64, 100, bytes.count / 2, bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(complaint(damaged).hasPrefix("some.model: error: model is damaged"), "byte \(place)")
    }
  }

  @Test func truncationIsNoticed() async throws {
    let bytes = try await TinyModel.shared.bytes()
    #expect(complaint(Array(bytes.dropLast(64))).contains("truncated"))
    #expect(complaint(Array(bytes.prefix(20))).contains("not a model"))
    #expect(complaint([]).contains("not a model"))
  }

  @Test func anotherFormatIsNamed() async throws {
    var bytes = try await TinyModel.shared.bytes()
    bytes[8] = 99
    #expect(complaint(bytes).contains("model format 99"))
  }

  @Test func otherFeaturesAreRefused() async throws {
    var bytes = try await TinyModel.shared.bytes()
    bytes[32] ^= 1
    #expect(complaint(bytes).contains("model has features"))
    #expect(complaint(bytes).contains("rebuild it with standpoint-train"))
    #expect(FeatureStamp.syntax != 0)
  }

  @Test func sectionsThatDoNotFitAreRefused() throws {
    var writer = ModelWriter(features: FeatureStamp.syntax)
    writer.add("version", Array("odd 1".utf8))
    for name in ["words", "tags", "tagger", "structure", "labels", "label-masks"] { writer.add(name, [1, 2, 3]) }
    #expect(complaint(writer.finish()).contains("malformed in its section"))
  }

  @Test func aMissingFileSaysSo() {
    #expect(throws: Diagnostic.self) { try LinguisticModel(contentsOf: "/nowhere/english.model") }
  }

  @Test func aMappedFileIsTheSameModel() async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("standpoint-\(UUID()).model")
    try Data(try await TinyModel.shared.bytes()).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(try LinguisticModel(contentsOf: url.path).version == "invented 1")
  }
}
