import Documents
import Outputs

/// What one input adds to each output, and how long that took: made on any thread.
struct RenderedInput: Sendable {
  var lines: [UInt8] = []
  /// Rows for each table, in the order asked for.
  var tables: [[UInt8]]
  var errors: [ErrorRow] = []
  /// By document id, for `--write-text`.
  var texts: [(id: String, text: [UInt8])] = []
  /// How many inputs are done with it: an archive is with the last of its members.
  var inputs = 1
  /// For people.
  var notices: [String] = []
  var documents = 0
  var statements = 0
  var stances = 0
  var warnings = 0
  var reading = Duration.zero
  var processing = Duration.zero
  var rendering = Duration.zero

  init(tableCount: Int) { tables = Array(repeating: [], count: tableCount) }

  var errorLines: [UInt8] {
    guard !errors.isEmpty else { return [] }
    var json = JSONWriter()
    for error in errors { error.write(to: &json) }
    return json.bytes
  }

  mutating func add(_ outputs: DocumentOutputs) {
    if lines.isEmpty { lines = outputs.line } else { lines += outputs.line }
    for (index, rows) in outputs.rows.enumerated() where tables.indices.contains(index) { tables[index] += rows }
    documents += 1
    statements += outputs.statements
    stances += outputs.stances
    warnings += outputs.warnings
  }

  mutating func add(_ error: any Error, id: String, path: String, stage: String) {
    let failure = StageFailure(error, stage: stage)
    errors.append(
      ErrorRow(id: id, path: path, stage: failure.stage, code: failure.code, message: failure.message))
  }
}

/// Reads one input, runs the pipeline over each document in it, and renders the results.
struct InputRenderer: Sendable {
  let inputs: InputList
  let request: RunRequest
  let process: @Sendable (SourceDocument) throws -> any Document
  let expand: @Sendable (SourceDocument) throws -> [SourceDocument]

  func render(_ item: InputItem) -> RenderedInput {
    switch item.work {
    case .file(let file): return render(file)
    case .read(let file, let bytes): return render(file, bytes: bytes)
    case .member(let member, let id, let path): return render(member, id: id, path: path)
    case .document(let document):
      var rendered = RenderedInput(tableCount: request.tables.count)
      rendered.inputs = 0
      render([document], named: document.path, ContinuousClock(), into: &rendered)
      return rendered
    case .failure(let row):
      var rendered = RenderedInput(tableCount: request.tables.count)
      rendered.inputs = 0
      rendered.errors = [row]
      return rendered
    case .end(let notices):
      var rendered = RenderedInput(tableCount: request.tables.count)
      rendered.notices = notices
      return rendered
    }
  }

  /// - Parameter bytes: as they stand in the file, if they were read already.
  private func render(_ file: InputFile, bytes: [UInt8]? = nil) -> RenderedInput {
    var rendered = RenderedInput(tableCount: request.tables.count)
    let clock = ContinuousClock()
    let start = clock.now
    let id = inputs.id(file)
    let path = inputs.path(file)
    do {
      let source = try read(file, bytes, id: id, path: path)
      rendered.reading = clock.now - start
      let documents = try expand(source)
      if documents.first?.bytes == source.bytes, source.format == nil, FileName(inputs.diskPath(file)).isRecord {
        // Nothing was found in it: the record says what it lacks.
        _ = try Record(source.bytes).document()
      }
      render(documents, named: file.relativePath, clock, into: &rendered)
    } catch {
      rendered.add(error, id: id, path: path, stage: "read")
    }
    return rendered
  }

  private func render(_ member: ArchiveMember, id: String, path: String) -> RenderedInput {
    var rendered = RenderedInput(tableCount: request.tables.count)
    rendered.inputs = 0
    let clock = ContinuousClock()
    let start = clock.now
    do {
      var source = SourceDocument(
        id: id, path: path, bytes: try member.load(), format: member.format, known: member.known,
        warnings: member.warnings)
      source.declaredEncoding = member.encoding
      rendered.reading = clock.now - start
      render(try expand(source), named: member.name, clock, into: &rendered)
    } catch {
      rendered.add(error, id: id, path: path, stage: "read")
    }
    return rendered
  }

  /// - Parameter name: of the file that they are from, with its folders.
  private func render(
    _ documents: [SourceDocument], named name: String, _ clock: ContinuousClock, into rendered: inout RenderedInput
  ) {
    let fallback = request.namePattern?.metadata(of: name)
    for var document in Self.distinct(documents) {
      if let fallback { document.fallback = fallback }
      render(document, clock, into: &rendered)
    }
  }

  private func read(
    _ file: InputFile, _ bytes: [UInt8]?, id: String, path: String
  ) throws(DocumentError) -> SourceDocument {
    let diskPath = inputs.diskPath(file)
    let bytes =
      if let bytes {
        try FileBytes.unpacked(bytes, name: diskPath, request.limits)
      } else {
        try FileBytes.read(diskPath, limits: request.limits)
      }
    let name = FileName(diskPath)
    guard name.isRecord else { return SourceDocument(id: id, path: path, bytes: bytes, format: name.format) }
    // A file of several articles, or of other fields than a record's, is the pipeline's to split.
    let opening = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    let container = SourceDocument(id: id, path: path, bytes: bytes)
    guard opening != UInt8(ascii: "[") else { return container }
    let parsed = try Record(bytes)
    guard parsed.hasBody else { return container }
    let record = try parsed.document()
    return SourceDocument(id: id, path: path, bytes: record.bytes, format: record.format, known: record.known)
  }

  private func render(_ document: SourceDocument, _ clock: ContinuousClock, into rendered: inout RenderedInput) {
    let start = clock.now
    do {
      let result = try TimeLimit.run(seconds: request.limits.maxSeconds) { try process(document) }
      let processed = clock.now
      rendered.processing += processed - start
      guard let view = RecordView(result) else {
        throw StageFailure(stage: "write", code: "internal", message: "the pipeline's last stage gives no text")
      }
      let outputs = DocumentOutputs(view, tables: request.tables, options: request.options)
      rendered.add(outputs)
      if request.writesText { rendered.texts.append((view.id, outputs.text)) }
      rendered.rendering += clock.now - processed
    } catch {
      rendered.add(error, id: document.id, path: document.path, stage: "process")
    }
  }

  /// The documents of one container with ids that no two share: of those that do, all but the first get a number.
  private static func distinct(_ documents: [SourceDocument]) -> [SourceDocument] {
    guard documents.count > 1 else { return documents }
    var seen: [String: Int] = [:]
    return documents.map { document in
      let earlier = seen[document.id, default: 0]
      seen[document.id] = earlier + 1
      guard earlier > 0 else { return document }
      return document.renamed("\(document.id)~\(earlier + 1)")
    }
  }
}
