import Testing

@testable import Extraction

@Suite struct BytesTests {
  @Test func findsAWordAtEveryPlace() {
    for length in 0..<40 {
      for place in 0...length {
        var bytes = [UInt8](repeating: UInt8(ascii: "."), count: length)
        bytes.insert(contentsOf: Array("Head".utf8), at: place)
        #expect(bytes.find("head") == place)
        #expect(bytes.find("head", from: place) == place)
        #expect(bytes.find("head", from: place + 1) == nil)
        #expect(bytes.find("head", to: place + 3) == nil)
      }
    }
  }

  @Test func firstOfSeveralAndPartsOfWords() {
    let bytes = Array("hhhh he hea heaHEAD head".utf8)
    #expect(bytes.find("head") == 15)
    #expect(bytes.find("<head") == nil && bytes.find("") == nil && [UInt8]().find("a") == nil)
  }
}
