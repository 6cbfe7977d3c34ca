import Foundation
import TestSupport
import Testing

/// `filter` in a pipeline of a shell.
@Suite struct FilterTests {
  /// The exit status of a command line, in which `"$0"` is the program and `"$1"` a file of records.
  private func status(_ command: String, records: Int) throws -> Int32 {
    let file = try Repository.folder([
      "records.jsonl": (0..<records).map { "{\"id\": \($0), \"text\": \"“We lost,” said Maria Quillon.\"}\n" }.joined()
    ])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; " + command, Program.path, file + "/records.jsonl"]
    process.environment = ProcessInfo.processInfo.environment.merging(["STANDPOINT_HOME": Repository.root]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func aClosedPipeEndsItQuietly() throws {
    #expect(try status(#""$0" filter quotes < "$1" | head -1"#, records: 400) == 0)
    #expect(try status(#""$0" filter quotes < "$1" 2>&1 | head -1"#, records: 400) == 0, "nobody hears the counts")
  }

  @Test func aFullDiskIsNoSuccess() throws {
    #expect(try status(#""$0" filter quotes < "$1" > /dev/full"#, records: 3) == 2)
  }

  /// Each answer comes before the next record is sent.
  @Test func recordsAreAnsweredAtOnce() throws {
    let talk =
      #"coproc "$0" filter quotes; for i in 1 2 3; do sed -n "${i}p" "$1" >&"${COPROC[1]}"; "#
      + #"read -r -t 60 answer <&"${COPROC[0]}" || exit 3; [[ $answer == "{\"id\":$((i - 1)),"* ]] || exit 4; done"#
    #expect(try status(talk, records: 3) == 0)
  }
}
