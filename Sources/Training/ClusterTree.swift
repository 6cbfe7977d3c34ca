#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Joins word classes two by two, those first whose union loses the least mutual information between neighbours
/// (Brown et al. 1992). The way from the last union down to a class is the class's path.
struct ClusterTree {
  private var size: Int
  private var pairs: [Double]
  private var rows: [Double]
  private var columns: [Double]
  private let total: Double
  private var alive: [Int]

  init(pairs: [Int32], classes: Int) {
    size = classes
    self.pairs = pairs.map { Double($0) }
    rows = [Double](repeating: 0, count: classes)
    columns = rows
    for a in 0..<classes {
      for b in 0..<classes {
        rows[a] += self.pairs[a * classes + b]
        columns[b] += self.pairs[a * classes + b]
      }
    }
    total = max(1, rows.reduce(0, +))
    alive = []
    for a in 2..<classes where rows[a] > 0 { alive.append(a) }
  }

  private func q(_ count: Double, _ row: Double, _ column: Double) -> Double {
    count > 0 ? count * log(count * total / (row * column)) : 0
  }

  private func q(_ a: Int, _ b: Int) -> Double { q(pairs[a * size + b], rows[a], columns[b]) }

  /// What of the information between a class and all others `x` would be there for the union of a and b.
  private func union(_ a: Int, _ b: Int, with x: Int) -> Double {
    q(pairs[a * size + x] + pairs[b * size + x], rows[a] + rows[b], columns[x])
      + q(pairs[x * size + a] + pairs[x * size + b], rows[x], columns[a] + columns[b])
  }

  /// The part of the loss of joining a and b that comes from their neighbourhood with x.
  private func loss(_ a: Int, _ b: Int, with x: Int) -> Double {
    q(a, x) + q(x, a) + q(b, x) + q(x, b) - union(a, b, with: x)
  }

  private func fullLoss(_ a: Int, _ b: Int) -> Double {
    var sum = 0.0
    for x in 0..<size where x != a && x != b && rows[x] + columns[x] > 0 { sum += loss(a, b, with: x) }
    let inside = pairs[a * size + a] + pairs[a * size + b] + pairs[b * size + a] + pairs[b * size + b]
    return sum + q(a, a) + q(a, b) + q(b, a) + q(b, b) - q(inside, rows[a] + rows[b], columns[a] + columns[b])
  }

  /// For each class its path (first turn in the highest bit) and the path's length, at most 16.
  mutating func paths() -> [ClusterPath] {
    var children: [Int: (Int, Int)] = [:]
    var node = Array(0..<size)
    var next = size
    var losses = [Double](repeating: 0, count: size * size)
    for (i, a) in alive.enumerated() {
      for b in alive[(i + 1)...] { losses[a * size + b] = fullLoss(a, b) }
    }
    while alive.count > 1 {
      var best = (alive[0], alive[1])
      var least = Double.infinity
      for (i, a) in alive.enumerated() {
        for b in alive[(i + 1)...] where losses[a * size + b] < least {
          least = losses[a * size + b]
          best = (a, b)
        }
      }
      let (i, j) = best
      alive.removeAll { $0 == j }
      let others = alive.filter { $0 != i }
      for (k, a) in others.enumerated() {
        for b in others[(k + 1)...] { losses[a * size + b] -= loss(a, b, with: i) + loss(a, b, with: j) }
      }
      merge(j, into: i)
      for (k, a) in others.enumerated() {
        for b in others[(k + 1)...] { losses[a * size + b] += loss(a, b, with: i) }
        losses[min(a, i) * size + max(a, i)] = fullLoss(min(a, i), max(a, i))
      }
      children[next] = (node[i], node[j])
      node[i] = next
      next += 1
    }
    var paths = [ClusterPath](repeating: ClusterPath(path: 0, length: 0, number: 0), count: size)
    guard let top = alive.first else { return paths }
    var open = [(node[top], UInt16(0), UInt8(0))]
    while let (current, path, length) = open.popLast() {
      if let (left, right) = children[current] {
        let bit: UInt16 = length < 16 ? 1 << UInt16(15 - length) : 0
        open.append((left, path, min(16, length + 1)))
        open.append((right, path | bit, min(16, length + 1)))
      } else {
        paths[current] = ClusterPath(path: path, length: max(1, length), number: UInt16(current))
      }
    }
    return paths
  }

  private mutating func merge(_ j: Int, into i: Int) {
    for x in 0..<size {
      pairs[i * size + x] += pairs[j * size + x]
      pairs[j * size + x] = 0
    }
    for x in 0..<size {
      pairs[x * size + i] += pairs[x * size + j]
      pairs[x * size + j] = 0
    }
    rows[i] += rows[j]
    columns[i] += columns[j]
    rows[j] = 0
    columns[j] = 0
  }
}
