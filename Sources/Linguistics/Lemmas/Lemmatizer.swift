import Documents

/// Makes lower-cased lemmas for one document.
package struct Lemmatizer {
  private let table: LemmaTable?
  private var bytes: [UInt8] = []
  /// Lemmas that do not fit into a string's own 15 bytes, so that equal ones share their storage.
  private var long: [String: String] = [:]

  package init(table: LemmaTable?) { self.table = table }

  /// The lemma of a token; the range must lie inside the text.
  package mutating func lemma(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, word: WordAtoms, tag: XPOS
  ) -> String {
    bytes.removeAll(keepingCapacity: true)
    Self.lower(text, from: start, to: end, into: &bytes)
    if let script = table?.script(word, tag) {
      let cut = script.cut == LemmaTable.Script.all ? bytes.count : Int(script.cut)
      if cut < bytes.count || !script.ending.isEmpty && cut == bytes.count {
        bytes.removeLast(cut)
        bytes += script.ending
      }
    }
    let lemma = String(decoding: bytes, as: UTF8.self)
    guard bytes.count > 15 else { return lemma }
    if let known = long[lemma] { return known }
    long[lemma] = lemma
    return lemma
  }

  /// The form in lower case, with typographic apostrophes made plain.
  package static func lower(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into bytes: inout [UInt8]
  ) {
    var isASCII = true
    for index in start..<end {
      let byte = text[index]
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    guard !isASCII else { return }
    var form = String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars
    for index in form.indices.reversed() where form[index] == "\u{2019}" || form[index] == "\u{2018}" {
      form.replaceSubrange(index...index, with: CollectionOfOne("'"))
    }
    bytes = Array(String(form).utf8)
  }
}
