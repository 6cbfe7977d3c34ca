import Linguistics

/// Puts texts together that share a run of words: copies of one story, cut differently. What is held out must hold
/// none of what was learned from.
public struct TextGroups {
  private static let length = 8
  private var parents: [Int] = []
  private var seen: [UInt64: Int] = [:]

  public init() {}

  /// Adds a text; its number.
  public mutating func add(_ text: String) -> Int {
    let number = parents.count
    parents.append(number)
    let words = text.utf8.split { $0 == UInt8(ascii: " ") }.map { hash(of: $0) }
    for start in stride(from: 0, through: words.count - TextGroups.length, by: 1) {
      let run = words[start..<(start + TextGroups.length)].reduce(0) { mixed(rotated($0, 7) ^ $1) }
      if let other = seen[run] { parents[root(number)] = root(other) } else { seen[run] = number }
    }
    return number
  }

  /// Puts texts about one subject together.
  public mutating func join(_ number: Int, about subject: String) {
    let key = mixed(hash(of: subject.utf8))
    if let other = seen[key] { parents[root(number)] = root(other) } else { seen[key] = number }
  }

  /// The group of a text; groups are known once all texts are in.
  public mutating func root(_ number: Int) -> Int {
    var index = number
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
}
