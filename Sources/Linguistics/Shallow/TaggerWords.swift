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
  package static func prepare(_ file: LexiconFile, _ vocabulary: inout Vocabulary) -> [UInt8]? {
    guard let role = Role(kind: file.header.kind) else { return nil }
    let ids = Set(ids(of: file, as: role, &vocabulary)).sorted()
    return PreparedMembers.pack(ids, as: role.rawValue, vocabulary)
  }

  package static let part = "tags"

  /// The ids of a file's words, new ones if need be.
  static func words(of file: LexiconFile, as role: Role, _ vocabulary: inout Vocabulary) -> [Int32] {
    guard let prepared = PreparedMembers(part, of: file, as: role.rawValue), vocabulary.takes(file) else {
      return ids(of: file, as: role, &vocabulary)
    }
    vocabulary.join(prepared)
    return prepared.all
  }

  private static func ids(of file: LexiconFile, as role: Role, _ vocabulary: inout Vocabulary) -> [Int32] {
    var ids: [Int32] = []
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
        for form in forms.all { ids.append(vocabulary.intern(forms.bytes, form.place)) }
      case .name:
        guard !entry.flag(.ambiguous), let name = entry.scalar(.term) else { continue }
        ids.append(vocabulary.intern(bytes, name))
      case .noun:
        guard let term = entry.scalar(.term), let last = bytes[term].split(separator: space).last?.indices else {
          continue
        }
        forms.make(of: last, from: last.lowerBound, in: bytes, as: .noun, irregular: [])
        for form in forms.all { ids.append(vocabulary.intern(forms.bytes, form.place)) }
      }
    }
    return ids
  }
}
