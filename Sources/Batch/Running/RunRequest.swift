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
  /// Goes on with what a run that did not end left in the output folder.
  public var resumes = false
  /// The part of the inputs to do; `nil` for all of them, and no index for ``merge(_:into:)``.
  public var shard: Shard?
  /// Of the pipeline with all that it reads: what was made with another one is not gone on with.
  public var pipelineFingerprint = ""
  /// How much work a kill may cost.
  var checkpointInterval = Duration.milliseconds(250)
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
  /// Files read, or tried, and inputs that are missing.
  public var inputs = 0
  /// Rows in `documents.jsonl`.
  public var documents = 0
  /// Rows in `errors.jsonl`.
  public var failed = 0
  public var statements = 0
  public var stances = 0
  /// Of documents.
  public var warnings = 0
  /// Inputs that an earlier run had finished, and that were not done again.
  public var resumed = 0
  public var elapsed = Duration.zero

  init(_ tally: Tally, resumed: Int, elapsed: Duration) {
    self.resumed = resumed
    inputs = tally.inputs
    documents = tally.documents
    failed = tally.failed
    statements = tally.statements
    stances = tally.stances
    warnings = tally.warnings
    self.elapsed = elapsed
  }

  /// 1 if anything failed.
  public var exitStatus: Int32 { failed > 0 ? 1 : 0 }
}
