import Lexicons
import Linguistics
import TestSupport
import Testing

@testable import Pipelines

@Suite struct LexiconCacheTests {
  /// What is read once is one file, and stages that stand on the same files share a tagger.
  @Test func stagesOnTheSameLexiconsShareATagger() throws {
    let cache = LexiconCache()
    func read(_ name: String, _ kind: String) throws -> [LexiconFile] {
      [try cache.read(path: Repository.path("Lexicons/\(name).yaml"), kind: kind)]
    }
    let (negators, names) = (try read("negators", "negators"), try read("given-names", "names"))
    let first = cache.tagger(verbFiles: negators, nameFiles: names, nounFiles: [])
    let again = cache.tagger(
      verbFiles: try read("negators", "negators"), nameFiles: try read("given-names", "names"), nounFiles: [])
    #expect(first === again)
    #expect(cache.tagger(verbFiles: negators, nameFiles: [], nounFiles: []) !== first)
    #expect(cache.tagger(verbFiles: names, nameFiles: negators, nounFiles: []) !== first)
    #expect(LexiconCache().tagger(verbFiles: negators, nameFiles: names, nounFiles: []) !== first)
  }
}
