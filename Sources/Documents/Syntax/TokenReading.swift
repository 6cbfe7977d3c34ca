/// What every reading of a segmented document asks of its tokens, by their indices. Readings hold both arrays
/// themselves: to reach them through a document copies it at each call. Public so that other modules can inline it.
public protocol TokenReading {
  var tokens: [Token] { get }
  var text: Text { get }
}

extension TokenReading {
  /// The bytes of a token as they stand in the text.
  @inlinable
  public func bytes(_ index: Int) -> ArraySlice<UInt8> { text.utf8[tokens[index].span.range] }

  /// The span of a range of tokens; empty at 0 for an empty range or one outside the document.
  @inlinable
  public func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return Span(0, 0) }
    return Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The text of a range of tokens, with what stands between them.
  @inlinable
  public func string(_ range: Range<Int>) -> String { range.isEmpty ? "" : text.string(span(range)) }

  @inlinable
  public func word(_ index: Int) -> String { text.string(tokens[index].span) }

  /// Whether a token is exactly this text; no token outside the document is.
  @inlinable
  public func token(_ index: Int, is word: StaticString) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let (start, count) = (Int(tokens[index].start), word.utf8CodeUnitCount)
    guard Int(tokens[index].end) - start == count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<count where text.utf8[start + offset] != word[offset] { return false }
      return true
    }
  }

  /// The first byte of a token; 0 where there is none.
  @inlinable
  public func firstByte(_ index: Int) -> UInt8 {
    guard tokens.indices.contains(index), tokens[index].start < tokens[index].end else { return 0 }
    return text.utf8[Int(tokens[index].start)]
  }

  /// Whether a token begins with a capital of ASCII, Latin-1 or Latin Extended-A (by its lead byte).
  @inlinable
  public func isCapitalised(_ index: Int) -> Bool {
    let first = firstByte(index)
    return first >= 0x41 && first <= 0x5A || first == 0xC3 || first == 0xC4 || first == 0xC5
  }
}
