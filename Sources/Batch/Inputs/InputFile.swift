/// The folder that the ids of its files are relative to.
struct InputRoot: Hashable, Sendable {
  /// What stands before a file's relative path: `articles/`, or nothing for the working directory.
  let prefix: String
  /// The folder's own name.
  let name: String
}

/// One file to read: where it is, and how its id is made.
struct InputFile: Sendable {
  /// From the shortest id to the longest: the first that no other file has is taken.
  enum IDForm: UInt8, Comparable, Sendable {
    /// The relative path without known extensions.
    case stem
    /// The relative path.
    case whole
    /// The folder's name and the relative path.
    case foldered
    /// The path as the user wrote it.
    case full
    /// … and a hash of it.
    case hashed

    static func < (a: IDForm, b: IDForm) -> Bool { a.rawValue < b.rawValue }

    var next: IDForm { IDForm(rawValue: rawValue + 1) ?? .hashed }
  }

  /// Index of its ``InputRoot``.
  let root: Int32
  var idForm = IDForm.stem
  let relativePath: String

  static let standardInput = "-"
}
