/// Many forms at once.
extension Vocabulary {
  /// All forms in the order of their ids.
  package var forms: WordForms {
    let patterns = Set(patterns.values)
    var forms = WordForms()
    for id in 1..<max(1, count) {
      let form = arena[Int(starts[id])..<Int(starts[id + 1])]
      let isPattern = patterns.contains(Int32(truncatingIfNeeded: id))
      forms.append(isPattern ? form.dropLast() : form, isPattern: isPattern)
    }
    return forms
  }

  /// The ids of forms, new ones if need be; 0 ahead of them, since theirs count from 1.
  package mutating func intern(_ forms: WordForms) -> [Int32] {
    var ids: [Int32] = [0]
    ids.reserveCapacity(forms.count + 1)
    var start = 0
    for end in forms.ends {
      ids.append(intern(forms.arena, start..<Int(end)))
      start = Int(end)
    }
    return ids
  }

  /// The same of forms that are folded, and of which most are new; some of them may be stems of patterns.
  package mutating func intern(folded forms: WordForms) -> [Int32] {
    reserve(forms)
    var ids = [Int32](repeating: 0, count: forms.count + 1)
    var done = 0
    for pattern in forms.patterns {
      intern(forms, done..<Int(pattern), &ids)
      ids[Int(pattern) + 1] = intern(pattern: forms.form(Int(pattern)))
      done = Int(pattern) + 1
    }
    intern(forms, done..<forms.count, &ids)
    return ids
  }

  /// The same of forms without patterns, for which there is room.
  private mutating func intern(_ forms: WordForms, _ range: Range<Int>, _ ids: inout [Int32]) {
    guard !range.isEmpty else { return }
    let before = hashes.count
    hashes += repeatElement(0, count: range.count)
    starts += repeatElement(0, count: range.count)
    let count = Vocabulary.intern(forms, range, before, &ids, &slots, &hashes, &starts, &arena)
    hashes.removeLast(hashes.count - count)
    starts.removeLast(starts.count - count - 1)
    isWhole += repeatElement(false, count: count - before)
  }

  /// Everything that a loop writes to by itself, so that it is checked once that nobody else has it.
  /// - Parameter count: of the ids so far.
  /// - Returns: the same behind the forms.
  private static func intern(
    _ forms: WordForms, _ range: Range<Int>, _ count: Int, _ ids: inout [Int32], _ slots: inout [Slot],
    _ hashes: inout [UInt64], _ starts: inout [Int32], _ arena: inout [UInt8]
  ) -> Int {
    var count = count
    var ids = ids.mutableSpan
    var slots = slots.mutableSpan
    var hashes = hashes.mutableSpan
    var starts = starts.mutableSpan
    let mask = slots.count - 1
    var begin = Int(forms.start(range.lowerBound))
    // New forms that lie together go into the arena together.
    var pending = begin
    for index in range {
      let end = Int(forms.ends[index])
      let hash = WordHash.ofFolded(forms.arena.span.bytes, begin..<end)
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].id != 0, slots[place].hash != hash { place = (place + 1) & mask }
      if slots[place].id == 0 {
        slots[place] = Slot(hash: hash, id: Int32(truncatingIfNeeded: count))
        hashes[count] = hash
        count += 1
        starts[count] = Int32(truncatingIfNeeded: arena.count + end - pending)
      } else {
        arena += forms.arena[pending..<begin]
        pending = end
      }
      ids[index + 1] = slots[place].id
      begin = end
    }
    arena += forms.arena[pending..<begin]
    return count
  }

  /// Makes room for forms, most of which are new.
  private mutating func reserve(_ forms: WordForms) {
    let count = hashes.count + forms.count
    var size = slots.count
    while count * 2 > size { size *= 2 }
    if size > slots.count { grow(to: size) }
    hashes.reserveCapacity(count)
    isWhole.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    arena.reserveCapacity(arena.count + forms.arena.count)
  }
}
