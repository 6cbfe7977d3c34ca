import Documents

/// Prepares XML for libxml2: comments, declarations and processing instructions left out, HTML's named characters put in,
/// attributes and depth capped. Documents that declare entities are refused: a few hundred bytes of them can stand for
/// gigabytes, or for files of this machine.
struct XMLFilter {
  private var output: [UInt8] = []
  private let input: [UInt8]
  private let maxDepth: Int
  private let refusedDepth: Int
  private var place = 0
  private var depth = 0
  private static let maxAttributes = 128

  /// - Parameter refusedDepth: elements nested deeper are an error.
  static func filter(
    _ input: [UInt8], maxDepth: Int, refusedDepth: Int? = nil
  ) throws(DocumentError) -> [UInt8] {
    var filter = XMLFilter(input: input, maxDepth: maxDepth, refusedDepth: refusedDepth ?? .max)
    try filter.run()
    return filter.output
  }

  private init(input: [UInt8], maxDepth: Int, refusedDepth: Int) {
    self.input = input
    self.refusedDepth = refusedDepth
    self.maxDepth = maxDepth
    output.reserveCapacity(input.count)
  }

  private mutating func run() throws(DocumentError) {
    while place < input.count {
      let byte = input[place]
      if byte == UInt8(ascii: "<") {
        try markup()
      } else if byte == UInt8(ascii: "&") {
        reference()
      } else {
        if byte >= 0x20 || byte.isASCIISpace { output.append(byte == 0x0B || byte == 0x0C ? 0x20 : byte) }
        place += 1
      }
    }
  }

  private mutating func markup() throws(DocumentError) {
    if starts(with: "<!--") {
      place = input.find("-->", from: place + 4).map { $0 + 3 } ?? input.count
    } else if starts(with: "<![cdata[") {
      let end = input.find("]]>", from: place + 9).map { $0 + 3 } ?? input.count
      let isClosed = input[..<end].suffix(3).elementsEqual("]]>".utf8)
      output.append(contentsOf: input[place..<end].filter { $0 >= 0x20 || $0.isASCIISpace })
      if !isClosed { output.append(contentsOf: "]]>".utf8) }
      place = end
    } else if starts(with: "<!doctype") {
      try documentType()
    } else if starts(with: "<?") {
      place = input.find("?>", from: place + 2).map { $0 + 2 } ?? input.count
    } else if place + 1 < input.count,
      input[place + 1].isASCIILetter || input[place + 1] == 0x5F || input[place + 1] == 0x2F
        || input[place + 1] >= 0x80
    {
      try tag()
    } else {
      output.append(contentsOf: "&lt;".utf8)
      place += 1
    }
  }

  private func starts(with word: String) -> Bool { input.matches(Array(word.utf8), at: place) }

  private mutating func documentType() throws(DocumentError) {
    var brackets = 0
    while place < input.count {
      let byte = input[place]
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if byte == UInt8(ascii: "]") { brackets -= 1 }
      if byte == UInt8(ascii: "<"), starts(with: "<!entity") {
        throw DocumentError(code: "malformed", "an XML document that declares entities is not read")
      }
      place += 1
      if byte == UInt8(ascii: ">"), brackets <= 0 { return }
    }
  }

  /// `&nbsp;` as its character, `&` alone as `&amp;`.
  private mutating func reference() {
    let window = input[place...].prefix(12)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > place + 1 else {
      output.append(contentsOf: "&amp;".utf8)
      place += 1
      return
    }
    let name = String(decoding: input[(place + 1)..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) || name.hasPrefix("#") {
      output.append(contentsOf: input[place...end])
      place = end + 1
    } else if name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) {
      let decoded = CharacterReferences.decoded(Array(input[place...end]))
      if decoded.first == UInt8(ascii: "&") {
        output.append(contentsOf: "&amp;".utf8)
        place += 1
      } else {
        output.append(contentsOf: decoded)
        place = end + 1
      }
    } else {
      output.append(contentsOf: "&amp;".utf8)
      place += 1
    }
  }

  private mutating func tag() throws(DocumentError) {
    let start = place
    let isEnd = input[start + 1] == UInt8(ascii: "/")
    var quote: UInt8 = 0
    var attributes = 0
    var cut: Int?
    var index = start + 1
    while index < input.count {
      let byte = input[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        attributes += 1
        if attributes > Self.maxAttributes, cut == nil { cut = blank(before: index, behind: start) }
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    let end = min(index + 1, input.count)
    let isEmpty = input[max(start, index - 1)] == UInt8(ascii: "/")
    place = end
    if isEnd { depth = max(0, depth - 1) }
    let isKept = depth < maxDepth
    if !isEnd, !isEmpty {
      depth += 1
      if depth > refusedDepth { throw DocumentError.tooDeep(limit: refusedDepth) }
    }
    guard isKept else { return }
    append(start..<(cut ?? end))
    if cut != nil { output.append(contentsOf: (isEmpty ? "/>" : ">").utf8) }
  }

  /// Copies a tag; a bare `&` in its attributes is escaped.
  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = input[index]
      if byte == UInt8(ascii: "&"), !isReference(index, range.upperBound) {
        output.append(contentsOf: "&amp;".utf8)
      } else if byte >= 0x20 || byte.isASCIISpace {
        output.append(byte)
      }
      index += 1
    }
  }

  private func isReference(_ index: Int, _ limit: Int) -> Bool {
    guard let end = input[index..<min(limit, index + 10)].firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: input[(index + 1)..<end], as: UTF8.self)
    return ["amp", "lt", "gt", "quot", "apos"].contains(name) || name.hasPrefix("#")
  }

  /// The last blank in front of a quotation mark, or where the tag's name ends if it has none.
  private func blank(before quote: Int, behind start: Int) -> Int {
    var index = quote - 1
    while index > start, !input[index].isASCIISpace { index -= 1 }
    if index > start { return index }
    index = start + 1
    while index < quote, input[index].isWordByte { index += 1 }
    return index
  }
}

extension DocumentError {
  static func tooDeep(limit: Int) -> DocumentError {
    DocumentError(code: "too-deep", "elements are nested deeper than \(limit), the limit of `max-depth`")
  }
}
