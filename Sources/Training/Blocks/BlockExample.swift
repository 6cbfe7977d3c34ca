import Documents
import Extraction

/// A page with its gold body: what a trainer of ``BlockModel`` learns from.
package struct BlockExample: Sendable {
  package let name: String
  /// The set that the page is from; figures are printed by set.
  package let set: String
  /// The registered domain; folds never share one.
  package let site: String
  package let page: LearnablePage
  /// Words of the gold body, as ``ShingleScore`` counts them.
  package let gold: [UInt64]
  /// Of each block whether the body holds it.
  package let labels: [Bool]
  /// Of each block how much it counts.
  package let weights: [Float]

  /// `nil` for a page that cannot be read.
  package init?(name: String, set: String, url: String, html: [UInt8], body: String) {
    guard let page = LearnablePage(html: html) else { return nil }
    self.name = name
    self.set = set
    self.page = page
    site = Self.registeredDomain(url)
    gold = ShingleScore.words(body.utf8)
    let words = (0..<page.count).map { ShingleScore.words(page.text($0)) }
    let alignment = TextAlignment(page: words.flatMap { $0 }, gold: gold)
    var labels: [Bool] = []
    var weights: [Float] = []
    var place = 0
    let scale = Float(gold.count + 100)
    for block in words {
      let held = alignment.isHeld[place..<(place + block.count)].reduce(0) { $0 + ($1 ? 1 : 0) }
      place += block.count
      let isHeld = block.count <= 3 ? held == block.count && held > 0 : held * 2 >= block.count
      labels.append(isHeld)
      // Pages count alike; the words of a block count, and that it is one.
      weights.append((Float(min(block.count, 150)) + 4) / scale * 100)
    }
    self.labels = labels
    self.weights = weights
  }

  /// `news.example.co.uk` as `example.co.uk`: the last two labels, three behind a country's second level.
  package static func registeredDomain(_ url: String) -> String {
    let host = url.split(separator: "/").first { $0.contains(".") } ?? ""
    let labels = host.lowercased().split(separator: ".")
    guard labels.count > 2, let last = labels.last else { return String(host).lowercased() }
    let isSecondLevel = last.count == 2 && secondLevels.contains(String(labels[labels.count - 2]))
    return labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
  }

  private static let secondLevels: Set<String> = [
    "co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "govt", "nhs",
  ]
}
