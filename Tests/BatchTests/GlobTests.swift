import Testing

@testable import Batch

struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "b/c/a.txt", true), ("*.txt", "a.txt.gz", false), ("a", "a/b", false),
    ("news/*.txt", "news/a.txt", true), ("news/*.txt", "news/b/a.txt", false), ("news/*.txt", "old/news/a.txt", false),
    ("news/**/*.txt", "news/a.txt", true), ("news/**/*.txt", "news/b/c/a.txt", true), ("**/a.txt", "a.txt", true),
    ("**/b/**", "x/b/y/z", true), ("**/b/**/c", "b/1/b/2/c", true), ("**/b/c", "b/b/c", true), ("**", "a/b", true),
    ("?.md", "é.md", true), ("?.md", "ab.md", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
    ("[]]x", "]x", true), ("[a-]x", "-x", true), (#"\*.txt"#, "*.txt", true), (#"\*.txt"#, "a.txt", false),
    ("a*b*c", "a1b2b3c", true), ("a*b*c", "a1c2b", false), ("A.txt", "a.txt", false), ("/a.txt", "a.txt", true),
    ("/a.txt", "b/a.txt", false), ("b/", "b", true), ("a**c", "abc", true), ("*a*b", "xaxbxb", true),
  ])
  func matching(pattern: String, path: String, wanted: Bool) throws {
    #expect(try Glob(pattern).matches(path) == wanted)
  }

  @Test(arguments: ["", "/", "[a", "a[", "[z-a]", #"a\"#])
  func whatIsNoPattern(pattern: String) {
    #expect(throws: BatchError.self) { try Glob(pattern) }
  }

  @Test(.timeLimit(.minutes(1))) func manyStarsTakeNoTime() throws {
    let stars = String(repeating: "*a", count: 40) + "b"
    #expect(try !Glob(stars).matches(String(repeating: "a", count: 5000)))
    let folders = String(repeating: "**/a/", count: 40) + "b"
    #expect(try !Glob(folders).matches(Array(repeating: "a", count: 2000).joined(separator: "/")))
  }
}
