/// Runs a job for each number below `count`, at most `jobs` at a time, and gives the results in order.
func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: count)
    var next = 0
    while next < min(count, max(1, jobs)) {
      let index = next
      group.addTask { (index, body(index)) }
      next += 1
    }
    while let (index, result) = await group.next() {
      results[index] = result
      guard next < count else { continue }
      let following = next
      group.addTask { (following, body(following)) }
      next += 1
    }
    return results.compactMap { $0 }
  }
}
