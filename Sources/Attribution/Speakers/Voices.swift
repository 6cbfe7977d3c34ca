import Documents
import Lexicons

/// Whose *I* stands outside quotation marks, where the document itself tells: the interviewee's, the orator's, or that of
/// whoever was given the floor by name.
///
/// Of a plain article it says nothing.
struct Voices {
  private struct Turn {
    var block: Int
    var tokens: Range<Int>
    var lastSentence: Range<Int>
    var isQuestion: Bool
    var isFirstPerson: Bool
  }

  private let reading: SpeakerReading
  private let chains: EntityChains
  private let isQuoted: (Int) -> Bool
  private var entityOfBlock: [Int: Int] = [:]

  init(reading: SpeakerReading, chains: EntityChains, isQuoted: @escaping (Int) -> Bool) {
    self.reading = reading
    self.chains = chains
    self.isQuoted = isQuoted
    let turns = turns()
    let body = turns.filter { reading.document.article.blocks[$0.block].kind.isBody }
    giveTheFloor(body)
    guard entityOfBlock.isEmpty else { return }
    let questions = body.count { $0.isQuestion }
    let speaking = body.count { $0.isFirstPerson }
    if questions >= 3, questions * (isCalledInterview ? 12 : 6) >= body.count {
      guard let person = interviewee(turns) else { return }
      for turn in body where !turn.isQuestion { entityOfBlock[turn.block] = person }
    } else if speaking * 3 >= body.count, let person = orator(turns) {
      for turn in body { entityOfBlock[turn.block] = person }
    }
  }

  /// Whose *I* a token is, if it stands outside quotation marks and the document tells.
  func speaker(at token: Int) -> Int? {
    guard !isQuoted(token), let number = reading.document.sentence(ofToken: token) else { return nil }
    return entityOfBlock[reading.document.sentences[number].block]
  }

  private var isCalledInterview: Bool {
    let document = reading.document
    return document.article.metadata.genre == .interview
      || document.sentences.contains { sentence in
        document.kind(of: sentence) == .headline
          && sentence.tokens.contains { reading.token($0, is: "Interview") || reading.token($0, is: "interview") }
      }
  }

  private func turns() -> [Turn] {
    var turns: [Turn] = []
    for sentence in reading.document.sentences {
      let kind = reading.document.kind(of: sentence)
      guard kind.isRead || kind == .caption, let last = sentence.tokens.last else { continue }
      let isFirstPerson = sentence.tokens.contains { !isQuoted($0) && reading.pronoun($0) == .i }
      let isQuestion = reading.token(last, is: "?") && !isQuoted(last)
      if let turn = turns.last, turn.block == sentence.block {
        turns[turns.count - 1].tokens = turn.tokens.lowerBound..<sentence.tokens.upperBound
        turns[turns.count - 1].lastSentence = sentence.tokens
        turns[turns.count - 1].isQuestion = isQuestion
        turns[turns.count - 1].isFirstPerson = turn.isFirstPerson || isFirstPerson
      } else {
        turns.append(
          Turn(
            block: sentence.block, tokens: sentence.tokens, lastSentence: sentence.tokens, isQuestion: isQuestion,
            isFirstPerson: isFirstPerson))
      }
    }
    return turns
  }

  private func people(in range: Range<Int>) -> [(entity: Int, token: Int)] {
    var found: [(entity: Int, token: Int)] = []
    for token in range {
      guard let entity = chains.entity(at: token), chains.entities[entity].isPerson,
        found.last?.entity != entity
      else { continue }
      found.append((entity, token))
    }
    return found
  }

  // MARK: The floor

  /// *Miss Quillon?*, *Mr Ashgrove, please proceed*: the turns that follow are hers or his, by turns with those who ask.
  private mutating func giveTheFloor(_ turns: [Turn]) {
    var holder: Int?
    var isNext = false
    var wasHis = false
    var goesOn = false
    for turn in turns {
      if let holder {
        // What is read out and what follows a colon goes on with the turn before; who says *And* has the floor.
        let isReadOut = turn.tokens.first.map(isQuoted) ?? false
        let isHis = goesOn || isReadOut ? wasHis : isNext || takesUp(turn)
        if isHis { entityOfBlock[turn.block] = holder }
        goesOn = isReadOut || (turn.tokens.last.map { reading.token($0, is: ":") } ?? false)
        // Whoever does not hold the floor asks, and then it is the holder's turn.
        isNext = turn.isQuestion || !isHis
        wasHis = isHis
      }
      if let called = called(in: turn.lastSentence) {
        holder = called
        isNext = true
        goesOn = false
      }
    }
  }

  /// *And so I have two reasons*: not *And you have two?*
  private func takesUp(_ turn: Turn) -> Bool {
    let first = turn.tokens.lowerBound
    return !turn.isQuestion && (reading.token(first, is: "And") || reading.token(first, is: "So"))
      && !turn.tokens.prefix(6).contains { reading.token($0, is: "you") || reading.token($0, is: "your") }
  }

  /// Whom the last sentence of a turn calls upon.
  private func called(in sentence: Range<Int>) -> Int? {
    for (entity, token) in people(in: sentence) {
      var end = token + 1
      while end < sentence.upperBound, chains.entity(at: end) == entity { end += 1 }
      var start = token
      while start > sentence.lowerBound, reading.isCapitalised(start - 1) { start -= 1 }
      let isAlone = start == sentence.lowerBound && reading.token(end, is: "?") && end + 1 >= sentence.upperBound
      if isAlone { return entity }
      let standsOut = start == sentence.lowerBound || reading.token(start - 1, is: ",")
      let rest = end..<sentence.upperBound
      let isAsked = ["proceed", "ahead", "floor", "begin"].contains { word in
        rest.contains { reading.token($0, is: word) }
      }
      if standsOut, isAsked { return entity }
    }
    return nil
  }

  // MARK: Interviews and speeches

  /// The one person of the headline, else the first person whom the opening names, or speaks of being interviewed.
  private func interviewee(_ turns: [Turn]) -> Int? {
    let opening = turns.prefix(6)
    for turn in opening {
      let people = people(in: turn.tokens)
      for (entity, token) in people {
        let before = max(turn.tokens.lowerBound, token - 4)..<token
        let isAsked = ["interviewed", "interviews", "interview", "spoke", "talked", "questioned"].contains { word in
          before.contains { reading.token($0, is: word) }
        }
        if isAsked { return entity }
      }
      if turn.block == opening.first?.block, people.count == 1 { return people.first?.entity }
    }
    return opening.lazy.compactMap { people(in: $0.tokens).first?.entity }.first
  }

  /// Who holds the speech that the opening announces: *Quillon's speech on …*, *Remarks by Quillon*.
  private func orator(_ turns: [Turn]) -> Int? {
    for turn in turns.prefix(4) {
      guard let word = turn.tokens.first(where: isSpeech) else { continue }
      let people = people(in: turn.tokens)
      if let before = people.last(where: { $0.token < word }) { return before.entity }
      let after = people.first { person in
        let between = word..<person.token
        return person.token > word && person.token - word <= 6
          && ["by", "of", "from"].contains { link in between.contains { reading.token($0, is: link) } }
      }
      if let after { return after.entity }
    }
    return nil
  }

  private func isSpeech(_ token: Int) -> Bool {
    let word = reading.word(token).lowercased()
    return ["speech", "remarks", "address", "testimony", "statement", "lecture", "sermon", "keynote", "eulogy"]
      .contains(word)
  }
}
