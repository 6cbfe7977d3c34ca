import Documents
import Linguistics
import ModelFiles
import Testing
import Training

@Suite struct TaggingTests {
  /// Folds a word as the features do.
  private func fold(_ word: String) -> (form: String, shape: WordForm) {
    var folded = FoldedForm()
    Array(word.utf8).withUnsafeBufferPointer { folded.read($0, from: 0, to: $0.count) }
    let bytes = (0..<folded.count).map { folded.bytes[$0] }
    return (String(decoding: bytes, as: UTF8.self), folded.form)
  }

  @Test(arguments: [
    ("Harbour", "harbour"), ("1984", "0000"), ("don’t", "don't"), ("“", "``"), ("”", "''"), ("—", "--"),
    ("…", "..."), ("Émile", "émile"), ("×", "×"),
  ])
  func formsAreFolded(_ word: String, _ folded: String) { #expect(fold(word).form == folded) }

  @Test func capitalsAreTold() {
    #expect(fold("harbour").shape.capitals == .none)
    #expect(fold("Harbour").shape.capitals == .initial)
    #expect(fold("NATO").shape.capitals == .all)
    #expect(fold("A").shape.capitals == .single)
    #expect(fold("McAvoy").shape.capitals == .mixed)
    #expect(fold("3-year").shape.hasDigit && fold("3-year").shape.hasHyphen)
  }

  @Test func longWordsAreCutNotOverrun() {
    #expect(fold(String(repeating: "…", count: 400)).form.utf8.count <= FoldedForm.limit + 8)
    #expect(fold(String(repeating: "x", count: 4000)).form.utf8.count == FoldedForm.limit)
  }

  @Test func lemmaScriptsComeBack() throws {
    let script = try #require(LemmaTable.Script(from: Array("studies".utf8), to: Array("study".utf8)))
    #expect(script.cut == 3 && script.ending == Array("y".utf8))
    #expect(LemmaTable.Script(from: Array("were".utf8), to: Array("be".utf8))?.cut == LemmaTable.Script.all)
  }

  @Test func aTableGivesItsWeightsBack() throws {
    let features = (0..<500).map { number in
      SparseTable.Feature(hash: mixed(UInt64(number)), weights: [(3, Int8(number % 100)), (7, -5)])
    }
    let file = MappedFile(copying: SparseTable.build(features, answers: 9))
    let table = try #require(SparseTable(file.bytes))
    let scores = Scratch<Int16>(capacity: 256, filler: 0)
    let places = Scratch<UInt64>(capacity: 4, filler: 0)
    var right = 0
    for (number, feature) in features.enumerated() {
      withUnsafePointer(to: feature.hash) { table.score($0, 1, places: places.base, into: scores.base) }
      if scores[3] == Int16(number % 100), scores[7] == -5 { right += 1 }
    }
    #expect(right > 460)
    withUnsafePointer(to: mixed(77777)) { table.score($0, 1, places: places.base, into: scores.base) }
    #expect((0..<9).allSatisfy { scores[$0] == 0 })
  }

  @Test func aLineTableGivesItsWeightsBack() throws {
    let features = (0..<200).map { number in
      LineTable.Feature(hash: mixed(UInt64(number)), shift: Int8(number - 100), left: Int8(100 - number))
    }
    let file = MappedFile(copying: LineTable.build(features, lines: 60))
    let table = try #require(LineTable(file.bytes))
    for (number, feature) in features.enumerated() where number != 100 {
      var sums = LineTable.Sums()
      withUnsafePointer(to: feature.hash) { table.add($0, 1, to: &sums) }
      #expect(sums.scores == (number - 100, 100 - number))
    }
    let hashes = features.map(\.hash)
    var sums = LineTable.Sums()
    hashes.withUnsafeBufferPointer { hashes in
      guard let base = hashes.baseAddress else { return }
      table.add(base, 150, to: &sums)
      table.add(base + 150, 50, to: &sums)
    }
    #expect(sums.scores == (-100, 100))
  }

  @Test func theBestAnswerIsTheFirstOfEqualsAndClearOnlyFarAhead() throws {
    let features = [
      SparseTable.Feature(hash: mixed(1), weights: [(2, 90), (17, 60), (19, 90)]),
      SparseTable.Feature(hash: mixed(2), weights: [(2, 1)]),
      SparseTable.Feature(hash: mixed(3), weights: (0..<20).map { (UInt8($0), -100) }),
    ]
    let file = MappedFile(copying: SparseTable.build(features, answers: 20))
    let table = try #require(SparseTable(file.bytes))
    let scores = Scratch<Int16>(capacity: 256, filler: 0)
    let places = Scratch<UInt64>(capacity: 4, filler: 0)
    func best(_ hashes: [UInt64], margin: Int16) -> (answer: Int, isClear: Bool) {
      hashes.withUnsafeBufferPointer {
        guard let base = $0.baseAddress else { return (-1, false) }
        table.score(base, $0.count, places: places.base, into: scores.base)
        return table.best(scores.base, margin: margin)
      }
    }
    #expect(best([mixed(1)], margin: 20) == (2, false))
    #expect(best([mixed(2)], margin: 1) == (2, true))
    #expect(best([mixed(2)], margin: 2) == (2, false))
    #expect(best([mixed(1), mixed(2)], margin: 1) == (2, true))
    // The scores that only fill up the last sixteen never win.
    #expect(best([mixed(3)], margin: 0).answer == 0)
  }
}
