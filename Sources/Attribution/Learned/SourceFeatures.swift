import Documents
import Linguistics

/// What tells which noun or pronoun of the sentence is the source of a cue, or that none is.
package struct SourceFeatures {
  private let view: TreeView
  private let cue: Int
  private let content: ContentSpan
  package let heads: [Int]
  private let share: UInt64
  private let lemma: UInt64
  private let cueClass: UInt64
  private let subject: Int?

  package init(_ view: TreeView, cue: Int, content: ContentSpan) {
    self.view = view
    self.cue = cue
    self.content = content
    let sentence = view.sentence(cue)
    let low = max(sentence.lowerBound, cue - 60)
    let high = min(sentence.upperBound, cue + 40)
    var heads: [Int] = []
    for index in low..<max(low, high) where index != cue && !content.contains(index) {
      if view.isPunctuation(index) { continue }
      let relation = view.relation(index)
      switch view.syntax.tags[index] {
      case .noun, .propn, .pron:
        if [.compound, .flat, .fixed, .goeswith].contains(relation) { continue }
      case .adj, .num, .det:
        if ![.nsubj, .nsubjPass, .oblAgent, .obl, .nmod].contains(relation) { continue }
      default: continue
      }
      heads.append(index)
    }
    self.heads = heads
    let (words, quoted) = content.wordCounts(in: view)
    share = quoted == 0 ? 0 : quoted == words ? 2 : 1
    lemma = view.lemmas[cue]
    cueClass = view.cueAtom(cue).cueClass
    subject = view.children(of: cue).first { view.relation($0).base == .nsubj }
  }

  package func fillNone(_ bag: inout FeatureBag) {
    bag.clear()
    bag.add(400)
    bag.add(401, lemma)
    bag.add(402, view.tags[cue])
    bag.add(403, view.frames[cue])
    bag.add(404, view.relations[cue], view.tags[cue])
    bag.add(405, share)
    let subjectAtom = subject.map { view.relations[$0] << 1 | (content.contains($0) ? 1 : 0) } ?? 0
    bag.add(406, subjectAtom, view.tags[cue])
    bag.add(407, subjectAtom, lemma)
    bag.add(408, bin(heads.count))
    bag.add(409, subject.map { view.lemmas[$0] } ?? 0)
    bag.add(410, view.frames[cue], lemma)
    bag.add(411, view.frames[cue], cueClass)
  }

  package func fill(_ bag: inout FeatureBag, _ number: Int) {
    bag.clear()
    let head = heads[number]
    let side: UInt64 = head < cue ? 0 : 1
    let path = path(from: head)
    bag.add(300, path)
    bag.add(301, path, lemma)
    bag.add(302, path, view.tags[cue])
    bag.add(326, path, cueClass)
    bag.add(303, path, view.tags[head])
    bag.add(304, path, view.relations[cue])
    bag.add(305, path, view.entities[head])
    let tag = view.tags[head]
    let relation = view.relations[head]
    bag.add(306, tag, relation)
    bag.add(307, relation, side)
    bag.add(308, view.entities[head], relation)
    bag.add(309, view.lemmas[head])
    bag.add(310, view.lemmas[head], relation)
    bag.add(311, view.lemmas[head], lemma)
    let gap = head < cue ? (head + 1)..<cue : (cue + 1)..<head
    bag.add(312, side, bin(gap.count))
    bag.add(313, side, bin(gap.count), lemma)
    bag.add(314, side, bin(gap.count), tag)
    var commas = 0
    var nominals = 0
    for index in gap {
      if view.words[index] == Symbol.comma { commas += 1 }
      if view.syntax.tags[index].isNominal { nominals += 1 }
    }
    bag.add(315, side, bin(commas), relation)
    bag.add(316, side, bin(nominals), view.tags[cue])
    bag.add(317, view.quotationOf[head] == view.quotationOf[cue] ? 1 : 0, share)
    let headOfHead = view.heads[head]
    bag.add(318, headOfHead >= 0 ? view.lemmas[headOfHead] : 0, relation)
    bag.add(319, subject == head ? 1 : subject == nil ? 2 : 0, relation, view.frames[cue])
    bag.add(320, view.word(head + 1), side)
    bag.add(321, view.word(view.lows[head]), relation)
    let contentSide: UInt64 = content.lowerBound > head ? 1 : 0
    bag.add(322, contentSide, side, relation)
    bag.add(323, path, contentSide, share)
    for child in view.children(of: head) where view.relation(child) == .caseMarker {
      bag.add(324, view.words[child], relation)
      bag.add(325, view.words[child], lemma)
    }
  }

  /// The relations on the way from a word to the cue, up and down, as a hash.
  private func path(from head: Int) -> UInt64 {
    var ups: [Int] = [head]
    var index = head
    while ups.count < 6, view.heads[index] >= 0 {
      index = view.heads[index]
      ups.append(index)
    }
    var down: UInt64 = 0
    var other = cue
    var steps = 0
    while true {
      if let meeting = ups.firstIndex(of: other) {
        var value: UInt64 = 7
        for step in ups[..<meeting] { value = mixed(value ^ view.relations[step]) }
        return mixed(value ^ down &* 31)
      }
      guard steps < 6, view.heads[other] >= 0 else { return 1 }
      down = mixed(down ^ (view.relations[other] | 256))
      other = view.heads[other]
      steps += 1
    }
  }
}
