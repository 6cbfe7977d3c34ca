import Synchronization

/// A lexicon file as read, before any kind of lexicon has made sense of its entries.
public struct LexiconFile: Sendable {
  public var path: String
  public var header: LexiconHeader
  /// What the kinds of lexicons make of the file, if that was prepared; then the entries are read only if asked for.
  package let prepared: PreparedLexicon?
  private let contents: Contents

  init(path: String, header: LexiconHeader, entries: EntryStore) {
    self.path = path
    self.header = header
    prepared = nil
    contents = Contents { entries }
  }

  /// - Parameter bytes: gives what the lexicon was prepared from; that it can be read was seen then.
  package init(path: String, prepared: PreparedLexicon, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    header = prepared.header
    self.prepared = prepared
    contents = Contents {
      (try? LexiconReader(path: path, bytes: bytes()).read())?.contents.store ?? EntryBuilder().store()
    }
  }

  public var entries: LexiconEntries { LexiconEntries(contents.store) }

  /// Whether both are one file, read once.
  package func isSame(as other: LexiconFile) -> Bool { contents === other.contents }

  /// Entries that are read when somebody asks for them.
  private final class Contents: Sendable {
    private let made = Mutex<EntryStore?>(nil)
    private let make: @Sendable () -> EntryStore

    init(_ make: @escaping @Sendable () -> EntryStore) { self.make = make }

    var store: EntryStore {
      made.withLock { made in
        let store = made ?? make()
        made = store
        return store
      }
    }
  }
}
