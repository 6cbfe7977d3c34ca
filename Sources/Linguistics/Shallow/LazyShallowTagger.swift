import Documents
import Lexicons
import Synchronization

/// A ``ShallowTagger`` that is made when the first document without tags comes by: a pipeline with `parse` never pays.
public final class LazyShallowTagger: Sendable {
  private let verbFiles: [LexiconFile]
  private let nameFiles: [LexiconFile]
  private let nounFiles: [LexiconFile]
  private let made = Mutex<ShallowTagger?>(nil)

  /// See ``ShallowTagger``.
  public init(verbFiles: [LexiconFile], nameFiles: [LexiconFile], nounFiles: [LexiconFile]) {
    (self.verbFiles, self.nameFiles, self.nounFiles) = (verbFiles, nameFiles, nounFiles)
  }

  /// Whether it stands on the same files, read once.
  package func stands(on verbs: [LexiconFile], _ names: [LexiconFile], _ nouns: [LexiconFile]) -> Bool {
    verbFiles.elementsEqual(verbs) { $0.isSame(as: $1) } && nameFiles.elementsEqual(names) { $0.isSame(as: $1) }
      && nounFiles.elementsEqual(nouns) { $0.isSame(as: $1) }
  }

  /// The tags of the document's trees, else shallow ones, which are made once a document.
  public func tags(of document: SegmentedArticle) -> [UPOS] {
    if let tags = document.syntax?.tags { return tags }
    return document.memo.value(of: self) {
      let tagger = made.withLock { made in
        let tagger = made ?? ShallowTagger(verbFiles: verbFiles, nameFiles: nameFiles, nounFiles: nounFiles)
        made = tagger
        return tagger
      }
      return tagger.tags(of: document)
    }
  }
}
