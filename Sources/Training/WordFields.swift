import Documents
import Lexicons
import Linguistics
import Stance

/// What words tell by the judgement of people: the fields that each stands in, semantic fields and connotations.
///
/// A file is in the format of lexicons, an entry for each field: its `name`, a `gloss` and the lemmas that are its
/// `members`.
public struct WordFields: Sendable {
  /// The fields' names; their places are their numbers.
  public private(set) var names: [String] = []
  /// The numbers of the fields of each word, by the hash of its lemma.
  private var numbers: [UInt64: [Int32]] = [:]

  public init() {}

  /// - Throws: every entry that cannot be read, among them terms for groups of people, of whom nothing is to be learned.
  public init(_ file: LexiconFile) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    for entry in file.entries {
      func report(_ message: String) {
        problems.append(Diagnostic(file: file.path, line: entry.line, column: entry.column, message))
      }
      guard let name = entry.string("name"), case .list(let members)? = entry.field("members")?.value else {
        report("a field needs a `name:` and a list of `members:`")
        continue
      }
      if names.contains(name) { report("a second field `\(name)`; put their members together") }
      for member in members where GroupWords.contains(hash(of: member.utf8)) {
        report("`\(member)` is a term for a group of people; take it out")
      }
      for member in add(name, members: members) { report("`\(member)` stands twice in `\(name)`; take one out") }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }

  /// Adds a field.
  /// - Returns: the members that it has already.
  @discardableResult
  mutating func add(_ name: String, members: [String]) -> [String] {
    let number = Int32(names.count)
    names.append(name)
    return members.filter { member in
      let word = hash(of: member.utf8)
      if numbers[word]?.last == number { return true }
      numbers[word, default: []].append(number)
      return false
    }
  }

  /// - Parameter word: hash of its lemma.
  func fields(of word: UInt64) -> [Int32] { numbers[word] ?? [] }

  /// All words of all fields, in the order of their hashes.
  var words: [UInt64] { numbers.keys.sorted() }
}
