import Documents
import Lexicons

/// The words of a lexicon that a ``ShallowTagger`` knows.
package enum TaggerWords {
  /// What a lexicon's words are to the tagger.
  package enum Role: String, Sendable {
    /// All forms of the verbs: of cues and stance terms.
    case verb
    /// Given names that are nothing else.
    case name
    /// The last words of terms, in singular and plural: of roles.
    case noun

    /// What the words of a kind of lexicon are, `nil` where the tagger does not read it.
    init?(kind: String) {
      switch kind {
      case "cues", "stance": self = .verb
      case "names": self = .name
      case "roles": self = .noun
      default: return nil
      }
    }
  }

  /// Packs the words of a file whose kind has some, to be taken by ``words(of:as:_:)``.
  package static func prepare(_ file: LexiconFile) -> [UInt8]? {
    guard let role = Role(kind: file.header.kind) else { return nil }
    var vocabulary = Vocabulary.ofTokens()
    _ = vocabulary.intern(forms(of: file, as: role))
    var packer = Packer()
    packer.add(role.rawValue)
    vocabulary.forms.pack(into: &packer)
    return packer.finish()
  }

  package static let part = "tags"

  /// The ids of a file's words, new ones if need be.
  static func words(of file: LexiconFile, as role: Role, _ vocabulary: inout Vocabulary) -> ArraySlice<Int32> {
    if var unpacker = file.prepared?.part(part), unpacker.text() == role.rawValue {
      let forms = WordForms(from: &unpacker)
      if unpacker.isDone { return vocabulary.intern(folded: forms).dropFirst() }
    }
    return vocabulary.intern(forms(of: file, as: role)).dropFirst()
  }

  private static func forms(of file: LexiconFile, as role: Role) -> WordForms {
    var words = WordForms()
    var forms = TermForms()
    let space = UInt8(ascii: " ")
    for entry in file.entries {
      let bytes = entry.store.bytes
      switch role {
      case .verb:
        guard entry.text(.pos)?.elementsEqual("verb".utf8) == true, let lemma = entry.scalar(.lemma),
          let first = bytes[lemma].split(separator: space).first?.indices
        else { continue }
        forms.make(of: first, from: first.lowerBound, in: bytes, as: .verb, irregular: entry.values(.forms))
        for form in forms.all { words.append(forms.bytes[form.place]) }
      case .name:
        guard !entry.flag(.ambiguous), let name = entry.scalar(.term) else { continue }
        words.append(bytes[name])
      case .noun:
        guard let term = entry.scalar(.term), let last = bytes[term].split(separator: space).last?.indices else {
          continue
        }
        forms.make(of: last, from: last.lowerBound, in: bytes, as: .noun, irregular: [])
        for form in forms.all { words.append(forms.bytes[form.place]) }
      }
    }
    return words
  }
}
