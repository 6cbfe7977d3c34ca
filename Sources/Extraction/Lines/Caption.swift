import Documents

/// Lines that stand under pictures, known by their credits.
enum Caption {
  /// Whether the line is a caption or a credit: *Two ships in the bay. Photo: Agency*, *(Photo by A. Lindqvist)*.
  static func isCaption(_ line: Line) -> Bool {
    guard line.wordCount >= 1, line.wordCount <= 90, !line.folded.isEmpty else { return false }
    guard hasTrigger(line.folded) else { return false }
    for start in starts where line.folded.starts(with: start) { return line.wordCount <= 60 }
    // A credit at the end: at most a dozen words behind its label, and a mark, bracket or line start in front of it.
    let folded = line.folded
    guard line.byteCount <= Line.foldLimit + 100 else { return false }
    let tailStart = max(0, folded.count - 90)
    for label in labels {
      guard let place = folded.find(label, from: tailStart) else { continue }
      if place == 0 { return true }
      if isBoundary(folded, before: place) { return true }
    }
    if line.wordCount <= 45 {
      for ending in endings where hasSuffix(folded, ending) { return true }
    }
    return false
  }

  /// Whether a word of credits stands at the line's start or end, as it does in few lines.
  private static func hasTrigger(_ folded: [UInt8]) -> Bool {
    let headEnd = 30
    let tail = max(headEnd, folded.count - 119)
    if hasTrigger(folded, from: 0, before: headEnd) { return true }
    var start = tail
    while start < folded.count, folded[start - 1].isASCIILetter { start += 1 }
    return hasTrigger(folded, from: start, before: folded.count)
  }

  /// Whether a word of credits begins between two places, of which the first is no word's inside.
  private static func hasTrigger(_ folded: [UInt8], from first: Int, before limit: Int) -> Bool {
    let folded = folded.span
    let triggers = triggers
    var start = first
    while start < min(limit, folded.count) {
      let end = LetterRun.end(in: folded, from: start, to: folded.count)
      if end > start, triggers.mayHold(folded[start], length: end - start) {
        var hash = WordHash.seed
        for index in start..<end { hash = WordHash.step(hash, folded[index]) }
        if triggers.words[hash] != nil { return true }
      }
      start = end + 1
    }
    return false
  }

  private struct Triggers: Sendable {
    let words: HashTable<Bool>
    /// For each first letter the lengths that its words have, a bit each.
    private var lengths = [UInt32](repeating: 0, count: 256)

    init(_ list: [String]) {
      words = HashTable(list.map { (WordHash.of($0), true) })
      for word in list {
        if let first = word.utf8.first { lengths[Int(first)] |= 1 << UInt32(word.utf8.count) }
      }
    }

    /// Whether some word begins so and is as long: few words of a text are looked for.
    func mayHold(_ first: UInt8, length: Int) -> Bool { length < 32 && lengths[Int(first)] >> UInt32(length) & 1 != 0 }
  }

  private static let triggers = Triggers(
    WordList.ordered(
      """
      photo photos photograph photographs picture pictures image images caption getty illustration graphic credit credits \
      courtesy reuters pic pics screenshot handout cover impression afp shutterstock istock epa efe unsplash pexels ap \
      yonhap xinhua pa wikimedia pixabay flickr file
      """
    ))

  /// Whether a new sentence or a bracket begins here.
  private static func isBoundary(_ folded: [UInt8], before place: Int) -> Bool {
    var index = place - 1
    while index >= 0, folded[index] == 0x20 { index -= 1 }
    guard index >= 0 else { return true }
    switch folded[index] {
    case 0x2E, 0x28, 0x5B, 0x7C, 0x21, 0x3F, 0x29, 0x2F: return true
    default: return false
    }
  }

  private static func hasSuffix(_ folded: [UInt8], _ ending: [UInt8]) -> Bool {
    var end = folded.count
    while end > 0, !folded[end - 1].isWordByte { end -= 1 }
    return end >= ending.count && Array(folded[(end - ending.count)..<end]) == ending
  }

  private static let starts = WordList.bytes(
    """
    photo:; photos:; photograph:; photographs:; picture:; pictures:; image:; images:; image credit; \
    image source; image copyright; image caption; photo credit; photo by; photos by; photograph by; \
    photo courtesy; image courtesy; file photo; file image; file picture; in this file photo; caption:; \
    photo caption; getty images; illustration:; illustration by; graphic:; credit:; credits:; courtesy of; \
    courtesy:; (photo; (image; (picture; (credit; [photo; [image; media caption; picture caption; ap photo; \
    reuters/; (ap photo; (file photo; photo/; photo |; photo (; pic:; pics:; source: getty; video caption; \
    © getty; screenshot from; handout; cover image:; featured image:; cover photo; artist's impression
    """)

  private static let labels = WordList.bytes(
    """
    photo:; photos:; photograph:; photographs:; photo by_; photos by_; photograph by_; image:; images:; \
    picture:; pictures:; credit:; credits:; photo credit; image credit; illustration:; ap photo; afp photo; \
    photo courtesy; image courtesy; courtesy of_; photo/; file photo; pic:; (photo_; photo |; photo -; \
    via getty; getty images; via reuters; reuters/; via ap; /afp; /reuters; /getty; /shutterstock; \
    shutterstock; (handout; handout via; via istock; istock; epa-efe; epa/; unsplash; pexels
    """)

  private static let endings = WordList.bytes(
    """
    (file); file photo; /ap; /getty images; getty; /epa; /reuters; /afp; /yonhap; /xinhua; /pa; /istock; \
    shutterstock; via ap; via getty images; wikimedia commons; wikimedia; pixabay; flickr
    """)
}
