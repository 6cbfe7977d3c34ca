/// Files whose documents shards divide between them: those that may hold a million. Every shard reads them, and does
/// its part. All others are one shard's, which alone reads them.
enum DividedFiles {
  private static let extensions = [".jsonl", ".ndjson", ".csv", ".tsv", ".tar", ".tgz", ".zip", ".warc"]
  private static let packings = [".gz", ".zst", ".bz2", ".xz"]

  static func contains(path: String) -> Bool {
    var name = path.lowercased()[...]
    if let packing = packings.first(where: name.hasSuffix) { name.removeLast(packing.count) }
    return extensions.contains(where: name.hasSuffix)
  }
}
