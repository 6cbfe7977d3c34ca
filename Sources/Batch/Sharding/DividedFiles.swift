/// Files whose documents shards divide between them, as they do members of archives: those that may hold a million. Every
/// shard reads them, and does its part. All others are one shard's, which alone reads them.
enum DividedFiles {
  private static let extensions = [".jsonl", ".ndjson", ".csv", ".tsv"]
  private static let packings = [".gz", ".zst"]

  static func contains(path: String) -> Bool {
    var name = path.lowercased()[...]
    if let packing = packings.first(where: name.hasSuffix) { name.removeLast(packing.count) }
    return extensions.contains(where: name.hasSuffix)
  }
}
