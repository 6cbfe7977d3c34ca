import Testing

@testable import Outputs

struct ByteBufferTests {
  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    #expect(buffer.bytes.count == buffer.count && buffer.last == buffer.bytes.last)
    return String(decoding: buffer.take(), as: UTF8.self)
  }

  @Test func numbersAsStringsHaveThem() {
    var numbers = [0, 1, 9, Int.max, Int.min, 99_999_999, 100_000_000, 100_000_001, 1_234_500_000_067]
    for power in 1...18 {
      let bound = (0..<power).reduce(1) { number, _ in number * 10 }
      numbers += [bound - 1, bound, bound + 1, -bound]
    }
    for number in numbers { #expect(written { $0.append(number: number) } == "\(number)") }
  }

  @Test(arguments: [
    (0.0, "0.0000"), (-0.00001, "0.0000"), (0.1, "0.1000"), (-1.23456, "-1.2346"), (99_999_999.99995, "100000000.0000"),
    (12_345_678_901.5, "12345678901.5000"),
  ])
  func fourDecimals(number: Double, expected: String) { #expect(written { _ = $0.append(fixed: number) } == expected) }

  @Test func whatIsNoNumberIsNotWritten() {
    for number in [Double.nan, .infinity, 1e14] {
      var buffer = ByteBuffer()
      let isWritten = buffer.append(fixed: number)
      #expect(!isWritten && buffer.count == 0)
    }
  }

  @Test func piecesOfAnyLengthFollowEachOther() {
    var expected = ""
    let text = written { buffer in
      for length in 0..<300 {
        let piece = String(repeating: "aé", count: length)
        buffer.append(piece)
        buffer.append(Array(piece.utf8)[...])
        buffer.append(",")
        expected += piece + piece + ","
      }
    }
    #expect(text == expected)
  }

  @Test func tailsAreCutAndTaken() {
    var buffer = ByteBuffer()
    buffer.append("harbour master")
    #expect(String(decoding: buffer.takeTail(from: 7), as: UTF8.self) == " master")
    buffer.insert(UInt8(ascii: "!"), at: 0)
    buffer.cut(to: 5)
    buffer.cut(to: 50)
    #expect(String(decoding: buffer.take(), as: UTF8.self) == "!harb" && buffer.count == 0 && buffer.last == nil)
    buffer.append("again")
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "again")
  }
}
