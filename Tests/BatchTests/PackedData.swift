import CZlib
import CZstd

/// Packs and archives data in the public formats, for tests.
enum PackedData {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }
  static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

  /// - Parameter windowBits: as zlib has them: 31 for gzip, 15 for zlib, -15 for bare deflate data.
  static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(written))
  }

  static func zstandard(_ text: String) -> [UInt8] { zstandard(Array(text.utf8)) }

  static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = ZSTD_compress(&output, output.count, bytes, bytes.count, 3)
    return Array(output.prefix(size))
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count)) }
}

/// Writes tar archives as POSIX describes them.
struct TarWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

  /// - Parameter size: what the header says; the content's own unless told.
  mutating func add(
    _ name: String, _ content: [UInt8], type: Character = "0", prefix: String = "", size: Int? = nil,
    magic: String = "ustar\u{0}00"
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ place: Int, _ limit: Int) {
      for (index, byte) in text.utf8.prefix(limit).enumerated() { header[place + index] = byte }
    }
    func octal(_ number: Int, _ digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
    put(name, 0, 100)
    put(octal(0o644, 7), 100, 7)
    put(octal(0, 7), 108, 7)
    put(octal(0, 7), 116, 7)
    put(octal(size ?? content.count, 11), 124, 11)
    put(octal(1_700_000_000, 11), 136, 11)
    put("        ", 148, 8)
    header[156] = type.asciiValue ?? 0
    put(magic, 257, 8)
    put(prefix, 345, 155)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", 148, 8)
    bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// A pax header for the next member.
  mutating func addFields(_ fields: [(String, String)]) {
    var content = ""
    for (key, value) in fields {
      let rest = " \(key)=\(value)\n"
      var length = rest.utf8.count + 1
      while "\(length)".utf8.count + rest.utf8.count != length { length += 1 }
      content += "\(length)\(rest)"
    }
    add("PaxHeaders/x", Array(content.utf8), type: "x")
  }

  mutating func end() { bytes += [UInt8](repeating: 0, count: 1024) }
}

/// Writes zip archives as PKWARE's APPNOTE describes them.
struct ZipWriter {
  private var body: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  struct Options {
    var method = 8
    var flags = 0x800
    /// What the list says of the size; the true one unless told.
    var size: Int?
    var system: UInt8 = 3
    var mode = 0o100644
    /// Sizes and place in zip64's extra field.
    var isLarge = false
  }

  mutating func add(_ name: String, _ content: String, _ options: Options = Options()) {
    add(name, Array(content.utf8), options)
  }

  mutating func add(_ name: String, _ content: [UInt8], _ options: Options = Options()) {
    let packed: [UInt8] =
      switch options.method {
      case 8: PackedData.deflated(content, windowBits: -15)
      case 93: PackedData.zstandard(content)
      default: content
      }
    let size = options.size ?? content.count
    let name = Array(name.utf8)
    let offset = body.count
    let shared =
      little(options.flags, 2) + little(options.method, 2) + little(0, 4) + little(Int(PackedData.checksum(content)), 4)
    body += [0x50, 0x4B, 3, 4] + little(20, 2) + shared + little(packed.count, 4) + little(size, 4)
    body += little(name.count, 2) + little(0, 2) + name + packed
    let extra =
      options.isLarge
      ? little(1, 2) + little(24, 2) + little(size, 8) + little(packed.count, 8) + little(offset, 8) : []
    let shown = options.isLarge ? [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF] : [packed.count, size, offset]
    list += [0x50, 0x4B, 1, 2] + [20, options.system] + little(20, 2) + shared
    list += little(shown[0], 4) + little(shown[1], 4) + little(name.count, 2) + little(extra.count, 2) + little(0, 6)
    list += little(0, 2) + little(options.mode, 2) + little(shown[2], 4) + name + extra
    count += 1
  }

  /// Lists the last member once more.
  mutating func repeatLast(from start: Int) {
    list += list[start...]
    count += 1
  }

  var listSize: Int { list.count }

  var bytes: [UInt8] {
    body + list + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2) + little(list.count, 4)
      + little(body.count, 4) + little(0, 2)
  }

  private func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// Writes WARC records as ISO 28500 describes them.
enum WARCWriter {
  static func record(
    _ id: String, _ content: [UInt8], type: String = "response", uri: String? = "https://www.example.org/a",
    contentType: String = "application/http; msgtype=response", length: Int? = nil, extra: [String] = []
  ) -> [UInt8] {
    var lines = [
      "WARC/1.0", "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(id)>", "WARC-Date: 2024-05-06T07:08:09Z",
      "Content-Type: \(contentType)", "Content-Length: \(length ?? content.count)",
    ]
    if let uri { lines.append("WARC-Target-URI: \(uri)") }
    return Array((lines + extra).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8) + content
      + Array("\r\n\r\n".utf8)
  }

  static func page(_ body: String, header: [String] = ["Content-Type: text/html; charset=utf-8"]) -> [UInt8] {
    page(Array(body.utf8), header: header)
  }

  static func page(
    _ body: [UInt8], status: String = "200 OK", header: [String] = ["Content-Type: text/html; charset=utf-8"]
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(header.joined(separator: "\r\n"))\r\n\r\n".utf8) + body
  }
}
