import Documents
import ModelFiles

/// Rules from a word form and its tag to the lemma: exceptions by word, else by the longest known ending.
///
/// The section: number of scripts and of slots (UInt32 each, then zeros up to byte 16), the scripts (16 bytes: how
/// many bytes to cut off, how many to put there, those bytes), then an open hash table of check (UInt32) and script
/// number (UInt32, from 1).
package struct LemmaTable: @unchecked Sendable {
  /// What to do to a lower-cased form.
  package struct Script: Hashable, Sendable {
    /// Cuts off the whole form.
    package static let all: UInt8 = 255
    package static let limit = 14

    package var cut: UInt8
    package var ending: [UInt8]

    package init(cut: UInt8, ending: [UInt8]) {
      self.cut = cut
      self.ending = ending
    }

    /// The script that makes a lemma from a form, `nil` if it would be too long.
    package init?(from form: [UInt8], to lemma: [UInt8]) {
      let shared = zip(form, lemma).prefix { $0 == $1 }.count
      let cut = form.count - shared
      ending = Array(lemma.dropFirst(shared))
      guard ending.count <= Self.limit, cut < 255 else { return nil }
      self.cut = shared == 0 ? Self.all : UInt8(cut)
    }
  }

  package static let endings = 5

  private let scripts: [Script]
  private let slots: UnsafeRawPointer
  private let count: Int

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 16 else { return nil }
    let scriptCount = Int(base.load(as: UInt32.self))
    count = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard count > 0, scriptCount < 65536, 16 + scriptCount * 16 + count * 8 <= section.count else { return nil }
    var scripts: [Script] = []
    for index in 0..<scriptCount {
      let start = 16 + index * 16
      let length = Int(section[start + 1])
      guard length <= Script.limit else { return nil }
      scripts.append(Script(cut: section[start], ending: Array(section[(start + 2)..<(start + 2 + length)])))
    }
    self.scripts = scripts
    slots = base + 16 + scriptCount * 16
  }

  /// The key of a word or an ending together with a tag.
  package static func key(_ atom: UInt64, _ tag: XPOS) -> UInt64 { atom ^ mixed(UInt64(tag.rawValue) | 5 << 50) }

  /// The atoms to look under, most specific first: the word, then its endings.
  package static func atoms(_ word: WordAtoms) -> [UInt64] {
    [word.word, word.suffix5, word.suffix4, word.suffix3, word.suffix2, word.suffix1, 0]
  }

  /// The script for a word with this tag.
  package func script(_ word: WordAtoms, _ tag: XPOS) -> Script? {
    let tagAtom = mixed(UInt64(tag.rawValue) | 5 << 50)
    return find(word.word ^ tagAtom) ?? find(word.suffix5 ^ tagAtom) ?? find(word.suffix4 ^ tagAtom)
      ?? find(word.suffix3 ^ tagAtom) ?? find(word.suffix2 ^ tagAtom) ?? find(word.suffix1 ^ tagAtom)
      ?? find(tagAtom)
  }

  private func find(_ key: UInt64) -> Script? {
    let check = WordEntry.check(key)
    var index = bucket(of: key, among: UInt64(count))
    for _ in 0..<min(64, count) {
      let slot = slots.load(fromByteOffset: index &* 8, as: UInt64.self)
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot) == check {
        let number = Int(slot >> 32)
        return number > 0 && number <= scripts.count ? scripts[number - 1] : nil
      }
      index = index &+ 1 == count ? 0 : index &+ 1
    }
    return nil
  }

  /// Lays rules out as a section.
  package static func build(_ rules: [(key: UInt64, script: Script)]) -> [UInt8] {
    let scripts = Set(rules.map(\.script)).sorted { a, b in
      a.cut != b.cut ? a.cut < b.cut : a.ending.lexicographicallyPrecedes(b.ending)
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(scripts, (1...).lazy.map { UInt64($0) }))
    let count = max(16, rules.count * 3 / 2)
    var slots = [UInt64](repeating: 0, count: count)
    for rule in rules {
      let check = WordEntry.check(rule.key)
      var index = bucket(of: rule.key, among: UInt64(count))
      while slots[index] != 0, UInt32(truncatingIfNeeded: slots[index]) != check { index = (index + 1) % count }
      if slots[index] == 0 { slots[index] = UInt64(check) | (numbers[rule.script] ?? 0) << 32 }
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(scripts.count))
    bytes.append(littleEndian: UInt32(count))
    bytes.append(littleEndian: UInt64(0))
    for script in scripts {
      bytes += [script.cut, UInt8(script.ending.count)] + script.ending
      bytes += [UInt8](repeating: 0, count: Script.limit - script.ending.count)
    }
    for slot in slots { bytes.append(littleEndian: slot) }
    return bytes
  }
}
