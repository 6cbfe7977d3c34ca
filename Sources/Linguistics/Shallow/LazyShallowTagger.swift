import Documents
import Lexicons
import Synchronization

/// A ``ShallowTagger`` that is made when the first document without tags comes by: a pipeline with `parse` never pays.
public final class LazyShallowTagger: Sendable {
  private let make: @Sendable () -> ShallowTagger
  private let made = Mutex<ShallowTagger?>(nil)

  public init(_ make: @escaping @Sendable () -> ShallowTagger) { self.make = make }

  /// The tags of the document's trees, else shallow ones.
  public func tags(of document: SegmentedArticle) -> [UPOS] {
    if let tags = document.syntax?.tags { return tags }
    let tagger = made.withLock { made in
      let tagger = made ?? make()
      made = tagger
      return tagger
    }
    return tagger.tags(of: document)
  }
}
