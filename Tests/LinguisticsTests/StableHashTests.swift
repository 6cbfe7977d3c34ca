import Documents
import Testing

struct StableHashTests {
  private func hex(_ combine: (inout StableHash) -> Void) -> String {
    var hash = StableHash()
    combine(&hash)
    return hash.hex
  }

  @Test func stringsAndTheirBytesAreTheSame() {
    for string in ["", "quay", "Ærø – a longer name than fifteen bytes", "北の港"] {
      #expect(hex { $0.combine(string) } == hex { $0.combine(bytes: Array(string.utf8)) })
    }
    func joined(_ parts: [String]) -> String { hex { hash in for part in parts { hash.combine(part) } } }
    #expect(joined(["ab", "c"]) != joined(["a", "bc"]))
  }

  @Test func hexIsTheNumberInSixteenDigits() {
    for number in 0..<400 {
      var hash = StableHash()
      hash.combine(number)
      #expect(hash.hex.count == 16 && UInt64(hash.hex, radix: 16) == hash.value)
    }
  }
}
