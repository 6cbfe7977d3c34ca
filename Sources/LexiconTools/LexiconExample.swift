import Documents
import Lexicons

/// An example that an entry carries: `Sailors paid tribute to the pilots => the pilots favor`.
public struct LexiconExample: Sendable {
  public var text: Text
  /// The first place where the text names the target.
  public var target: Span
  public var expected: Stance.Side
  public var line: Int

  /// The examples of a lexicon in the order of the file.
  /// - Throws: every example that cannot be read.
  public static func all(in file: LexiconFile) throws(Diagnostics) -> [LexiconExample] {
    var examples: [LexiconExample] = []
    var problems: [Diagnostic] = []
    for entry in file.entries {
      guard let field = entry.field("examples") else { continue }
      for written in entry.list("examples") {
        do throws(Diagnostic) {
          examples.append(try LexiconExample(written, file: file.path, line: field.line, column: field.column))
        } catch {
          problems.append(error)
        }
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return examples
  }

  init(_ written: String, file: String, line: Int, column: Int) throws(Diagnostic) {
    func problem(_ message: String) -> Diagnostic { Diagnostic(file: file, line: line, column: column, message) }
    guard let arrow = written.range(of: "=>") else {
      throw problem("an example is `sentence => target favor`; `\(written)` has no `=>`")
    }
    let sentence = written[..<arrow.lowerBound].split(separator: " ").joined(separator: " ")
    let words = written[arrow.upperBound...].split(separator: " ")
    guard let side = words.last.flatMap({ Stance.Side(rawValue: String($0)) }), words.count > 1 else {
      throw problem("behind `=>` stand the target and favor, against or neutral")
    }
    let target = words.dropLast().joined(separator: " ")
    let bytes = Array(sentence.utf8)
    let wanted = Array(target.utf8)
    guard wanted.count <= bytes.count,
      let start = (0...(bytes.count - wanted.count)).first(where: { bytes[$0...].starts(with: wanted) })
    else { throw problem("the sentence does not hold its target `\(target)`") }
    text = Text(sentence)
    self.target = Span(start, start + wanted.count)
    expected = side
    self.line = line
  }
}
