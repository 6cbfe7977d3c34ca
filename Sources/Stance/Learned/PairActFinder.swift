import Documents
import Linguistics

/// Finds deeds that take a side by the learned weights: somebody is the subject of a verb, somebody else is below it.
struct PairActFinder {
  let pairs: PairScorer
  let finder: ActFinder

  /// At most so many a sentence.
  private static let limit = 3

  private var document: ResolvedArticle { pairs.document }
  private var reading: StanceReading { pairs.reading }
  private var tree: StanceTree { pairs.tree }

  /// Deeds in text order. One that a statement tells of has this statement for its parent, and is only alleged.
  func acts() -> [ActFinder.Act] {
    let taken = document.attributed.statements.flatMap(\.cue)
    var mentions: [(tokens: Range<Int>, target: Int, form: Target.Mention.Form)] = []
    for (number, target) in document.targets.enumerated() {
      mentions += target.mentions.map { (reading.locator.range($0.span), number, $0.form) }
    }
    mentions.sort { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    var found: [ActFinder.Act] = []
    var next = 0
    for sentence in reading.segmented.sentences {
      var inside: [(tokens: Range<Int>, target: Int, form: Target.Mention.Form)] = []
      while next < mentions.count, mentions[next].tokens.lowerBound < sentence.tokens.upperBound {
        if mentions[next].tokens.upperBound <= sentence.tokens.upperBound { inside.append(mentions[next]) }
        next += 1
      }
      guard inside.count >= 2, reading.segmented.kind(of: sentence).isBody else { continue }
      found += acts(of: inside, in: sentence, taken)
    }
    return found
  }

  private func acts(
    of mentions: [(tokens: Range<Int>, target: Int, form: Target.Mention.Form)], in sentence: Sentence, _ taken: [Span]
  ) -> [ActFinder.Act] {
    var found: [ActFinder.Act] = []
    for holder in mentions {
      guard let deed = deed(of: holder.tokens, holder.target, holder.form, in: sentence),
        !finder.isCondition(holder.tokens, in: sentence)
      else { continue }
      for target in mentions where target.target != holder.target && document.targets[target.target].kind != .place {
        let gift = gift(from: target.tokens, to: deed)
        let (doer, done) = gift == nil ? (holder, target) : (target, holder)
        guard let cue = gift ?? cue(of: deed, to: target.tokens, target.form),
          !taken.contains(where: { $0.overlaps(reading.span(cue..<(cue + 1))) }),
          !isSpoken(of: done.tokens, by: doer.target),
          let answer = pairs.answer(holder: doer.tokens, target: done.tokens),
          var act = act(doer.tokens, doer.target, cue, done.tokens, done.target, answer, in: sentence)
        else { continue }
        guard act.statement.modality != .negated else { continue }
        if let parent = parent(of: act.statement) {
          act.statement.parent = parent.id
          if act.statement.modality == .asserted { act.statement.modality = .hedged }
        }
        let threshold = act.statement.parent != nil ? PairScorer.Threshold.told : .done
        guard threshold.isReached(by: answer, to: document.targets[done.target]) else { continue }
        if let known = found.firstIndex(where: { $0.actor == act.actor && $0.target == act.target }) {
          if abs(found[known].answer?.score ?? 0) < abs(answer.score) { found[known] = act }
        } else {
          found.append(act)
        }
      }
    }
    guard found.count > PairActFinder.limit else { return found }
    let strengths = found.map { abs($0.answer?.score ?? 0) }.sorted(by: >)
    return Array(found.filter { abs($0.answer?.score ?? 0) >= strengths[PairActFinder.limit - 1] })
  }

  /// The smallest statement whose content tells of a deed.
  private func parent(of act: Statement) -> Statement? {
    guard let cue = act.cue.first else { return nil }
    return document.attributed.statements.filter { statement in
      statement.kind != .authorial && statement.kind != .act && statement.content.contains { $0.contains(cue) }
    }.min { $0.content.reduce(0) { $0 + $1.count } < $1.content.reduce(0) { $0 + $1.count } }
  }

  /// Whether a statement of the doer's speaks of the target there: then that statement has the row.
  private func isSpoken(of target: Range<Int>, by holder: Int) -> Bool {
    let span = reading.span(target)
    return document.attributed.statements.indices.contains { index in
      let speaker = document.links[index].speaker
      return document.speakers.indices.contains(speaker) && document.speakers[speaker].id == document.targets[holder].id
        && document.attributed.statements[index].content.contains { $0.contains(span) }
    }
  }

  /// The verb whose doer a mention is.
  private struct Deed {
    var verb: Int
    var isPassive: Bool
  }

  private func deed(
    of mention: Range<Int>, _ number: Int, _ form: Target.Mention.Form, in sentence: Sentence
  ) -> Deed? {
    let target = document.targets[number]
    guard ActFinder.canAct(target), let noun = pairs.noun(of: mention) else { return nil }
    // *the Norwegian* is somebody from Norway.
    if form == .demonym, tree.fineTags[noun] != .nns, tree.fineTags[noun] != .nnps { return nil }
    // A date line: *HARBOUR CITY (Example News) —*.
    if mention.lowerBound == sentence.tokens.lowerBound, mention.upperBound < sentence.tokens.upperBound,
      reading.tags[mention.upperBound] == .punct, !reading.token(mention.upperBound, is: ",")
    {
      return nil
    }
    var index = noun
    for _ in 0..<5 {
      guard let parent = tree.parent(index) else { return nil }
      switch tree.relations[index] {
      case .nsubj:
        // *Quillon is critical of Tarnov* is no deed of a verb, and tells as much.
        switch reading.tags[parent] {
        case .verb, .adj, .noun: return Deed(verb: parent, isPassive: false)
        default: return nil
        }
      // *Quillon’s criticism of Tarnov*
      case .nmodPoss: return reading.tags[parent] == .noun ? Deed(verb: parent, isPassive: false) : nil
      case .oblAgent: return reading.tags[parent] == .verb ? Deed(verb: parent, isPassive: true) : nil
      case .conj, .flat, .nmodDesc: index = parent
      default: return nil
      }
    }
    return nil
  }

  /// The object of a deed that comes from somebody else: in *Quillon drew criticism from Tarnov* Tarnov is the doer.
  private func gift(from mention: Range<Int>, to deed: Deed) -> Int? {
    guard !deed.isPassive else { return nil }
    var index = tree.head(of: mention)
    for _ in 0..<4 {
      guard let parent = tree.parent(index) else { return nil }
      switch tree.relations[index] {
      case .conj, .flat, .appos, .nmodDesc: index = parent
      case .nmod, .obl:
        let object = parent == deed.verb ? tree.children(of: parent).first { tree.relations[$0] == .obj } : parent
        guard let object, tree.relations[object] == .obj, tree.parent(object) == deed.verb else { return nil }
        let comes = tree.children(of: index).contains { child in
          guard tree.relations[child] == .caseMarker else { return false }
          return reading.token(child, is: "from") || reading.token(child, is: "by")
            || reading.token(child, is: "of") && isBacking(object, of: deed)
        }
        return comes ? object : nil
      default: return nil
      }
    }
    return nil
  }

  /// *has the support of Tarnov*, *won the trust of Tarnov*
  private func isBacking(_ object: Int, of deed: Deed) -> Bool {
    guard let lemmas = reading.segmented.syntax?.lemmas else { return false }
    return ["have", "win", "enjoy", "gain", "earn", "get", "receive", "secure", "lose"].contains(lemmas[deed.verb])
      && ["support", "backing", "endorsement", "blessing", "trust", "confidence", "approval"].contains(lemmas[object])
  }

  /// The verb nearest above a target that is below a deed.
  private func cue(of deed: Deed, to target: Range<Int>, _ form: Target.Mention.Form) -> Int? {
    guard let noun = pairs.noun(of: target) else { return nil }
    let head = tree.head(of: target)
    // *Quillon praised her allies*: her own, as often as not.
    if form == .pronoun, tree.relations[head] == .nmodPoss { return nil }
    if deed.isPassive {
      return tree.relations[noun] == .nsubjPass && tree.parent(noun) == deed.verb ? deed.verb : nil
    }
    guard noun > deed.verb else { return nil }
    var index = noun
    var verb: Int?
    var isInClause = false
    for _ in 0..<6 {
      if tree.relations[index].beginsClause, tree.relations[index] != .xcomp { isInClause = true }
      guard let parent = tree.parent(index) else { return nil }
      // In *the union’s chair, Tarnov* the noun is the name itself.
      if parent == deed.verb, tree.relations[index] == .appos { return nil }
      if verb == nil, reading.tags[parent] == .verb { verb = parent }
      if parent == deed.verb { return isInClause ? parent : verb ?? parent }
      index = parent
    }
    return nil
  }

  private func act(
    _ holder: Range<Int>, _ actor: Int, _ cue: Int, _ mention: Range<Int>, _ target: Int, _ answer: StanceAnswer,
    in sentence: Sentence
  ) -> ActFinder.Act? {
    var end = sentence.tokens.upperBound
    while end > cue + 1, reading.tags[end - 1] == .punct { end -= 1 }
    let content = mention.lowerBound > cue ? (cue + 1)..<end : mention.lowerBound..<cue
    guard !content.isEmpty, content.contains(mention.lowerBound) else { return nil }
    // In *Tarnov was praised by Quillon* what tells of the modality stands behind the target.
    guard let start = [holder.upperBound, mention.upperBound].filter({ $0 <= cue }).max() else { return nil }
    let between = start..<cue
    let statement = Statement(
      documentID: document.id, kind: .act, source: [reading.span(holder)], cue: [reading.span(cue..<(cue + 1))],
      content: [reading.span(content)], modality: finder.modality(between: between), confidence: 0.6, rule: "act-pair",
      cueLemma: reading.segmented.syntax?.lemmas[cue] ?? "")
    return ActFinder.Act(
      statement: statement, actor: actor, target: target, hit: nil, answer: answer, mentions: [reading.span(mention)])
  }
}
