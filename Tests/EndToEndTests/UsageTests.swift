import Foundation
import TestSupport
import Testing

/// Command lines that cannot be understood.
@Suite struct UsageTests {
  @Test(arguments: [["run"], ["run", "quotes"], ["run", "quotes", "x", "--output", "y", "--jobs", "0"], ["rum"]])
  func endWithTwo(arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said.contains("Error:"))
  }
}
