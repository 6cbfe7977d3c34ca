import Documents
import Linguistics

/// What tells which of a cue's candidates is its content, or that none is.
package struct ContentFeatures {
  private let view: TreeView
  package let cue: Int
  package let spans: [ContentSpan]
  private let phrase: Range<Int>
  private let sentence: Range<Int>
  private let lemma: UInt64
  private let tag: UInt64
  private let relation: UInt64
  private let frame: UInt64
  private let isInside: UInt64
  private let hasQuotation: UInt64
  /// The cue's class in the lexicon: knows of cues that training did not meet.
  private let cueClass: UInt64

  private let cues: LikelyCues

  package init(_ view: TreeView, cue: Int, among cues: LikelyCues) {
    self.cues = cues
    self.view = view
    self.cue = cue
    let candidates = ContentCandidates(view, cue: cue)
    spans = candidates.spans
    phrase = candidates.phrase
    sentence = view.sentence(cue)
    lemma = view.lemmas[cue]
    tag = view.tags[cue]
    relation = view.relations[cue]
    frame = view.frames[cue]
    cueClass = view.cueAtom(cue).cueClass
    isInside = view.quotationOf[cue] >= 0 ? 1 : 0
    let words = view.wordCount(sentence)
    let quoted = view.quotedCount(sentence)
    hasQuotation = quoted == 0 ? 0 : quoted == words ? 2 : 1
  }

  /// The features of "no attribution here".
  package func fillNone(_ bag: inout FeatureBag) {
    bag.clear()
    let probability = UInt64(max(0, min(19, cues.probability(of: cue) * 20)))
    bag.add(200)
    bag.add(201, probability)
    bag.add(202, probability, tag)
    bag.add(203, probability, hasQuotation, isInside)
    bag.add(204, lemma)
    bag.add(205, frame)
    bag.add(206, frame, tag)
    bag.add(207, lemma, probability / 4)
    bag.add(208, relation, tag)
    bag.add(209, hasQuotation, lemma)
    bag.add(210, probability, relation)
    bag.add(211, bin(spans.count))
    bag.add(212, cueClass, probability / 4)
    var around = LikelyCues.Inside()
    cues.add(sentence, beside: cue, in: view, to: &around)
    bag.add(213, bin(around.strong), around.hasLikelier ? 1 : 0, probability)
    var above: UInt64 = 0
    var up = view.heads[cue]
    var steps = 0
    while up >= 0, steps < 8, above == 0 {
      if cues.probability(of: up) > 0.5 { above = UInt64(steps + 1) }
      up = view.heads[up]
      steps += 1
    }
    bag.add(214, above, relation, probability / 2)
    bag.add(215, above, lemma)
  }

  package func fill(_ bag: inout FeatureBag, _ number: Int) {
    bag.clear()
    let span = spans[number]
    let low = span.lowerBound
    let high = span.upperBound
    let (words, quoted) = span.wordCounts(in: view)
    let share: UInt64 = quoted == 0 ? 0 : quoted == words ? 3 : quoted * 2 > words ? 2 : 1
    let side: UInt64 = span.second != nil ? (low > cue ? 3 : high <= cue ? 4 : 2) : low > cue ? 1 : 0
    bag.add(100, share, side)
    for index in 0..<span.kinds.count {
      let kind = span.kinds[index]
      bag.add(101, kind)
      bag.add(102, kind, lemma)
      bag.add(103, kind, tag, relation)
      bag.add(170, kind, cueClass)
      bag.add(104, kind, frame)
      bag.add(105, kind, share, isInside)
      bag.add(106, kind & 0xFF_00FF, side, hasQuotation)
    }
    bag.add(107, UInt64(span.kinds.count), side)
    bag.add(108, side, frame)
    bag.add(109, side, lemma)
    bag.add(110, side, tag, relation)
    bag.add(111, bin(words), side)
    bag.add(112, bin(words), share)
    bag.add(113, bin(words), lemma)
    bag.add(114, share, lemma, side)
    bag.add(171, side, cueClass, share)
    bag.add(115, share, hasQuotation, isInside)
    addEdges(&bag, span, side)
    addPlace(&bag, span, side, share)
    addMarks(&bag, span, share, side)
    addHeads(&bag, span, side)
    addCues(&bag, span, side, share)
  }

  /// The other cues in the span and between it and its own: a content holds another's attribution seldom.
  private func addCues(_ bag: inout FeatureBag, _ span: ContentSpan, _ side: UInt64, _ share: UInt64) {
    var inside = LikelyCues.Inside()
    cues.add(span.first, beside: cue, in: view, to: &inside)
    if let second = span.second { cues.add(second, beside: cue, in: view, to: &inside) }
    let strong = UInt64(min(2, inside.strong))
    let likelier: UInt64 = inside.hasLikelier ? 1 : 0
    bag.add(180, strong, share, side)
    bag.add(181, strong << 1 | likelier, span.kinds[0] & 0xFF, side)
    bag.add(182, strong, UInt64(min(3, inside.weak)), side)
    bag.add(183, likelier, share, side)
    bag.add(184, UInt64(min(2, inside.quoted)), share)
    var between = LikelyCues.Inside()
    let gap = span.lowerBound > cue ? (cue + 1)..<span.lowerBound : min(span.upperBound, cue)..<cue
    cues.add(gap, beside: cue, in: view, to: &between)
    bag.add(185, UInt64(min(2, between.strong)) << 1 | (between.hasLikelier ? 1 : 0), side, share)
  }

  private func addEdges(_ bag: inout FeatureBag, _ span: ContentSpan, _ side: UInt64) {
    let low = span.lowerBound
    let high = span.upperBound
    bag.add(120, view.words[low], side)
    bag.add(121, view.words[low], lemma)
    bag.add(122, view.tags[low], side)
    bag.add(172, view.words[low], cueClass)
    bag.add(123, view.tags[low], lemma)
    bag.add(124, view.word(low - 1), side)
    bag.add(125, view.word(low - 1), view.words[low])
    bag.add(126, view.tag(low - 1), view.tags[low], side)
    bag.add(127, view.words[high - 1])
    bag.add(128, view.tags[high - 1], side)
    bag.add(129, view.word(high), side)
    bag.add(130, view.tag(high), view.tags[high - 1])
    bag.add(131, view.word(high), lemma)
    bag.add(132, view.tag(high), view.tag(high + 1), side)
    bag.add(133, view.tags[low], view.tag(low + 1), side)
    bag.add(134, view.word(low - 1), lemma)
    if let second = span.second {
      bag.add(135, view.words[second.lowerBound])
      bag.add(136, view.tags[second.lowerBound], view.word(second.lowerBound - 1))
      bag.add(137, view.tags[span.first.upperBound - 1], view.word(span.first.upperBound))
      bag.add(138, view.tags[second.lowerBound], lemma)
    }
    bag.add(139, low == sentence.lowerBound ? 1 : 0, high >= sentence.upperBound - 1 ? 1 : 0, side)
  }

  private func addPlace(_ bag: inout FeatureBag, _ span: ContentSpan, _ side: UInt64, _ share: UInt64) {
    let gap = span.lowerBound > cue ? (cue + 1)..<span.lowerBound : min(span.upperBound, cue)..<cue
    bag.add(140, bin(gap.count), side)
    bag.add(141, bin(gap.count), share, side)
    bag.add(142, bin(gap.count), lemma)
    var commas = 0
    var between: UInt64 = 0
    for index in gap.prefix(60) {
      if view.words[index] == Symbol.comma { commas += 1 }
      if gap.count <= 4 { between = mixed(between ^ view.tags[index]) }
    }
    bag.add(143, bin(commas), side)
    if gap.count <= 4 {
      bag.add(144, between, side, tag)
      bag.add(145, between, side, lemma)
    }
    let phraseGap =
      span.lowerBound > cue ? span.lowerBound - phrase.upperBound : phrase.lowerBound - span.upperBound
    bag.add(146, bin(phraseGap + 1), side)
    var subject: UInt64 = 0
    for child in view.children(of: cue) {
      if view.relation(child).base == .nsubj, span.contains(child) { subject = view.relations[child] }
    }
    bag.add(147, subject, lemma)
    bag.add(148, subject, tag, side)
  }

  private func addMarks(_ bag: inout FeatureBag, _ span: ContentSpan, _ share: UInt64, _ side: UInt64) {
    var cuts: UInt64 = 0
    let low = view.quotationOf[span.lowerBound]
    if low >= 0, low != view.quotationOf[cue], view.quotations[low].lowerBound < span.lowerBound { cuts |= 1 }
    let high = view.quotationOf[span.upperBound - 1]
    if high >= 0, high != view.quotationOf[cue], view.quotations[high].upperBound > span.upperBound + 1 { cuts |= 2 }
    bag.add(150, cuts, side)
    bag.add(151, cuts, share, isInside)
    var unused: UInt64 = 0
    if hasQuotation == 1, isInside == 0 {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let quotation = view.quotationOf[index]
        guard quotation >= 0 else {
          index += 1
          continue
        }
        if !span.contains(max(index, min(view.quotations[quotation].lowerBound + 1, view.count - 1))) {
          unused |= index > cue ? 1 : 2
        }
        index = max(index + 1, view.quotations[quotation].upperBound)
      }
    }
    bag.add(152, unused, share, side)
    bag.add(153, unused, lemma)
    let first = view.sentenceOf[span.lowerBound]
    let last = view.sentenceOf[span.upperBound - 1]
    bag.add(154, bin(last - first), share)
    bag.add(155, bin(abs(first - view.sentenceOf[cue])), bin(abs(last - view.sentenceOf[cue])), share)
    bag.add(156, view.quotationOf[span.lowerBound] == view.quotationOf[cue] ? 1 : 0, isInside, side)
  }

  /// How the span hangs in the tree: how many of its words have heads outside, and what the first of them is.
  private func addHeads(_ bag: inout FeatureBag, _ span: ContentSpan, _ side: UInt64) {
    var outside = 0
    var head = -1
    func look(_ range: Range<Int>) {
      for index in range.prefix(120) where !span.contains(view.heads[index]) && !view.isPunctuation(index) {
        outside += 1
        if head < 0 || view.heads[index] == cue { head = index }
      }
    }
    look(span.first)
    if let second = span.second { look(second) }
    bag.add(160, bin(outside), side)
    bag.add(161, bin(outside), span.second == nil ? 0 : 1, tag)
    guard head >= 0 else { return }
    let attached: UInt64 = view.heads[head] == cue ? 1 : view.heads[cue] == head ? 2 : view.heads[head] < 0 ? 3 : 0
    bag.add(162, view.relations[head], attached, side)
    bag.add(163, view.relations[head], view.tags[head], side)
    bag.add(164, view.relations[head], lemma, attached)
    bag.add(165, view.lemmas[head], attached)
    bag.add(166, view.tags[head], attached, tag)
    bag.add(167, view.lemmas[head], lemma)
    var hasVerb: UInt64 = 0
    for child in view.children(of: head) where view.relation(child).base == .nsubj { hasVerb = 1 }
    bag.add(168, hasVerb, view.tags[head], side)
    bag.add(169, hasVerb, lemma, side)
  }
}
