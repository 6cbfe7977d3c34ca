import ArgumentParser
import Standpoint

/// Which inputs a run takes, what their names say, and how much one may cost.
struct InputOptions: ParsableArguments {
  @Option(
    help: """
      Of the files in folders, read only those that match, whatever their extension: *, ?, [a-z], and ** for any folders; \
      a pattern without / is one of names. May be given several times.
      """, transform: { try Glob($0) })
  var include: [Glob] = []

  @Option(help: "Pass over files and folders that match. May be given several times.", transform: { try Glob($0) })
  var exclude: [Glob] = []

  @Option(
    help: """
      What names of files say of articles that do not say it themselves: {date}_{site}_{title}.txt; also {author}, \
      {section}, {url}, {language}, {genre}, and {_} for what is not wanted.
      """, transform: { try FileNamePattern($0) })
  var metaFromFilename: FileNamePattern?

  @Option(help: "Documents larger than this, unpacked, are rows in errors.jsonl. (default: 67108864)")
  var maxBytes: Int?

  @Option(help: "Documents that take more seconds of processor time than this are rows in errors.jsonl.")
  var maxSeconds: Double?

  func validate() throws {
    guard maxBytes ?? 1 > 0 else { throw ValidationError("--max-bytes must be above 0.") }
    guard maxSeconds ?? 1 > 0 else { throw ValidationError("--max-seconds must be above 0.") }
  }

  func apply(to request: inout RunRequest) {
    request.selection = InputSelection(include: include, exclude: exclude)
    request.namePattern = metaFromFilename
    if let maxBytes { request.limits.maxBytes = maxBytes }
    request.limits.maxSeconds = maxSeconds
  }
}
