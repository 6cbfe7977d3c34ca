import Documents
import Testing

@testable import Extraction

struct LearnedFrameTests {
  private static let html = """
    <html><head><title>Ferry</title></head><body><div><p>One line of the harbour's other news stands here.</p></div>
    <div><p>The ferry to Karasuk runs again after the winter.</p><p>Read more about it.</p>
    <p>Its crew had waited since the autumn for an engine.</p></div><p>Write to the harbour office.</p></body></html>
    """

  private func rows(_ probabilities: [Float]) throws -> [[Float]] {
    let prepared = try PreparedPage(Array(Self.html.utf8), options: .init(), known: Metadata())
    var picker = BodyPicker(prepared)
    picker.run()
    let features = BlockFeatures(prepared, kinds: picker.kinds, frame: picker.frame)
    let frame = LearnedFrame(features, probabilities: probabilities)
    return prepared.page.blocks.indices.map { index in
      var row: [Float] = []
      frame.append(index, to: &row)
      return row
    }
  }

  @Test func theElementOfTheSurestBlocksIsTheFrame() throws {
    let rows = try rows([0.1, 0.9, 0.2, 0.9, 0.1])
    #expect(rows.map { $0.count } == [Int](repeating: LearnedFrame.width, count: 5))
    #expect(rows.map { $0[0] } == [0, 1, 1, 1, 0])
    #expect(rows.map { $0[2] } == [-1, 0, 1, 2, 3])
    #expect(rows.map { $0[3] } == [3, 2, 1, 0, -1])
    // A paragraph of the frame stands one step inside; another box's two steps from the body, this element's sibling.
    #expect(rows[1][1] == 1)
    #expect(rows[0][1] == 42)
    #expect(rows[4][1] == 41)
  }

  @Test func nothingLikelyStillGivesAFrame() throws {
    let rows = try rows([0, 0, 0, 0, 0])
    #expect(rows.allSatisfy { $0.allSatisfy { $0.isFinite } })
  }
}
