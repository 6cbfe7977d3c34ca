import Linguistics
import Testing

@testable import Stance

@Suite struct VectorTableTests {
  static let vectors: [(hash: UInt64, vector: [Float])] = (0..<200).map { number in
    let scale = Float(number + 1) / 1000
    return (mixed(UInt64(number)), (0..<32).map { column -> Float in Float(column - 16) * scale })
  }

  static func with<Result>(_ bytes: [UInt8], _ body: (VectorTable?) -> Result) -> Result {
    // Sections of a model file are aligned; an array need not be.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    return body(VectorTable(UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])))
  }

  @Test func givesBackWhatWasPutIn() {
    VectorTableTests.with(VectorTable.build(VectorTableTests.vectors, width: 32)) { table in
      guard let table else {
        Issue.record("the table is not read")
        return
      }
      for (hash, vector) in VectorTableTests.vectors {
        let row = table.row(of: hash)
        #expect(row >= 0)
        let step = (vector.map(abs).max() ?? 0) / 127
        for column in 0..<32 {
          let found = table.vector(row, column / 16)[column % 16]
          #expect(abs(found - vector[column]) <= step / 2 * 1.01)
        }
      }
    }
  }

  @Test func whatIsNotThereHasNoRow() {
    VectorTableTests.with(VectorTable.build(VectorTableTests.vectors, width: 32)) { table in
      #expect((1000..<1200).allSatisfy { table?.row(of: mixed($0)) == -1 })
    }
  }

  @Test func sectionsThatDoNotFitAreRefused() {
    let bytes = VectorTable.build(VectorTableTests.vectors, width: 32)
    for count in [0, 3, 15, 16, 100, bytes.count - 1] {
      VectorTableTests.with(Array(bytes.prefix(count))) { #expect($0 == nil, "\(count)") }
    }
    VectorTableTests.with(bytes + [0]) { #expect($0 == nil) }
  }

  /// Damage changes vectors at worst; nothing is read beyond the section.
  @Test func damagedRowsAreHarmless() {
    var bytes = VectorTable.build(VectorTableTests.vectors, width: 32)
    for place in 16..<(bytes.count - 6400) where place % 3 == 0 { bytes[place] = 0xFF }
    VectorTableTests.with(bytes) { table in
      for (hash, _) in VectorTableTests.vectors {
        guard let table else { return }
        let row = table.row(of: hash)
        #expect((-1..<200).contains(row))
      }
    }
  }
}
