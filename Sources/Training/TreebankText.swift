import Documents
import Foundation

/// The running text of a treebank's document: paragraphs are set apart by blank lines.
public struct TreebankText: Sendable {
  public var id: String
  public var text = ""
  /// Byte offsets.
  public var sentenceStarts: Set<Int> = []
  /// Byte ranges of the words; those of a contraction divide its surface.
  public var words: [Range<Int>] = []

  public init(id: String) { self.id = id }

  /// The text as an article whose blocks are the paragraphs.
  public var article: Article {
    let text = Text(text)
    var blocks: [Block] = []
    var start = 0
    let bytes = text.utf8
    for index in bytes.indices.dropLast() where bytes[index] == 0x0A && bytes[index + 1] == 0x0A {
      blocks.append(Block(text.trimmed(Documents.Span(start, index)), .paragraph))
      start = index
    }
    blocks.append(Block(text.trimmed(Documents.Span(start, bytes.count)), .paragraph))
    return Article(id: id, path: id, text: text, blocks: blocks.filter { !$0.span.isEmpty }, metadata: Metadata())
  }

  /// The documents of a CoNLL-U file; none if it cannot be read.
  public static func documents(_ path: String) -> [TreebankText] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    var documents: [TreebankText] = []
    var isNewParagraph = false
    var isNewSentence = true
    var space = ""
    var skipTo = 0
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# newdoc id = ") {
        documents.append(TreebankText(id: String(line.dropFirst(14))))
        (isNewParagraph, isNewSentence, space) = (false, true, "")
      } else if line == "# newpar" || line.hasPrefix("# newpar ") {
        isNewParagraph = true
      } else if line.isEmpty {
        isNewSentence = true
        skipTo = 0
      } else if !line.hasPrefix("#"), !documents.isEmpty {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 10, !columns[0].contains(".") else { continue }
        var document = documents[documents.count - 1]
        documents[documents.count - 1] = TreebankText(id: "")
        defer { documents[documents.count - 1] = document }
        if let last = columns[0].split(separator: "-").last.flatMap({ Int($0) }), columns[0].contains("-") {
          skipTo = last
        } else if let number = Int(columns[0]), number <= skipTo {
          // A word of the contraction whose surface stands already.
          let start = document.words.last?.upperBound ?? 0
          document.words.append(start..<start + columns[1].utf8.count)
          continue
        }
        if !document.text.isEmpty { document.text += isNewParagraph ? "\n\n" : space }
        if isNewSentence { document.sentenceStarts.insert(document.text.utf8.count) }
        (isNewParagraph, isNewSentence) = (false, false)
        let start = document.text.utf8.count
        document.text += columns[1]
        document.words.append(columns[0].contains("-") ? start..<start : start..<document.text.utf8.count)
        space = columns[9].split(separator: "|").contains("SpaceAfter=No") ? "" : " "
      }
    }
    for index in documents.indices { documents[index].words.removeAll(where: \.isEmpty) }
    return documents
  }
}
