import ModelFiles

/// Tells whether weights and program speak of the same features: a hash of all that the templates make of a made-up
/// sentence. It changes with any template, its place in the list, and any atom that it joins, so that a model whose
/// weights would go to other features is refused.
package enum FeatureStamp {
  /// The stamp of tagger, parser and named-entity tagger.
  package static let syntax: UInt64 = {
    let text = Array("The Mayor of Nor-vex said : \u{201C} We did n't sell 12 ships . \u{201D}".utf8)
    var stamp = mixed(1)
    let features = Scratch<UInt64>(capacity: StructureFeatures.capacity, filler: 0)
    func add(_ count: Int) {
      stamp = mixed(stamp ^ UInt64(truncatingIfNeeded: count))
      for index in 0..<count { stamp = mixed(stamp ^ features[index]) }
    }
    var words = [WordAtoms](repeating: TaggerFeatures.beyond, count: TaggerFeatures.padding)
    let empty = MappedFile(copying: [UInt8](repeating: 0, count: 64))
    guard let table = WordTable(empty.bytes) else { return 0 }
    var reader = WordReader(table: table)
    text.withUnsafeBufferPointer { bytes in
      for word in bytes.split(separator: 0x20) {
        words.append(reader.read(bytes, from: word.startIndex, to: word.endIndex))
      }
    }
    let count = words.count - TaggerFeatures.padding
    words += [WordAtoms](repeating: TaggerFeatures.beyond, count: TaggerFeatures.padding)
    let tagSet = TagSet([TagSet.Tag(.noun, .nn), TagSet.Tag(.verb, .vbd), TagSet.Tag(.punct, .comma)])
    let tags = (0..<count).map { UInt8($0 % tagSet.tags.count) }
    words.withUnsafeMutableBufferPointer { words in
      tags.withUnsafeBufferPointer { tags in
        guard let start = words.baseAddress, let tags = tags.baseAddress else { return }
        let first = start + TaggerFeatures.padding
        CapitalStyle.mark(first, count)
        let atoms = Scratch<UInt64>(capacity: count + 4, filler: 0)
        let tagAtoms = EntityTagger.atoms(of: tags, count, tagSet, into: atoms)
        for index in 0..<count {
          add(
            TaggerFeatures.extract(
              first + index, previous: tagSet.atoms[0], beforeThat: tagSet.atoms[1], into: features.base))
          add(
            EntityFeatures.extract(
              first + index, tagAtoms + index, previous: 1, beforeThat: 2, into: features.base))
        }
        let state = ParseState()
        state.prepare(first, count, tags: tags, tagSet: tagSet)
        var step: UInt8 = 0
        while !state.isFinished {
          if state.forced == nil { add(StructureFeatures.extract(state, into: features.base)) }
          step += 1
          let action = state.forced ?? (step % 3 == 0 && state.allows(.right) ? .right : step % 5 == 4 ? .left : .shift)
          guard action != .shift else {
            state.shift()
            continue
          }
          let (head, dependent) = state.arc(action)
          add(
            LabelFeatures.extract(
              state, head: head, dependent: dependent, isLeft: action == .left, into: features.base))
          state.attach(action, label: step % 40)
        }
      }
    }
    return stamp
  }()
}
