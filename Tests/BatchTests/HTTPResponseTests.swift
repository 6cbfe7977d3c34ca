import Documents
import Testing

@testable import Batch

struct HTTPResponseTests {
  private func decoded(_ header: [String], _ body: [UInt8], limit: Int = 1 << 16) throws -> String {
    let bytes = WARCWriter.page(body, header: header)
    let response = try #require(HTTPResponse(bytes[...]))
    return String(decoding: try response.decoded(Array(bytes[response.bodyStart...]), limit: limit), as: UTF8.self)
  }

  private func code(_ header: [String], _ body: [UInt8], limit: Int = 1 << 16) -> String? {
    do {
      _ = try decoded(header, body, limit: limit)
      return nil
    } catch { return (error as? DocumentError)?.code }
  }

  @Test func statusLineAndHeader() throws {
    let text =
      "HTTP/1.1 200 OK\r\ncontent-TYPE:text/HTML;\r\n charset=utf-8\r\nX-A: b\r\nContent-Type: image/png\r\n\r\nBody"
    let response = try #require(HTTPResponse(Array(text.utf8)[...]))
    #expect(response.status == 200)
    #expect(response.mediaType == "text/html")
    #expect(response.charset == "utf-8")
    #expect(response.bodyStart == text.utf8.count - 4)
    for wrong in ["", "HTTP/1.1 200 OK", "HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 two\r\n\r\n"] {
      #expect(HTTPResponse(Array(wrong.utf8)[...]) == nil, "\(wrong)")
    }
  }

  @Test(arguments: [
    ("4\r\nWiki\r\n7;x=y\r\npedia i\r\nB\r\nn \r\nchunks.\r\n0\r\n\r\n", "Wikipedia in \r\nchunks."),
    ("5\nPlain\n0\n\n", "Plain"), ("5\r\nPla", "Pla"), ("FFFFFFFF\r\nabc", "abc"),
    ("<p>Not chunked.", "<p>Not chunked."),
    ("-5\r\nabc", "-5\r\nabc"), ("", ""),
  ])
  func chunks(body: String, wanted: String) throws {
    #expect(try decoded(["Transfer-Encoding: chunked"], Array(body.utf8)) == wanted)
  }

  @Test func contentCodings() throws {
    let text = "<p>Words and words."
    let bytes = Array(text.utf8)
    let cases: [(String, [UInt8])] = [
      ("gzip", PackedData.gzip(text)), ("x-gzip", PackedData.gzip(text)), ("zstd", PackedData.zstandard(text)),
      ("deflate", PackedData.deflated(bytes, windowBits: 15)), ("deflate", PackedData.deflated(bytes, windowBits: -15)),
      ("identity", bytes), ("deflate, gzip", PackedData.gzip(PackedData.deflated(bytes, windowBits: 15))),
      // The crawler took them off.
      ("gzip", bytes), ("deflate", bytes), ("br", bytes), ("zstd", bytes),
    ]
    for (coding, body) in cases { #expect(try decoded(["Content-Encoding: \(coding)"], body) == text, "\(coding)") }
  }

  @Test func chunksOfPackedData() throws {
    let packed = PackedData.gzip("<p>Both.")
    let body = Array("\(String(packed.count, radix: 16))\r\n".utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
    #expect(try decoded(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], body) == "<p>Both.")
  }

  @Test func whatCannotBeDecoded() {
    #expect(code(["Content-Encoding: br"], [0x1B, 0xFF, 0, 0, 0xF8]) == "unsupported")
    #expect(code(["Content-Encoding: gzip"], Array(PackedData.gzip("words").dropLast(5))) == "damaged")
    #expect(
      code(["Content-Encoding: gzip"], PackedData.gzip(String(repeating: "0", count: 5000)), limit: 4000) == "too-large"
    )
  }
}
