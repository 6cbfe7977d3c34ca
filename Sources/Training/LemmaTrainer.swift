import Documents
import Linguistics

/// Learns lemma rules: for each tag the endings whose words change alike, then the words that no rule gets right.
struct LemmaTrainer {
  /// What the treebanks do to one form under one tag.
  private struct Form {
    var atoms: [UInt64]
    var script: LemmaTable.Script
    var count: Int
  }

  /// Words seen less often are no exceptions.
  private static let exceptionAt = 2

  static func train(_ sentences: [TreebankSentence], _ lexicon: WordLexicon) -> [UInt8] {
    var rules: [(key: UInt64, script: LemmaTable.Script)] = []
    for (tag, forms) in collect(sentences, lexicon) {
      let isName = tag == .nnp || tag == .nnps
      var found: [UInt64: LemmaTable.Script] = [:]
      for level in (1...(LemmaTable.endings + 1)).reversed() {
        for (atom, script) in endingRules(forms, level: level, known: found) {
          found[atom] = script
          rules.append((LemmaTable.key(atom, tag), script))
        }
      }
      guard !isName else { continue }
      for form in forms where form.count >= exceptionAt && predicted(form, found, from: 1) != form.script {
        rules.append((LemmaTable.key(form.atoms[0], tag), form.script))
      }
    }
    return LemmaTable.build(rules)
  }

  /// Scripts of endings of one length that differ from what the shorter endings give.
  private static func endingRules(
    _ forms: [Form], level: Int, known: [UInt64: LemmaTable.Script]
  ) -> [(UInt64, LemmaTable.Script)] {
    var groups: [UInt64: [Int]] = [:]
    for (index, form) in forms.enumerated() { groups[form.atoms[level], default: []].append(index) }
    var rules: [(UInt64, LemmaTable.Script)] = []
    for (atom, members) in groups.sorted(by: { $0.key < $1.key }) {
      var counts: [LemmaTable.Script: Int] = [:]
      for member in members { counts[forms[member].script, default: 0] += 1 }
      let ranked = counts.sorted { a, b in
        a.value != b.value
          ? a.value > b.value
          : (a.key.cut, a.key.ending.count) != (b.key.cut, b.key.ending.count)
            ? (a.key.cut, a.key.ending.count) < (b.key.cut, b.key.ending.count)
            : a.key.ending.lexicographicallyPrecedes(b.key.ending)
      }
      guard let best = ranked.first else { continue }
      let isTop = level == LemmaTable.endings + 1
      let right = members.count { predicted(forms[$0], known, from: level + 1) == forms[$0].script }
      if isTop || best.value >= right + 2 && best.value * 10 >= members.count * 6 { rules.append((atom, best.key)) }
    }
    return rules
  }

  private static func predicted(
    _ form: Form, _ known: [UInt64: LemmaTable.Script], from level: Int
  ) -> LemmaTable.Script? {
    for atom in form.atoms.dropFirst(level) {
      if let script = known[atom] { return script }
    }
    return nil
  }

  /// The forms of each tag with their most frequent script, in a fixed order.
  private static func collect(_ sentences: [TreebankSentence], _ lexicon: WordLexicon) -> [(XPOS, [Form])] {
    var reader = WordReader(table: lexicon.table)
    var counts: [XPOS: [UInt64: [LemmaTable.Script: Int]]] = [:]
    var atoms: [UInt64: [UInt64]] = [:]
    for sentence in sentences {
      for index in 0..<sentence.count where sentence.relations[index] != .goeswith {
        guard !sentence.misc[index].contains("CorrectForm") else { continue }
        var lower: [UInt8] = []
        let form = sentence.forms[index]
        let word = form.withUnsafeBufferPointer { buffer in
          Lemmatizer.lower(buffer, from: 0, to: buffer.count, into: &lower)
          return reader.read(buffer, from: 0, to: buffer.count)
        }
        let lemma = Array(sentence.lemmas[index].lowercased().utf8)
        guard lemma != Array("_".utf8) || lower == lemma, let script = LemmaTable.Script(from: lower, to: lemma) else {
          continue
        }
        atoms[word.word] = LemmaTable.atoms(word)
        counts[sentence.fine[index], default: [:]][word.word, default: [:]][script, default: 0] += 1
      }
    }
    return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { tag, words in
      let forms = words.sorted { $0.key < $1.key }.compactMap { hash, scripts -> Form? in
        let best = scripts.max { a, b in
          a.value != b.value
            ? a.value < b.value
            : a.key.cut != b.key.cut
              ? a.key.cut > b.key.cut : b.key.ending.lexicographicallyPrecedes(a.key.ending)
        }
        guard let best, let atoms = atoms[hash] else { return nil }
        return Form(atoms: atoms, script: best.key, count: scripts.values.reduce(0, +))
      }
      return (tag, forms)
    }
  }
}
