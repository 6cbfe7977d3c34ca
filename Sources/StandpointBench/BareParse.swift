import CLibXML2
import Foundation
import Standpoint

/// `markup FOLDER`: libxml2 alone makes a tree of every HTML page of a folder, the floor under any extraction of them.
enum BareParse {
  static func run(_ folder: String?) throws {
    guard let folder else { throw BatchError("markup needs a folder of pages") }
    let options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue)
    var pages = 0
    var bytes = 0
    for name in Corpus.names(in: folder, extensions: ["html", "htm"]) {
      guard let page = FileManager.default.contents(atPath: "\(folder)/\(name)"), let size = Int32(exactly: page.count)
      else { continue }
      let document = page.withUnsafeBytes { buffer in
        htmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, size, nil, "UTF-8", options)
      }
      guard let document else { continue }
      xmlFreeDoc(document)
      pages += 1
      bytes += page.count
    }
    print("\(pages) pages, \(bytes) bytes")
  }
}
