import Outputs

/// Where a run's rows go, file by file.
protocol OutputSink: Sendable {
  mutating func append(_ rows: RenderedInput) throws
  /// Nothing is in place before this.
  mutating func finish(_ report: RunReport) throws
  func discard()
}

/// The files of a run: `documents.jsonl`, the tables, `errors.jsonl`, `run.json`.
struct OutputFolder: OutputSink {
  private let folder: String
  private var documents: OutputFile
  private var tables: [OutputFile] = []
  private var errors: OutputFile

  /// Makes the folder if it is not there.
  init(_ folder: String, tables: [Table], excel: Bool) throws {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    do {
      try SystemCalls.makeFolder(folder)
    } catch {
      throw BatchError("cannot make the output folder \(folder): \(error.message)")
    }
    documents = try OutputFile(path: self.folder + "documents.jsonl")
    errors = try OutputFile(path: self.folder + "errors.jsonl")
    for table in tables {
      var file = try OutputFile(path: self.folder + table.rawValue)
      var csv = CSVWriter(excel: excel)
      csv.header(table.columns)
      try file.append(csv.bytes)
      self.tables.append(file)
    }
  }

  mutating func append(_ rows: RenderedInput) throws {
    try documents.append(rows.lines)
    for (index, bytes) in rows.tables.enumerated() where tables.indices.contains(index) {
      try tables[index].append(bytes)
    }
    try errors.append(rows.errorLines)
    for (id, text) in rows.texts { try TextFile.write(text, id: id, folder: folder + "text/") }
  }

  mutating func finish(_ report: RunReport) throws {
    var run = try OutputFile(path: folder + "run.json")
    do {
      try run.append(report.json())
      try run.finish()
      try documents.finish()
      try errors.finish()
      for index in tables.indices { try tables[index].finish() }
      // The report comes last: where it is new, all else is.
      for file in [documents] + tables + [errors, run] { try file.publish() }
    } catch {
      run.discard()
      throw error
    }
  }

  func discard() {
    for file in [documents] + tables + [errors] { file.discard() }
  }
}

/// `--output -`: the lines of `documents.jsonl` on standard output, and no other file.
struct StandardOutput: OutputSink {
  mutating func append(_ rows: RenderedInput) throws {
    do {
      try SystemCalls.write(rows.lines, to: 1)
    } catch {
      throw error.isBrokenPipe ? ClosedPipe() as any Error : BatchError("cannot write: \(error.message)")
    }
  }

  mutating func finish(_ report: RunReport) {}
  func discard() {}
}

/// For runs whose documents matter to the caller alone.
struct Nowhere: OutputSink {
  mutating func append(_ rows: RenderedInput) {}
  mutating func finish(_ report: RunReport) {}
  func discard() {}
}

/// Nobody reads standard output any more: the end, and no error.
struct ClosedPipe: Error {}
