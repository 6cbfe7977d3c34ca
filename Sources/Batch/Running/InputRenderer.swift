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

  /// Whether the file, or a part of it, belongs to this run's shard.
  func concerns(_ file: InputFile) -> Bool { shard.holds(id: inputs.id(file)) || isDivided(file) }

  /// Whether shards divide the documents of a file between them: those of files that may hold a million.
  private func isDivided(_ file: InputFile) -> Bool {
    !shard.isWhole && DividedFiles.contains(path: inputs.diskPath(file))
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

  /// - Parameter number: of the file in the list of all, counted from 1.
  func render(_ file: InputFile, number: Int) -> RenderedInput {
    var rendered = RenderedInput(tableCount: request.tables.count)
    rendered.input = UInt32(clamping: number)
    let clock = ContinuousClock()
    let start = clock.now
    let id = inputs.id(file)
    let path = inputs.path(file)
    do {
      let source = try read(file, id: id, path: path)
      rendered.reading = clock.now - start
      rendered.key = InputKey.of(source)
      if earlier?.places[rendered.key] != nil {
        rendered.isFinished = true
        return rendered
      }
      let documents = try expand(source)
      if documents.first?.bytes == source.bytes, source.format == nil, FileName(inputs.diskPath(file)).isRecord {
        // Nothing was found in it: the record says what it lacks.
        _ = try Record(source.bytes).document()
      }
      let isDivided = isDivided(file)
      for (item, document) in Self.distinct(documents).enumerated() {
        guard isDivided else {
          render(document, clock, into: &rendered)
          continue
        }
        guard shard.holds(id: document.id) else { continue }
        var part = RenderedInput(tableCount: request.tables.count)
        render(document, clock, into: &part)
        rendered.add(part, item: item, withTexts: request.writesText)
      }
    } catch {
      if rendered.key == 0 { rendered.key = InputKey.of(error, id: id) }
      if shard.holds(id: id) { rendered.add(error, id: id, path: path, stage: "read") }
    }
    if !shard.holds(id: id) { rendered.inputs = 0 }
    return rendered
  }

  private func read(_ file: InputFile, id: String, path: String) throws(DocumentError) -> SourceDocument {
    let isStandardInput = inputs.isStandardInput(file)
    let diskPath = inputs.diskPath(file)
    let bytes =
      try isStandardInput
      ? FileBytes.readStandardInput(limits: request.limits) : FileBytes.read(diskPath, limits: request.limits)
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
      let result = try process(document)
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
      return SourceDocument(
        id: "\(document.id)~\(earlier + 1)", path: document.path, bytes: document.bytes, format: document.format,
        known: document.known, warnings: document.warnings)
    }
  }
}
