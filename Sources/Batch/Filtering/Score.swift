import Documents
import Outputs

/// Answers each line `{"id", "text", "target": [start, end], "holder": [start, end]?}` with
/// `{"id", "stance", "score", "hits"}`, in order, as soon as it can; a bad line with
/// `{"id", "error": {"code", "message"}}`. Offsets are code points into `text`. Where several lexicons score side by side
/// the answer has `lexicons` too: `[{"lexicon", "stance", "score", "hits"}]`.
///
/// - Parameter answer: what the pipeline says to a question.
/// - Throws: ``BatchError`` where the input cannot be read or the output cannot be written.
public func score(
  _ request: FilterRequest, answer: @escaping @Sendable (StanceQuery) throws -> StanceAnswer
) throws -> FilterSummary {
  try answerLines(request, QueryAnswerer(limit: request.limits.maxBytes, process: answer))
}

/// Answers one question.
struct QueryAnswerer: LineAnswering {
  let limit: Int
  let process: @Sendable (StanceQuery) throws -> StanceAnswer

  func answer(_ line: LineReader.Line) -> LineAnswer {
    guard case .whole(let bytes) = line else {
      return LineAnswer(
        error: DocumentError(code: "too-large", "the line holds more than \(limit) bytes"), id: nil)
    }
    var id: [UInt8]?
    do {
      let record = try QueryRecord(bytes)
      id = record.id
      let query = try record.query()
      return LineAnswer(line: written(try process(query), to: query, id), isError: false)
    } catch {
      return LineAnswer(error: error, id: id)
    }
  }

  private func written(_ answer: StanceAnswer, to query: StanceQuery, _ id: [UInt8]?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    if let id { json.value(rawJSON: id) } else { json.null() }
    json.key("stance")
    json.value(answer.side.rawValue)
    json.key("score")
    json.value(answer.score)
    json.key("hits")
    StanceJSON.write(answer.hits, in: query.text, to: &json)
    if !answer.lexicons.isEmpty { write(answer.lexicons, in: query.text, to: &json) }
    json.endObject()
    json.endLine()
    return json.take()
  }
}

extension QueryAnswerer {
  /// What each of several lexicons answers by itself.
  private func write(_ answers: [StanceAnswer.OfLexicon], in text: Text, to json: inout JSONWriter) {
    json.key("lexicons")
    json.beginArray()
    for answer in answers {
      json.beginObject()
      json.key("lexicon")
      json.value(answer.lexicon)
      json.key("stance")
      json.value(answer.side.rawValue)
      json.key("score")
      json.value(answer.score)
      json.key("hits")
      StanceJSON.write(answer.hits, in: text, to: &json)
      json.endObject()
    }
    json.endArray()
  }
}

/// One JSON object that holds a question.
struct QueryRecord {
  /// As it stands in the record; `nil` where there is none.
  private(set) var id: [UInt8]?
  private var text: Range<Int>?
  private var target: Range<Int>?
  private var holder: Range<Int>?
  private let line: [UInt8]

  /// - Throws: `bad-json`.
  init(_ line: [UInt8]) throws(DocumentError) {
    self.line = line
    for (key, range) in try JSONScanner.members(of: line) where line[range.lowerBound] != UInt8(ascii: "n") {
      switch key {
      case "id": id = Array(String(decoding: line[range], as: UTF8.self).utf8)
      case "text": text = range
      case "target": target = range
      case "holder": holder = range
      default: break
      }
    }
  }

  /// - Throws: `bad-record` for what is missing, of the wrong type, or outside the text.
  func query() throws(DocumentError) -> StanceQuery {
    guard let text, let bytes = JSONScanner.utf8(line, text) else {
      throw DocumentError(code: "bad-record", "the record needs `text`, a string")
    }
    guard let target else {
      throw DocumentError(code: "bad-record", "the record needs `target`, [start, end] in code points of `text`")
    }
    // Halves of a UTF-8 sequence would make every offset wrong.
    let string = Text(String(decoding: bytes, as: UTF8.self))
    return StanceQuery(
      text: string, target: try span(target, "target", in: string),
      holder: try optional(holder, in: string))
  }

  private func optional(_ range: Range<Int>?, in text: Text) throws(DocumentError) -> Span? {
    guard let range else { return nil }
    return try span(range, "holder", in: text)
  }

  private func span(_ range: Range<Int>, _ key: String, in text: Text) throws(DocumentError) -> Span {
    let numbers = JSONScanner.elements(line, range)?.map { Int(String(decoding: line[$0], as: UTF8.self)) } ?? []
    let scalars = text.scalarOffset(ofByte: text.count)
    guard numbers.count == 2, let start = numbers[0], let end = numbers[1], start >= 0, start < end, end <= scalars
    else {
      throw DocumentError(
        code: "bad-record", "`\(key)` must be [start, end], in code points, with 0 ≤ start < end ≤ \(scalars)")
    }
    return Span(text.byteOffset(ofScalar: start), text.byteOffset(ofScalar: end))
  }
}
