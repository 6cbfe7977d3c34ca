/// The closest of some names to what somebody typed, if it is close enough to be worth asking about.
public func didYouMean(_ typed: String, among names: [String]) -> String? {
  let limit = max(1, typed.count / 3)
  var best: (name: String, distance: Int)?
  for name in names.sorted() {
    let distance = editDistance(Array(typed.lowercased().utf8), Array(name.lowercased().utf8))
    if distance <= limit, distance < (best?.distance ?? .max) { best = (name, distance) }
  }
  return best?.name
}

/// Damerau–Levenshtein distance in its restricted form: insertions, deletions, substitutions, swapped neighbours.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var previous = [Int](repeating: 0, count: b.count + 1)
  var current = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var next = [Int](repeating: i + 1, count: b.count + 1)
    for (j, y) in b.enumerated() {
      next[j + 1] = min(current[j + 1] + 1, next[j] + 1, current[j] + (x == y ? 0 : 1))
      if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { next[j + 1] = min(next[j + 1], previous[j - 1] + 1) }
    }
    previous = current
    current = next
  }
  return current[b.count]
}
