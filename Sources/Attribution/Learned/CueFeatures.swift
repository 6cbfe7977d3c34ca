import Documents
import Linguistics

/// What tells whether a word introduces an attribution.
package struct CueFeatures {
  let view: TreeView

  package init(_ view: TreeView) { self.view = view }

  /// Which words may be cues at all: 0 for none, 1 for a verb, 2 for a colon, *according* and what the cue lexicon
  /// lists, 3 for words that pass only if the model's gate knows them.
  package func kind(of index: Int) -> Int {
    switch view.syntax.tags[index] {
    case .verb: return 1
    case .noun, .adj, .aux, .adv, .sconj, .adp:
      if view.isPunctuation(index) { return 0 }
      return isAccording(index) || view.cueAtom(index).fitsContentWord ? 2 : 3
    case .punct, .sym: return view.words[index] == Symbol.colon ? 2 : 0
    default: return 0
    }
  }

  private func isAccording(_ index: Int) -> Bool {
    view.words[index] == Symbol.according || view.words[index] == Symbol.per
  }

  /// The name under which a word's lemma stands in the gate.
  package func gate(of index: Int) -> UInt64 {
    mixed(view.lemmas[index] ^ UInt64(view.syntax.tags[index].rawValue) &* 0x9E37_79B9)
  }

  package func fill(_ bag: inout FeatureBag, _ i: Int) {
    bag.clear()
    let lemma = view.lemmas[i]
    let tag = view.tags[i]
    let relation = view.relations[i]
    bag.add(1)
    bag.add(2, lemma)
    bag.add(3, tag)
    bag.add(4, lemma, tag)
    bag.add(5, relation)
    bag.add(6, lemma, relation)
    bag.add(7, tag, relation)
    for offset in [-2, -1, 1, 2] {
      let place = UInt64(bitPattern: Int64(offset))
      bag.add(10, view.word(i + offset), place)
      bag.add(11, view.word(i + offset), place, lemma)
    }
    for offset in [-3, -2, -1, 1, 2, 3] {
      bag.add(12, view.tag(i + offset), UInt64(bitPattern: Int64(offset)))
    }
    bag.add(13, view.word(i + 1), view.word(i + 2))
    bag.add(14, view.tag(i - 1), view.tag(i + 1), tag)
    bag.add(15, view.tag(i + 1), view.tag(i + 2), lemma)
    addChildren(&bag, i, lemma, tag)
    bag.add(20, view.frames[i])
    bag.add(21, view.frames[i], lemma)
    bag.add(22, view.frames[i], tag)
    let head = view.heads[i]
    let headLemma = head >= 0 ? view.lemmas[head] : 0
    bag.add(23, headLemma, relation)
    bag.add(24, head >= 0 ? view.tags[head] : 0, relation)
    bag.add(25, headLemma, lemma)
    addQuotations(&bag, i, lemma)
    let atom = view.cueAtom(i)
    bag.add(70, atom.cueClass)
    bag.add(71, atom.cueClass, tag, relation)
    bag.add(72, atom.strength, view.frames[i])
    bag.add(73, atom.takes, view.frames[i])
    bag.add(74, atom.strength, tag)
  }

  private func addChildren(_ bag: inout FeatureBag, _ i: Int, _ lemma: UInt64, _ tag: UInt64) {
    var hasSubject = false
    for child in view.children(of: i) {
      let side: UInt64 = child < i ? 1 : 2
      let relation = view.relations[child]
      bag.add(30, relation, side)
      bag.add(31, relation, side, lemma)
      switch view.relation(child) {
      case .nsubj, .nsubjPass, .nsubjOuter:
        hasSubject = true
        bag.add(32, view.lemmas[child])
        bag.add(33, view.entities[child], side)
        bag.add(34, view.tags[child], side, tag)
        bag.add(35, view.lemmas[child], lemma)
        bag.add(36, view.entities[child], lemma)
      case .ccomp, .xcomp, .advcl, .acl, .parataxis, .csubj, .aclRelcl:
        var mark: UInt64 = 0
        var hasAuxiliary: UInt64 = 0
        for grandchild in view.children(of: child) {
          if view.relation(grandchild) == .mark { mark = view.words[grandchild] }
          if view.relation(grandchild).base == .aux || view.relation(grandchild) == .cop { hasAuxiliary = 1 }
        }
        bag.add(37, relation, view.tags[child], side)
        bag.add(38, relation, mark, side)
        bag.add(39, relation, mark, lemma)
        bag.add(40, relation, hasAuxiliary, side)
      case .obj, .iobj:
        bag.add(41, view.lemmas[child])
        bag.add(42, view.lemmas[child], lemma)
        bag.add(43, view.entities[child], lemma)
      case .obl, .nmod, .oblAgent, .nmodPoss:
        for grandchild in view.children(of: child) where view.relation(grandchild) == .caseMarker {
          bag.add(44, view.words[grandchild], relation)
          bag.add(45, view.words[grandchild], lemma)
        }
        bag.add(46, view.lemmas[child], relation)
      case .advmod, .aux, .auxPass, .cop, .mark, .det, .caseMarker, .compoundPrt:
        bag.add(47, view.words[child], relation)
        bag.add(48, view.words[child], lemma)
      default: break
      }
    }
    bag.add(49, hasSubject ? 1 : 0, lemma)
  }

  private func addQuotations(_ bag: inout FeatureBag, _ i: Int, _ lemma: UInt64) {
    let isInside: UInt64 = view.quotationOf[i] >= 0 ? 1 : 0
    let sentence = view.sentence(i)
    bag.add(50, isInside)
    bag.add(51, isInside, lemma)
    let words = view.wordCount(sentence)
    let quoted = view.quotedCount(sentence)
    let share: UInt64 = quoted == 0 ? 0 : quoted == words ? 2 : 1
    bag.add(52, share, isInside)
    bag.add(53, share, isInside, lemma)
    let (left, right) = nearest(i)
    bag.add(54, left, isInside)
    bag.add(55, right, isInside)
    bag.add(56, left, right, lemma)
    bag.add(57, left, lemma)
    bag.add(58, right, lemma)
    bag.add(59, bin(i - sentence.lowerBound), view.tags[i])
    bag.add(60, bin(sentence.upperBound - 1 - i), view.tags[i])
    bag.add(61, UInt64(view.document.article.blocks[max(0, view.block(i))].kind == .headline ? 1 : 0), lemma)
  }

  /// Distance and length of the nearest quotation on each side, in the paragraph, at most 30 tokens away.
  private func nearest(_ i: Int) -> (left: UInt64, right: UInt64) {
    var left: UInt64 = 0
    var right: UInt64 = 0
    let block = view.block(i)
    let own = view.quotationOf[i]
    var j = i - 1
    while j >= 0, j > i - 30 {
      if view.quotationOf[j] >= 0, view.quotationOf[j] != own {
        if view.block(j) == block {
          left = (bin(i - j) + 1) << 8 | bin(view.wordCount(view.quotations[view.quotationOf[j]])) / 2
        }
        break
      }
      j -= 1
    }
    j = i + 1
    while j < view.count, j < i + 30 {
      if view.quotationOf[j] >= 0, view.quotationOf[j] != own {
        if view.block(j) == block {
          right = (bin(j - i) + 1) << 8 | bin(view.wordCount(view.quotations[view.quotationOf[j]])) / 2
        }
        break
      }
      j += 1
    }
    return (left, right)
  }
}
