import Documents
import Outputs

/// All that a run is asked for, but for what its pipeline does.
public struct RunRequest: Sendable {
  public enum Output: Hashable, Sendable {
    /// A folder, made if it is not there.
    case folder(String)
    /// The lines of `documents.jsonl`, and nothing else.
    case standardOutput
    /// Nowhere: the caller's pipeline keeps what it wants to know.
    case nowhere

    var folder: String? {
      switch self {
      case .folder(let path): path
      case .standardOutput, .nowhere: nil
      }
    }
  }

  /// Files, folders, and `-` for standard input.
  public var inputs: [String]
  /// A file of paths, one a line, or `-`.
  public var filesFrom: String?
  /// Which files of folders are read.
  public var selection = InputSelection()
  /// What names of files say of articles that do not say it themselves.
  public var namePattern: FileNamePattern?
  public var output: Output
  /// The CSV tables to write; none for `--format jsonl`.
  public var tables: [Table]
  public var options: OutputOptions
  /// Writes each document's text as `text/ID.txt` into the output folder.
  public var writesText: Bool
  public var jobs: Int
  public var limits: ReadLimits
  /// What the caller knows of the run: versions, lexicons, models. The run adds the rest.
  public var report: RunReport

  public init(
    inputs: [String], filesFrom: String? = nil, output: Output, tables: [Table], options: OutputOptions = .init(),
    writesText: Bool = false, jobs: Int, limits: ReadLimits = ReadLimits(), report: RunReport
  ) {
    self.inputs = inputs
    self.filesFrom = filesFrom
    self.output = output
    self.tables = tables
    self.options = options
    self.writesText = writesText
    self.jobs = jobs
    self.limits = limits
    self.report = report
  }
}

/// What a run tells while it goes on, from one thread at a time.
public enum RunEvent: Sendable {
  /// How many of the inputs are done.
  case progress(done: Int, of: Int)
  case failed(ErrorRow)
  /// For people.
  case warning(String)
}

/// How a run went.
public struct RunSummary: Sendable {
  /// Files read, or tried.
  public var inputs = 0
  /// Rows in `documents.jsonl`.
  public var documents = 0
  /// Rows in `errors.jsonl`.
  public var failed = 0
  public var statements = 0
  public var stances = 0
  /// Of documents.
  public var warnings = 0
  public var elapsed = Duration.zero

  /// 1 if anything failed.
  public var exitStatus: Int32 { failed > 0 ? 1 : 0 }
}
