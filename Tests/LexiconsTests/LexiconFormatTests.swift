import Documents
import Testing

@testable import Lexicons

/// Every format is told by its content and read as published; the fixtures are written after the published syntax.
@Suite struct LexiconFormatTests {
  static let latin1: [UInt8] = Array("; Opinion list: Negative\n;\nna".utf8) + [0xEF] + Array("ve\nfurtive\n".utf8)

  /// Terms with weights and parts of speech, `term=weight/part`.
  private func read(
    _ path: String, _ bytes: [UInt8], kind: String = "stance", _ settings: LexiconSettings = LexiconSettings()
  ) throws -> [String] {
    let file = try LexiconFile.read(path: path, bytes: bytes, kind: kind, settings: settings)
    return file.entries.map { entry in
      let term = entry.string("term") ?? entry.string("lemma") ?? entry.string("name") ?? "?"
      let weight = entry.string("weight").map { "=\($0)" } ?? ""
      return term + weight + (entry.string("pos").map { "/\($0)" } ?? "")
    }
  }

  private func read(
    _ path: String, _ text: String, kind: String = "stance", _ settings: LexiconSettings = LexiconSettings()
  ) throws -> [String] { try read(path, Array(text.utf8), kind: kind, settings) }

  @Test func vader() throws {
    let text = "\u{FEFF}:-)\t1.6\t0.5\t[2, 1, 2]\r\ndreadful\t-3.0\t0.4\t[-3, -3, -3]\r\n"
    #expect(try read("v.txt", text) == [":-)=0.4", "dreadful=-0.75"])
  }

  @Test func afinn() throws {
    #expect(try read("a.txt", "glad\t3\rnot so good\t-2\rsour\t-1") == ["glad=0.6", "not so good=-0.4", "sour=-0.2"])
  }

  @Test func mpqa() throws {
    let text = """
      type=weaksubj len=1 word1=balk pos1=verb stemmed1=y priorpolarity=negative
      type=strongsubj len=1 word1=splendid pos1=adj stemmed1=n m priorpolarity=positive
      type=weaksubj len=1 word1=view pos1=anypos stemmed1=n priorpolarity=neutral

      """
    #expect(try read("clues.tff", text) == ["balk=-0.5/verb", "splendid=1.0/adjective", "view=0.0"])
  }

  @Test func wordLists() throws {
    #expect(try read("words.txt", Self.latin1) == ["naïve=-1.0", "furtive=-1.0"])
    #expect(try read("positive-words.txt", "; a list\n;\nbright\n") == ["bright=1.0"])
    var settings = LexiconSettings()
    settings.format = .liu
    settings.weight = -0.5
    #expect(try read("mine.txt", "gloomy\n", settings) == ["gloomy=-0.5"])
    settings.weight = nil
    #expect { try read("mine.txt", "gloomy\n", settings) } throws: {
      "\($0)".contains("mine.txt:1:1: error: are these")
    }
  }

  @Test func liwc() throws {
    let text = "%\n1\tfunct\n31\tposemo\n32\tnegemo\n%\nbright*\t31\nlike\t(1 32)31/1\nkind of\t1\ngrim\t1\t32\n"
    #expect(try read("my.dic", text) == ["bright*=1.0", "grim=-1.0"])
    var settings = LexiconSettings()
    settings.categories = ["funct": 0.25]
    #expect(try read("my.dic", text, settings) == ["like=0.25", "kind of=0.25", "grim=0.25"])
  }

  @Test func quanteda() throws {
    let text = "negative:\n  - bleak*\n  - a sham\npositive:\n  - thriv*\nneg_positive: [not good]\nother: [table]\n"
    #expect(
      try read("lsd.yml", text) == ["bleak*=-1.0", "a sham=-1.0", "thriv*=1.0", "not good=-1.0"])
  }

  @Test func lexicoder() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <dictionary style="Lexicoder" name="mine">
      <cnode name="negative"><pnode name="a sham"></pnode>
      <pnode name="d&apos;oh"/></cnode>
      <cnode name="positive">
      <pnode name="thriv*"></pnode>
      </cnode>
      </dictionary>
      """
    #expect(try read("mine.lc3", text) == ["a sham=-1.0", "d'oh=-1.0", "thriv*=1.0"])
  }

  @Test func emotionsAndValence() throws {
    let emotions = "gloom\tanger\t0\ngloom\tnegative\t1\nfeast\tjoy\t1\nfeast\tpositive\t1\ntable\tpositive\t0\n"
    #expect(try read("nrc.txt", emotions) == ["gloom=-1.0", "feast=1.0"])
    #expect(
      try read("vad.txt", "Word\tValence\tArousal\tDominance\nfeast\t0.9\t0.5\t0.5\ngloom\t0.1\t0.2\t0.3\n")
        == ["feast=0.8", "gloom=-0.8"])
    #expect(try read("vad.txt", "feast\t0.9\t0.5\t0.5\ngloom\t-0.7\t0.2\t0.3\n") == ["feast=0.9", "gloom=-0.7"])
  }

  @Test func sentiWordNet() throws {
    let text = """
      # POS\tID\tPosScore\tNegScore\tSynsetTerms\tGloss
      a\t00000001\t0.75\t0\tsunny#1 bright#2\tfull of light; "a sunny room"
      s\t00000002\t0\t0.25\tsunny#2\ttoo cheerful
      v\t00000003\t0\t0.5\tlet_down#1\tdisappoint

      """
    #expect(
      try read("swn.txt", text) == ["sunny=0.4167/adjective", "bright=0.75/adjective", "let down=-0.5/verb"])
  }

  @Test func soCal() throws {
    let text = "sunny\t3\n(make|made)_[no]?_sense\t-2\n"
    #expect(
      try read("adj_dictionary.txt", text)
        == [
          "sunny=0.6/adjective", "make no sense=-0.4/adjective", "make sense=-0.4/adjective",
          "made no sense=-0.4/adjective", "made sense=-0.4/adjective",
        ])
  }

  @Test func inquirer() throws {
    let text =
      "Entry,Source,Positiv,Negativ,Othtags\nBALM,H4,Positiv,,Noun\nCLOUD#1,H4,,Negativ,Noun\nCLOUD#2,H4,,,SUPV\n"
    #expect(try read("gi.csv", text) == ["balm=1.0", "cloud=-0.5"])
  }

  @Test func wordStat() throws {
    #expect(
      try read("lsd.cat", "NEGATIVE\n\tA_SHAM (1)\n\tBLEAK* (1)\nPOSITIVE\n\tTHRIV* (0.5)\nOTHER\n\tTABLE (1)\n")
        == ["A SHAM=-1.0", "BLEAK*=-1.0", "THRIV*=0.5"])
  }

  @Test func cameo() throws {
    let text = """
      ;; actors
      KESTRIA_  [KES]
      +KESTRIAN_REPUBLIC_
      MARA_DOLE_ ; minister
      \t[KESGOV 990101-011231]
      \t[KESELI >020101]
      HARBOUR_UNION_ [IGOHBU]
      """
    let file = try LexiconFile.read(path: "actors.txt", bytes: Array(text.utf8), kind: "actors")
    #expect(file.entries.map { $0.string("name") } == ["Kestria", "Mara Dole", "Harbour Union"])
    #expect(file.entries.map { $0.string("type") } == ["country", "person", "organization"])
    #expect(file.entries.first?.list("aliases") == ["Kestrian Republic"])
    #expect(file.entries.map { $0.string("country") } == ["KES", "KES", nil])
  }

  @Test func tables() throws {
    #expect(
      try read("mine.tsv", "word\tPOS\tscore\nsunny\tJJ\t0.5\ngrim\t\tnegative\n") == [
        "sunny=0.5/adjective", "grim=-1.0",
      ])
    var settings = LexiconSettings()
    settings.scale = 3
    #expect(try read("mine.csv", "term,weight\n\"grim, dark\",-1.5\n", settings) == ["grim, dark=-0.5"])
    #expect { try read("mine.csv", "term,weight\ngrim,-1.5\n") } throws: {
      "\($0)" == "mine.csv:2:1: error: weight -1.5 is outside -1 … 1; say `scale:` what to divide weights by"
    }
  }

  @Test(arguments: [
    (
      "a.txt",
      "glad\t3\nbroken line\nsour\t-2\ngood\t1\nbad\t-1\nfine\t1\nwell\t1\nill\t-1\nkind\t1\nrude\t-1\nnice\t1\n",
      "a.txt:2:1: error: not `term, tab"
    ),
    ("a.txt", "glad\t3\nsour\t-9\n", "a.txt:2:6: error: -9.0 is outside"),
    ("x.dic", "%\n1\tfunct\n%\nthe\t1\n", "x.dic:4:1: error: no category is known"),
    ("x.bin", "hello\nworld\n", "x.bin:1:1: error: no known format"),
  ])
  func aLineThatCannotBeReadIsAnError(path: String, text: String, message: String) {
    #expect { try read(path, text) } throws: { "\($0)".hasPrefix(message) }
  }
}
