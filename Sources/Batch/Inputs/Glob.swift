/// A pattern of paths, as `fnmatch` and shells have it.
///
/// `*` stands for any characters but `/`, `?` for one, `[a-z]` and `[!a-z]` for one of a set, `\` takes the next character
/// as it is, and `**` between slashes stands for any number of folders. A pattern without `/` is one of names, in any
/// folder; letters are compared with case. Matching takes time linear in the path for each `*` of the pattern.
public struct Glob: Hashable, Sendable {
  private enum Token: Hashable {
    case one(Unicode.Scalar)
    case any
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    case star
  }

  /// The pattern of one part of a path; `nil` for `**`.
  private let parts: [[Token]?]

  /// - Throws: ``BatchError`` for a pattern that is none.
  public init(_ pattern: String) throws {
    var pieces = pattern.split(separator: "/", omittingEmptySubsequences: true).map { String($0) }
    guard !pieces.isEmpty else { throw BatchError("the pattern `\(pattern)` is empty") }
    if !pattern.contains("/") { pieces.insert("**", at: 0) }
    parts = try pieces.map { $0 == "**" ? nil : try Self.tokens($0, of: pattern) }
  }

  /// - Parameter path: relative, without `/` at its start or end.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: true).map { Array($0.unicodeScalars) }
    return Self.covers(
      parts.count, names.count, star: { parts[$0] == nil },
      fits: { part, name in parts[part].map { Self.matches($0, names[name]) } ?? false })
  }

  private static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    covers(
      tokens.count, name.count, star: { tokens[$0] == .star },
      fits: { token, scalar in
        switch tokens[token] {
        case .one(let wanted): wanted == name[scalar]
        case .any: true
        case .set(let ranges, let isNegated): ranges.contains { $0.contains(name[scalar]) } != isNegated
        case .star: false
        }
      })
  }

  /// Whether a row of elements, some of which stand for any number of items, covers a row of items. Of several stars only
  /// the last needs to be tried again: what the earlier ones took is enough.
  private static func covers(
    _ elements: Int, _ items: Int, star: (Int) -> Bool, fits: (_ element: Int, _ item: Int) -> Bool
  ) -> Bool {
    var element = 0
    var item = 0
    var retry: (element: Int, item: Int)?
    while item < items {
      if element < elements, star(element) {
        retry = (element, item)
        element += 1
      } else if element < elements, fits(element, item) {
        element += 1
        item += 1
      } else if let last = retry {
        retry = (last.element, last.item + 1)
        element = last.element + 1
        item = last.item + 1
      } else {
        return false
      }
    }
    while element < elements, star(element) { element += 1 }
    return element == elements
  }

  private static func tokens(_ piece: String, of pattern: String) throws -> [Token] {
    var result: [Token] = []
    var rest = Array(piece.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if result.last != .star { result.append(.star) }
      case "?": result.append(.any)
      case "\\":
        guard let next = rest.popFirst() else { throw BatchError("the pattern `\(pattern)` ends in a backslash") }
        result.append(.one(next))
      case "[": result.append(try set(&rest, of: pattern))
      default: result.append(.one(scalar))
      }
    }
    return result
  }

  /// What stands between brackets; `]` right behind the first one is a member.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>, of pattern: String) throws -> Token {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    while let low = rest.popFirst() {
      if low == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
      guard rest.first == "-", let high = rest.dropFirst().first, high != "]" else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst(2)
      guard low <= high else { throw BatchError("the pattern `\(pattern)` has a range that runs backwards") }
      ranges.append(low...high)
    }
    throw BatchError("the pattern `\(pattern)` opens a `[` that it does not close")
  }
}

/// Which files of the folders that are walked a run takes.
public struct InputSelection: Hashable, Sendable {
  /// Only files that one of these matches, whatever their extension; all files of known extension if there is none.
  public var include: [Glob]
  /// No file or folder that one of these matches.
  public var exclude: [Glob]

  public init(include: [Glob] = [], exclude: [Glob] = []) {
    self.include = include
    self.exclude = exclude
  }

  enum Choice { case taken, left, unsaid }

  /// - Parameter path: of a file or folder, relative to the folder that is walked.
  func leavesOut(_ path: String) -> Bool { exclude.contains { $0.matches(path) } }

  func choice(of path: String) -> Choice {
    guard !include.isEmpty else { return .unsaid }
    return include.contains { $0.matches(path) } ? .taken : .left
  }
}
