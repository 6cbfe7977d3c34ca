import Documents
import Testing

struct LetterRunTests {
  @Test func everyByteIsALetterOrEndsTheRun() {
    for byte in UInt8.min...UInt8.max {
      let isLetter = byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      for place in 0..<20 {
        var bytes = [UInt8](repeating: UInt8(ascii: "q"), count: 20)
        bytes[place] = byte
        #expect(LetterRun.end(in: bytes.span, from: 0, to: 20) == (isLetter ? 20 : place))
      }
    }
  }

  @Test func keepsToItsLimits() {
    let bytes = Array("Harbour commissioners".utf8)
    #expect(LetterRun.end(in: bytes.span, from: 0, to: 99) == 7)
    #expect(LetterRun.end(in: bytes.span, from: 8, to: 99) == bytes.count)
    #expect(LetterRun.end(in: bytes.span, from: 8, to: 12) == 12)
    #expect(LetterRun.end(in: bytes.span, from: 7, to: 12) == 7)
    #expect(LetterRun.end(in: bytes.span, from: 30, to: 99) == 30)
  }
}
