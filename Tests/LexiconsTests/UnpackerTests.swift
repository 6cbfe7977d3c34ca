import Testing

@testable import Lexicons

@Suite struct UnpackerTests {
  private func packed() -> [UInt8] {
    var packer = Packer()
    for number in [0, 127, 128, 16_383, 16_384, 2_000_000] { packer.add(number) }
    packer.add("harbour")
    packer.add(optional: nil as String?)
    packer.add(optional: "harbour")
    packer.add(-0.65)
    packer.add(optional: nil as Double?)
    packer.add(["against": -0.65, "for": 0.5])
    packer.add(["against": -0.65, "for": 0.5])
    packer.add(bytes: [1, 2, 3])
    packer.add(mapped: Column<Int32>([70_000, -7]))
    packer.add(5)
    packer.add(mapped: Column<UInt8>([1, 2, 3]))
    packer.add(mapped: Column<UInt64>([]))
    packer.add(mapped: Column<UInt64>([.max]))
    return packer.finish()
  }

  private func check(_ unpacker: inout Unpacker) {
    #expect((0..<6).map { _ in unpacker.number() } == [0, 127, 128, 16_383, 16_384, 2_000_000])
    #expect([unpacker.text(), unpacker.optionalText(), unpacker.optionalText()] == ["harbour", nil, "harbour"])
    #expect([unpacker.decimal(), unpacker.optionalDecimal()] == [-0.65, nil])
    #expect([unpacker.table(), unpacker.table()].allSatisfy { $0 == ["against": -0.65, "for": 0.5] })
    #expect(unpacker.run() == [1, 2, 3])
    #expect(unpacker.mapped(Int32.self).array == [70_000, -7])
    #expect(unpacker.number() == 5)
    #expect(unpacker.mapped(UInt8.self).array == [1, 2, 3])
    #expect((0..<2).map { _ in unpacker.mapped(UInt64.self).array } == [[], [.max]])
  }

  @Test func readsWhatWasPacked() {
    var unpacker = Unpacker(packed())
    check(&unpacker)
    #expect(unpacker.isDone)
  }

  /// Reads all kinds of things, whatever comes.
  private func isDone(_ bytes: [UInt8]) -> Bool {
    var unpacker = Unpacker(bytes)
    for _ in 0..<6 { _ = unpacker.number() }
    _ = (unpacker.text(), unpacker.optionalText(), unpacker.optionalText())
    _ = (unpacker.decimal(), unpacker.optionalDecimal(), unpacker.table(), unpacker.table(), unpacker.run())
    _ = (unpacker.mapped(Int32.self), unpacker.number(), unpacker.mapped(UInt8.self))
    _ = (unpacker.mapped(UInt64.self), unpacker.mapped(UInt64.self))
    return unpacker.isDone
  }

  @Test func whatIsCutOffIsSeen() {
    let bytes = packed()
    #expect(isDone(bytes))
    for count in bytes.indices { #expect(!isDone(Array(bytes[..<count])), "\(count)") }
    #expect(!isDone(bytes + [0]))
  }

  @Test func noBytesTrap() {
    let bytes = packed()
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        _ = isDone(damaged)
      }
    }
  }
}
