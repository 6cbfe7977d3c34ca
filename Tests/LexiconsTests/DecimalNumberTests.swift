import Testing

@testable import Lexicons

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    "0", "1", "-1", "0.5", "-0.65", "0.1", "0.30000000000000004", "12345.678", "00.70", "1e3", "+1", ".5", "5.", "-",
    "", "1.2.3", "0x10", "nan", "inf", "999999999999999", "9999999999999999", "0.000000000000001", " 1",
  ]) func shortNumbersAreReadAsDoubleReadsThem(text: String) {
    let bytes = Array(text.utf8)
    if let number = DecimalNumber.read(bytes[...]) { #expect(number == Double(text)) }
    if text.allSatisfy({ "0123456789.-".contains($0) }), text.utf8.count < 8, let number = Double(text),
      !text.hasSuffix(".") && !text.hasPrefix(".")
    {
      #expect(DecimalNumber.read(bytes[...]) == number)
    }
  }
}
