import Documents
import Testing

@testable import Batch

struct FileNamePatternTests {
  @Test func fieldsOfAName() throws {
    let pattern = try FileNamePattern("{date}_{site}_{title}.txt")
    let metadata = try #require(pattern.metadata(of: "in/2024-01-31_The Harbour Tribune_A_fish_story.txt"))
    #expect(metadata.date == "2024-01-31")
    #expect(metadata.site == "The Harbour Tribune")
    #expect(metadata.title == "A fish story")
    #expect(metadata.authors.isEmpty)
  }

  @Test(arguments: [
    ("2024-01-31_a_b.txt.gz", false), ("2024-01-31_a_b.html", false), ("2024-01-31_a.txt", false), ("x_a_b.txt", false),
    ("2024-13-31_a_b.txt", false), ("20240131_a_b.txt", true), ("2024.01.31_a_b.txt", true),
    ("2024-01-31__b.txt", false),
    ("2024-1-31_a_b.txt", false), (".txt", false), ("", false),
  ])
  func whatFits(name: String, wanted: Bool) throws {
    #expect(try (FileNamePattern("{date}_{site}_{title}.txt").metadata(of: name) != nil) == wanted)
  }

  @Test func withoutExtensionAnyIsTaken() throws {
    let pattern = try FileNamePattern("{author}--{_}--{genre}")
    for name in ["Ada Lind--7--editorial.html.gz", "Ada Lind--7--editorial", "x/Ada Lind--7--editorial.md"] {
      #expect(pattern.metadata(of: name)?.authors == ["Ada Lind"])
      #expect(pattern.metadata(of: name)?.genre == .editorial)
    }
    #expect(pattern.metadata(of: "Ada Lind--7--poem.txt") == nil)
  }

  @Test func foldersToo() throws {
    let pattern = try FileNamePattern("{site}/{section}/{date}-{title}")
    let metadata = try #require(pattern.metadata(of: "all/Tribune/world/2024_02_03-Late-news.txt"))
    #expect(metadata.site == "Tribune")
    #expect(metadata.section == "world")
    #expect(metadata.date == "2024-02-03")
    #expect(metadata.title == "Late-news")
    #expect(pattern.metadata(of: "world/2024_02_03-Late-news.txt") == nil)
  }

  @Test(arguments: [
    ("{dte}_{site}", "column 1: no field `dte`; there are {title}, "), ("a{site}{title}", "column 8: two fields need"),
    ("{site}-{site}", "column 8: `{site}` stands here a second time"), ("{site", "column 1: `{` without `}`"),
    ("a}b", "column 2: `}` without `{`"), ("plain.txt", "no field, such as {date}"), ("{_}.txt", "no field, such as"),
  ])
  func whatIsWrongIsSaid(pattern: String, message: String) {
    let error = #expect(throws: BatchError.self) { try FileNamePattern(pattern) }
    #expect(error?.message.contains(message) ?? false, "\(error?.message ?? "")")
  }
}
