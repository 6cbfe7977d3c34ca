/// An attribution as an annotator marked it, by tokens; only words are counted.
package struct GoldAttribution: Sendable {
  package var source: [Int]
  package var cue: [Int]
  package var content: [Int]

  package init(source: [Int], cue: [Int], content: [Int]) {
    self.source = source
    self.cue = cue
    self.content = content
  }

  /// Number of content words inside ranges of tokens.
  package func shared(_ ranges: [Range<Int>]) -> Int {
    ranges.reduce(0) { total, range in
      let low = content.partitioningIndex { $0 >= range.lowerBound }
      let high = content.partitioningIndex { $0 >= range.upperBound }
      return total + high - low
    }
  }
}

extension TreeView {
  package func isWord(_ index: Int) -> Bool { !isPunctuation(index) }

  /// Shared words over the words of both.
  package func overlap(_ gold: GoldAttribution, _ span: ContentSpan) -> (jaccard: Float, matches: Bool) {
    let ranges = span.ranges
    let shared = gold.shared(ranges)
    let size = ranges.reduce(0) { $0 + wordCount($1) }
    let union = size + gold.content.count - shared
    return (
      union > 0 ? Float(shared) / Float(union) : 0, shared > 0 && shared * 2 >= max(size, gold.content.count)
    )
  }

  /// The token that stands for a gold cue: the one that the others hang on, of a kind that can be a cue.
  package func cueHead(_ cue: [Int]) -> Int? {
    let features = CueFeatures(self)
    let able = cue.filter { features.kind(of: $0) > 0 }
    let inside = Set(cue)
    func depth(_ index: Int) -> Int {
      var depth = 0
      var up = heads[index]
      while up >= 0, depth < 100 {
        if inside.contains(up) { depth += 1 }
        up = heads[up]
      }
      return depth
    }
    return able.min { (depth($0), features.kind(of: $0), $0) < (depth($1), features.kind(of: $1), $1) }
  }
}
