import Documents

/// Where a statement speaks of a target.
enum TargetMentions {
  /// Token ranges of the mentions inside a statement's content. A demonym before a name or a title (*Russian Defence
  /// Minister*) speaks of the person, not of the country.
  static func inContent(of statement: Statement, _ target: Target, _ reading: StanceReading) -> [Range<Int>] {
    target.mentions.compactMap { mention in
      guard statement.content.contains(where: { $0.contains(mention.span) }) else { return nil }
      let tokens = reading.locator.range(mention.span)
      if mention.form == .demonym, tokens.upperBound < reading.tokens.count,
        reading.isCapitalised(tokens.upperBound) || reading.targetOf[tokens.upperBound] >= 0
      {
        return nil
      }
      return tokens
    }
  }
}
