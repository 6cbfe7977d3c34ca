import Documents
import Testing

struct ByteSearchTests {
  /// Bytes that look like a text's, the same at each call.
  private static let bytes: [UInt8] = (0..<97).map { place in
    let some = "ab cd,\"e\\f\ng h\u{80}i\u{E9}j\"k l\tm".utf8
    return Array(some)[place * 7 % some.count]
  }

  private func expect(_ search: ByteSearch, finds isWanted: (UInt8) -> Bool) {
    for count in [0, 1, 7, 15, 16, 17, 31, 32, 33, 50, 97] {
      let bytes = Array(Self.bytes.prefix(count))
      for start in 0...count {
        for end in [start, start + 1, start + 9, count, count + 5] {
          let inside = start..<max(start, min(end, count))
          let expected = inside.first { isWanted(bytes[$0]) } ?? min(end, count)
          #expect(search.next(in: bytes.span, from: start, to: end) == expected)
        }
      }
    }
  }

  @Test func findsSingleBytes() {
    expect(ByteSearch(0x22)) { $0 == 0x22 }
    expect(ByteSearch(0x22, 0x2C)) { $0 == 0x22 || $0 == 0x2C }
    expect(ByteSearch(0x22, 0x5C, 0xC3, 0x0A)) { [0x22, 0x5C, 0xC3, 0x0A].contains($0) }
    expect(ByteSearch(0x7A)) { $0 == 0x7A }
  }

  @Test func findsControlsAndWhatIsNotASCII() {
    expect(ByteSearch.unprintable) { $0 < 0x20 || $0 >= 0x80 }
    expect(ByteSearch.beyondASCII) { $0 >= 0x80 }
    expect(ByteSearch(0x22, controls: true)) { $0 == 0x22 || $0 < 0x20 }
  }

  @Test func findsTwoBytesAtADistance() {
    let (first, second) = (ByteSearch(0x65, 0x6C), ByteSearch(0x66, 0x20))
    for count in [0, 1, 2, 15, 16, 18, 19, 33, 50, 97] {
      let bytes = Array(Self.bytes.prefix(count))
      for distance in [0, 2, 3, 17] {
        for start in 0...count {
          let places = start..<max(start, count - distance)
          let expected = places.first {
            [0x65, 0x6C].contains(bytes[$0]) && [0x66, 0x20].contains(bytes[$0 + distance])
          }
          #expect(
            first.next(in: bytes.span, from: start, to: count, with: second, at: distance) == expected ?? count)
        }
      }
    }
  }

  @Test func everyByteIsToldFromItsNeighbours() {
    for byte in UInt8.min...UInt8.max {
      let bytes = (UInt8.min...UInt8.max).map { $0 }
      #expect(ByteSearch(byte).next(in: bytes, from: 0) == Int(byte))
    }
  }
}
