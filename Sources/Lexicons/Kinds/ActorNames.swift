import Documents

/// All names of a lexicon's actors, in columns that are read where they stand. A class, as ``PreparedRecords`` is.
final class ActorNames: Sendable {
  private let actors: Column<Int32>
  /// How each is meant, three flags in its lowest bits.
  private let meanings: Column<Int32>
  /// Where the words of each start in ``printed``; one more than there are names.
  private let starts: Column<Int32>
  /// The words of all names as printed, without spaces.
  private let printed: Column<UInt8>

  private let forms = Array(Target.Mention.Form.allCases)

  var count: Int { actors.count }

  private init(actors: Column<Int32>, meanings: Column<Int32>, starts: Column<Int32>, printed: Column<UInt8>) {
    (self.actors, self.meanings, self.starts, self.printed) = (actors, meanings, starts, printed)
  }

  subscript(index: Int) -> ActorLexicon.Name {
    let meaning = meanings[index]
    let form = Int(meaning >> 3)
    return ActorLexicon.Name(
      actor: Int(actors[index]), form: forms.indices.contains(form) ? forms[form] : .name,
      isContextual: meaning & 1 != 0, isAmbiguous: meaning & 2 != 0, isCaseSensitive: meaning & 4 != 0)
  }

  /// Whether some tokens have a name's letters in the case in which the name has them.
  func isPrinted(_ index: Int, _ tokens: [Token], _ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
    let (start, end) = (starts.range(index).lowerBound, starts.range(index).upperBound)
    var index = start
    // *the North* may begin a sentence.
    let mayBeginSentence =
      end - start > 3 && printed[start] == UInt8(ascii: "t") && printed[start + 1] == UInt8(ascii: "h")
      && printed[start + 2] == UInt8(ascii: "e") && printed[start + 3] & 0x20 == 0
    for token in range {
      // The fold of the trie equates the apostrophes already; only the letters' case is left to compare.
      for place in tokens[token].span.range {
        let byte = utf8[place]
        if index < end, printed[index] == byte {
          index += 1
          continue
        }
        guard byte < 0x80, byte != UInt8(ascii: "'") else { continue }
        while index < end, printed[index] >= 0x80 || printed[index] == UInt8(ascii: "'") { index += 1 }
        guard index < end,
          printed[index] == byte || index == start && mayBeginSentence && byte == UInt8(ascii: "T")
        else { return false }
        index += 1
      }
    }
    return true
  }

  /// Collects names.
  struct Builder {
    private var actors: [Int32] = []
    private var meanings: [Int32] = []
    private var starts: [Int32] = [0]
    private var printed: [UInt8] = []

    var count: Int { actors.count }
    var names: ActorNames {
      ActorNames(
        actors: Column(actors), meanings: Column(meanings), starts: Column(starts), printed: Column(printed))
    }

    /// - Parameter text: where its words stand in the bytes, between blanks.
    mutating func append(_ name: ActorLexicon.Name, _ bytes: [UInt8], _ text: Range<Int>) {
      let flags = (name.isContextual ? 1 : 0) + (name.isAmbiguous ? 2 : 0) + (name.isCaseSensitive ? 4 : 0)
      actors.append(Int32(truncatingIfNeeded: name.actor))
      let form = Target.Mention.Form.allCases.firstIndex(of: name.form) ?? 0
      meanings.append(Int32(truncatingIfNeeded: form << 3 | flags))
      for index in text where bytes[index] != UInt8(ascii: " ") { printed.append(bytes[index]) }
      starts.append(Int32(truncatingIfNeeded: printed.count))
    }

    /// - Parameter numbers: for each actor of the names its number here.
    mutating func append(_ names: ActorNames, actors numbers: [Int]) {
      let start = Int32(truncatingIfNeeded: printed.count)
      actors += names.actors.array.map { Int32(truncatingIfNeeded: numbers[Int($0)]) }
      meanings += names.meanings.array
      starts += names.starts.array.dropFirst().map { start + $0 }
      printed += names.printed.array
    }
  }

  // As a part of a file.

  func pack(into packer: inout Packer) {
    for column in [actors, meanings, starts] { packer.add(mapped: column) }
    packer.add(mapped: printed)
  }

  /// `nil` for what no packer wrote.
  /// - Parameter actors: how many there are.
  init?(from unpacker: inout Unpacker, actors count: Int) {
    (actors, meanings, starts) = (unpacker.mapped(), unpacker.mapped(), unpacker.mapped())
    printed = unpacker.mapped()
    guard !unpacker.isBroken, meanings.count == actors.count, starts.count == actors.count + 1,
      count > 0, actors.isWithin(0..<count)
    else { return nil }
  }
}
