import Linguistics

/// Where a word stands in the tree of clusters.
public struct ClusterPath: Sendable {
  /// The first sixteen turns from the root, the first one in the highest bit.
  public var path: UInt16
  /// How many of them count.
  public var length: UInt8
  /// The leaf's own number, not 0.
  public var number: UInt16
}

extension ClusterCorpus {
  /// Clusters of all words of enough documents, by the hash of the folded form.
  public func clusters(classes: Int, rounds: Int, log: (String) -> Void) -> [UInt64: ClusterPath] {
    let (words, text) = numbered()
    let classes = min(classes, words.count + 2)
    guard classes > 4 else { return [:] }
    log("clusters: \(text.count) words of text, \(words.count) to cluster")
    var exchange = ExchangeClustering(text: text, wordCount: words.count + 2, classes: classes, rounds: rounds)
    exchange.run(log: log)
    var tree = ClusterTree(pairs: exchange.pairs, classes: classes)
    let paths = tree.paths()
    return Dictionary(
      uniqueKeysWithValues: words.enumerated().map { index, hash in
        (hash, paths[Int(exchange.classOf[index + 2])])
      })
  }
}
