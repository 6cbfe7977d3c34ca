import Documents
import Outputs

/// Reads one input, runs the pipeline over each document in it, and renders the results.
struct InputRenderer: Sendable {
  let inputs: InputList
  let request: RunRequest
  let process: @Sendable (SourceDocument) throws -> any Document
  let expand: @Sendable (SourceDocument) throws -> [SourceDocument]
  /// What need not be done again.
  let earlier: EarlierRun?

  private var shard: Shard { request.shard ?? .whole }

  /// Whether the item, or a part of it, belongs to this run's shard.
  func concerns(_ item: InputItem) -> Bool {
    switch item.work {
    case .file(let file), .read(let file, _): shard.holds(id: inputs.id(file))
    case .document(let document): shard.holds(id: document.id)
    case .member(_, let id, _): shard.holds(id: id)
    case .failure(let row): shard.holds(id: row.id)
    case .end: true
    }
  }

  /// The rows of the inputs that could not be read at all.
  func render(_ failures: [ErrorRow]) -> RenderedInput {
    var rendered = RenderedInput(tableCount: request.tables.count)
    rendered.inputs = 0
    rendered.key = InputKey.of(failures)
    rendered.isFinished = earlier?.places[rendered.key] != nil
    guard !rendered.isFinished else { return rendered }
    for (item, failure) in failures.enumerated() where shard.holds(id: failure.id) {
      rendered.inputs += 1
      guard !shard.isWhole else {
        rendered.errors.append(failure)
        continue
      }
      var part = RenderedInput(tableCount: request.tables.count)
      part.errors = [failure]
      rendered.add(part, item: item, withTexts: request.writesText)
    }
    return rendered
  }

  func render(_ item: InputItem) -> RenderedInput {
    var rendered = RenderedInput(tableCount: request.tables.count)
    switch item.work {
    case .file(let file): render(file, into: &rendered)
    case .read(let file, let bytes): render(file, bytes: bytes, into: &rendered)
    case .member(let member, let id, let path): render(member, id: id, path: path, into: &rendered)
    case .document(let document):
      rendered.inputs = 0
      rendered.key = InputKey.of(document)
      if !isFinished(&rendered) {
        render([document], named: document.path, ContinuousClock(), into: &rendered)
      }
    case .failure(let row):
      rendered.inputs = 0
      rendered.key = InputKey.of([row])
      if !isFinished(&rendered) { rendered.errors = [row] }
    case .end(let id, let notices):
      rendered.inputs = shard.holds(id: id) ? 1 : 0
      rendered.key = InputKey.ofEnd(id: id)
      rendered.notices = notices
      _ = isFinished(&rendered)
    }
    rendered.input = UInt32(clamping: item.file)
    rendered.part = UInt32(clamping: item.part)
    return rendered
  }

  /// Whether an earlier run has done what has this key.
  private func isFinished(_ rendered: inout RenderedInput) -> Bool {
    rendered.isFinished = earlier?.places[rendered.key] != nil
    return rendered.isFinished
  }

  /// - Parameter bytes: as they stand in the file, if they were read already.
  private func render(_ file: InputFile, bytes: [UInt8]? = nil, into rendered: inout RenderedInput) {
    let clock = ContinuousClock()
    let start = clock.now
    let id = inputs.id(file)
    let path = inputs.path(file)
    do {
      let source = try read(file, bytes, id: id, path: path)
      rendered.reading = clock.now - start
      rendered.key = InputKey.of(source)
      guard !isFinished(&rendered) else { return }
      let documents = try expand(source)
      if documents.first?.bytes == source.bytes, source.format == nil, FileName(inputs.diskPath(file)).isRecord {
        // Nothing was found in it: the record says what it lacks.
        _ = try Record(source.bytes).document()
      }
      render(documents, named: file.relativePath, clock, into: &rendered)
    } catch {
      add(error, id: id, path: path, to: &rendered)
    }
  }

  private func render(_ member: ArchiveMember, id: String, path: String, into rendered: inout RenderedInput) {
    rendered.inputs = 0
    let clock = ContinuousClock()
    let start = clock.now
    do {
      var source = SourceDocument(
        id: id, path: path, bytes: try member.load(), format: member.format, known: member.known,
        warnings: member.warnings)
      source.declaredEncoding = member.encoding
      rendered.reading = clock.now - start
      rendered.key = InputKey.of(source)
      guard !isFinished(&rendered) else { return }
      render(try expand(source), named: member.name, clock, into: &rendered)
    } catch {
      add(error, id: id, path: path, to: &rendered)
    }
  }

  /// An input that cannot be read.
  private func add(_ error: any Error, id: String, path: String, to rendered: inout RenderedInput) {
    if rendered.key == 0 {
      rendered.key = InputKey.of(error, id: id)
      guard !isFinished(&rendered) else { return }
    }
    if shard.holds(id: id) { rendered.add(error, id: id, path: path, stage: "read") }
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
