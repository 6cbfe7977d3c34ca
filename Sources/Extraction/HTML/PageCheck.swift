import Documents

/// Tells pages that stand in an article's place: consent walls, error pages, the stubs before a paywall.
enum PageCheck {
  /// The warning that a page deserves, and whether what it says is no article at all.
  static func check(_ prepared: PreparedPage, kinds: [Block.Kind]) -> (warning: Warning, hasNoArticle: Bool)? {
    let metadata = prepared.metadata
    let bodyWords = kinds.indices.reduce(0) { $0 + (kinds[$1].isBody ? Int(prepared.page.blocks[$1].words) : 0) }
    guard bodyWords < 250 else { return nil }
    var consentWords = 0
    var paywalls = 0
    for index in kinds.indices {
      let words = Int(prepared.page.blocks[index].words)
      guard words <= 90 else { continue }
      let furniture = prepared.furniture[index]
      if furniture == .consent || kinds[index].isBody && isConsent(prepared.lines[index]) { consentWords += words }
      if furniture == .paywall { paywalls += 1 }
    }
    let title = Line(Array((metadata.title ?? "").utf8)[...])
    if bodyWords < 150,
      errorTitles.contains(where: title.starts) || title.wordCount <= 8 && errorTitles.contains(where: title.contains)
    {
      return (Warning(code: "error-page", "an error page: \(metadata.title ?? "")"), true)
    }
    if consentWords * 2 > bodyWords, consentWords > 20 {
      return (Warning(code: "consent-wall", "a page that asks for consent stands before the article"), true)
    }
    if paywalls > 0 || prepared.reader.data.isPaid {
      // The beginning is the article's own text; an offer alone is none.
      let hasBeginning = kinds.indices.contains {
        kinds[$0].isBody && prepared.lines[$0].isProse && prepared.furniture[$0] == nil
      }
      return (Warning(code: "paywall", "only the beginning of an article that has to be paid for"), !hasBeginning)
    }
    return nil
  }

  private static func isConsent(_ line: Line) -> Bool {
    consentWords.filter(line.contains).count >= 2
  }

  private static let consentWords = [
    "cookie", "consent", "partners", "personal data", "privacy", "preferences", "device",
  ]
  private static let errorTitles = [
    "404", "403 ", "page not found", "access denied", "just a moment", "attention required", "are you a robot",
    "error 404", "page unavailable", "site maintenance", "service unavailable", "verify you are human",
    "access to this page has been denied", "pardon our interruption", "bot verification", "page cannot be found",
  ]
}
