import Linguistics
import Testing

@testable import Training

@Suite struct TrainingTests {
  @Test func namesAreReadWithoutTheirChains() throws {
    // Invented: "Mayor Ottilie Brandvold of Norvex Holdings spoke"
    let rows = [
      ("Mayor", "NNP", 3, "(1-person-new-x-coref"), ("Ottilie", "NNP", 3, "_"), ("Brandvold", "NNP", 7, "_"),
      ("of", "IN", 6, "_"), ("Norvex", "NNP", 6, "(2-organization-new-x-sgl"), ("Holdings", "NNPS", 3, "2)1)"),
      ("spoke", "VBD", 0, "_"), ("Monday", "NNP", 7, "(3-time-new-x-sgl)"),
    ]
    var text = ""
    for (index, row) in rows.enumerated() {
      let misc = row.3 == "_" ? "_" : "Entity=\(row.3)"
      let tag = row.1 == "VBD" ? "VERB" : row.1 == "IN" ? "ADP" : "PROPN"
      text += "\(index + 1)\t\(row.0)\t_\t\(tag)\t\(row.1)\t_\t\(row.2)\tdep\t_\t\(misc)\n"
    }
    let sentence = try #require(try Treebank.read([("x", Array((text + "\n").utf8))]).first)
    #expect(NamedMentions.labels(sentence) == [1, 2, 2, 0, 3, 4, 0, 0])
  }

  @Test func clustersPutWordsOfLikeNeighboursTogether() throws {
    let corpus = """
      the red cat sat . the blue cat sat . the red dog sat . the blue dog sat . a red dog ran . a blue cat ran .
      a red cat ran . a blue dog ran . the red dog ran . the blue cat ran . a red cat sat . a blue dog sat .
      """
    var clusters = ClusterCorpus()
    for _ in 0..<6 { clusters.add(text: Array(corpus.utf8), isDocument: true) }
    let found = clusters.clusters(classes: 7, rounds: 10) { _ in }
    let number = { (word: String) in found[hash(of: word.utf8)]?.number }
    #expect(number("cat") != nil)
    #expect(number("cat") == number("dog"))
    #expect(number("red") == number("blue"))
    #expect(number("red") != number("cat"))
  }

  @Test func rareWordsGetNoCluster() {
    var clusters = ClusterCorpus()
    for _ in 0..<6 { clusters.add(text: Array("one two three four five six .".utf8), isDocument: true) }
    for _ in 0..<4 { clusters.add(text: Array("Brandvold one two".utf8), isDocument: true) }
    for _ in 0..<9 { clusters.add(text: Array("Brandvold two".utf8), isDocument: false) }
    let found = clusters.clusters(classes: 6, rounds: 3) { _ in }
    #expect(found[hash(of: "two".utf8)] != nil)
    #expect(found[hash(of: "brandvold".utf8)] == nil)
  }

  @Test func theOracleFindsNoCostOnTheGoldPath() {
    // 1 ← 2 → 3, root 4
    let oracle = DynamicOracle(heads: [0, 2, 4, 2])
    let state = ParseState()
    state.begin(count: 3)
    state.shift()
    #expect(oracle.costs(state) == (1, 0, 1))
    state.attach(.left, label: 1)
    state.shift()
    #expect(oracle.costs(state).0 == 0)
    #expect(oracle.costs(state).1 == 2)
    state.shift()
    #expect(oracle.costs(state).2 == 0)
    state.attach(.right, label: 1)
    #expect(oracle.costs(state).1 == 0)
    state.attach(.left, label: 1)
    #expect(state.isFinished)
  }
}
