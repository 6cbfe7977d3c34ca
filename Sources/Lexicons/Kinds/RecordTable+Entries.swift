import Documents

extension RecordTable {
  /// Adds what it makes of an entry, and reports what it cannot read.
  typealias Add = (
    LexiconEntry, inout RecordTable, inout EntryChecker, inout Vocabulary, inout TermIndexBuilder
  ) -> Void

  /// The records and terms of some files: as they were prepared, else made of their entries.
  /// - Throws: every entry that cannot be read.
  static func read(
    _ files: [LexiconFile], _ vocabulary: inout Vocabulary, add: Add
  ) throws(Diagnostics) -> (table: RecordTable, index: TermIndex) {
    var table = RecordTable()
    var builder = TermIndexBuilder()
    for file in files {
      if builder.take(file, into: &table, &vocabulary) { continue }
      var checker = EntryChecker(file)
      for entry in file.entries { add(entry, &table, &checker, &vocabulary, &builder) }
      try checker.finish()
    }
    return (table, builder.index)
  }
}
