import Documents
import ModelFiles

/// The learned weights of tagger, parser, lemmatiser and named-entity tagger, mapped from one file and shared by
/// all threads. See `Models/english.md` for what it was learned from.
public final class LinguisticModel: Sendable {
  /// What `standpoint-train` wrote into the file: name and version, such as `english 1`.
  public let version: String

  let file: ModelFile
  let words: WordTable
  let tagSet: TagSet
  let tagger: SparseTable
  let structure: LineTable
  let labels: SparseTable
  let sureLabels: SureLabels
  let masks: LabelMasks
  let lemmas: LemmaTable?
  let entities: SparseTable?

  /// Maps and checks a model file. Throws a ``Diagnostic`` if it is missing, damaged, truncated or of another version.
  public convenience init(contentsOf path: String) throws { try self.init(ModelFile(path: path)) }

  package init(_ file: ModelFile) throws {
    self.file = file
    guard file.features == FeatureStamp.syntax else { throw file.otherFeatures(FeatureStamp.syntax) }
    func read<T>(_ name: String, _ make: (UnsafeRawBufferPointer) -> T?) throws -> T {
      guard let value = make(try file.section(name)) else { throw file.malformed(name) }
      return value
    }
    version = try file.text("version")
    words = try read("words", WordTable.init)
    tagSet = try read("tags", TagSet.init)
    tagger = try read("tagger", SparseTable.init)
    structure = try read("structure", LineTable.init)
    labels = try read("labels", SparseTable.init)
    let tags = tagSet.tags.count
    sureLabels = try read("sure-labels") { SureLabels($0, tags: tags) }
    masks = try read("label-masks", LabelMasks.init)
    lemmas = file.has("lemmas") ? try read("lemmas", LemmaTable.init) : nil
    entities = file.has("entities") ? try read("entities", SparseTable.init) : nil
    guard tagger.answers == tagSet.tags.count, labels.answers == Relation.allCases.count,
      entities.map({ $0.answers == EntityTagger.answers }) ?? true
    else { throw file.malformed("tags") }
  }
}

/// Which relations occur leftwards and rightwards in the treebanks.
package struct LabelMasks: Sendable {
  package var left: UInt64
  package var right: UInt64

  package init(left: UInt64, right: UInt64) {
    self.left = left
    self.right = right
  }

  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == 16 else { return nil }
    left = section.load(as: UInt64.self)
    right = section.load(fromByteOffset: 8, as: UInt64.self)
    let all: UInt64 = (1 << UInt64(Relation.allCases.count)) - 1
    guard left & all == left, right & all == right, left != 0, right != 0 else { return nil }
  }

  package var section: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: left)
    bytes.append(littleEndian: right)
    return bytes
  }

  /// The best-scored relation of a direction, and how far it is ahead of the next.
  @inline(__always)
  package func best(_ scores: UnsafePointer<Int16>, isLeft: Bool) -> (label: UInt8, lead: Int) {
    var open = isLeft ? left : right
    var best: UInt8 = 0
    var bestScore = Int16.min
    var secondScore = Int16.min
    while open != 0 {
      let label = open.trailingZeroBitCount
      open &= open &- 1
      if scores[label] > bestScore {
        secondScore = bestScore
        bestScore = scores[label]
        best = UInt8(truncatingIfNeeded: label)
      } else if scores[label] > secondScore {
        secondScore = scores[label]
      }
    }
    return (best, Int(bestScore) - Int(secondScore))
  }
}
