/// Something attributed to a source: PolNeAR's *attribution* of source, cue and content.
public struct Statement: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The content stands wholly inside quotation marks.
    case direct
    /// A part of the content stands inside quotation marks.
    case mixed
    case indirect
    /// The article's own voice.
    case authorial
    /// A deed that takes a side without words.
    case act
  }

  public enum ClaimType: String, Sendable, CaseIterable {
    case assertion, evaluation, prediction, demand, commitment, denial, question
  }

  public enum Modality: String, Sendable, CaseIterable {
    case asserted, hedged, obligation, possibility, conditional, negated
  }

  /// A hash of (document id, kind, spans): see ``StableHash``.
  public var id: String
  /// The id of the statement whose content holds this one.
  public var parent: String?
  public var kind: Kind
  /// Spans in text order; empty where nobody is named.
  public var source: [Span]
  public var cue: [Span]
  /// Pieces in text order; never empty.
  public var content: [Span]
  /// `nil` for acts.
  public var claimType: ClaimType?
  public var modality: Modality
  /// 0…1: that content and source are right.
  public var confidence: Double
  /// The name of the rule or model that found it.
  public var rule: String
  /// Lemma of the cue's head: `say`; empty where there is no cue.
  public var cueLemma: String

  public init(
    documentID: String, kind: Kind, source: [Span], cue: [Span], content: [Span], claimType: ClaimType? = nil,
    modality: Modality = .asserted, confidence: Double, rule: String, cueLemma: String = ""
  ) {
    self.kind = kind
    self.source = source
    self.cue = cue
    self.content = content
    self.claimType = claimType
    self.modality = modality
    self.confidence = confidence
    self.rule = rule
    self.cueLemma = cueLemma
    var hash = StableHash()
    hash.combine(documentID)
    hash.combine(kind.rawValue)
    hash.combine(source)
    hash.combine(cue)
    hash.combine(content)
    id = hash.hex
  }
}

extension StableHash {
  fileprivate mutating func combine(_ spans: [Span]) {
    combine(spans.count)
    for span in spans {
      combine(span.start)
      combine(span.end)
    }
  }
}
