@_exported import Batch
@_exported import Documents
@_exported import LexiconTools
@_exported import Lexicons
@_exported import Linguistics
@_exported import Outputs
@_exported import Pipelines

/// The version of the program and the library, as `--version` and `run.json` give it.
public let standpointVersion = "0.1.0"
