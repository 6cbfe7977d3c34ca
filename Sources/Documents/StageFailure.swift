/// What a stage throws to name itself in `errors.jsonl`.
public struct StageFailure: Error, Hashable, Sendable {
  public let stage: String
  /// A stable word for programs: `empty`, `binary`, `no-body` …
  public let code: String
  public let message: String

  public init(stage: String, code: String, message: String) {
    self.stage = stage
    self.code = code
    self.message = message
  }

  /// Any error, as one of a stage; one that says no code is `internal`.
  public init(_ error: any Error, stage: String) {
    switch error {
    case let failure as StageFailure: self = failure
    case let failure as DocumentError: self.init(stage: stage, code: failure.code, message: failure.message)
    default: self.init(stage: stage, code: "internal", message: String(describing: error))
    }
  }
}
