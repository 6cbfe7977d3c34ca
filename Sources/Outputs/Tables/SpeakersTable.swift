import Documents

/// `speakers.csv`: the speakers of each document, with what they said counted.
///
/// It counts the statements whose speaker the other tables name, and leaves out a speaker who has none: every
/// `speaker_id` of those tables stands here, and nobody else.
struct SpeakersTable {
  static let columns = [
    "document_id", "date", "publication", "speaker_id", "speaker", "aliases", "speaker_type", "speaker_role",
    "statements", "stances", "favor", "against", "neutral",
  ]

  private struct Counts {
    var statements = 0
    var favor = 0
    var against = 0
    var neutral = 0
  }

  private let view: RecordView
  private let options: OutputOptions

  init(_ view: RecordView, _ options: OutputOptions) {
    self.view = view
    self.options = options
  }

  func write(to csv: inout CSVWriter) {
    guard let speakers = view.speakers, !speakers.isEmpty else { return }
    let counts = counts(of: speakers)
    for (speaker, counts) in zip(speakers, counts) where counts.statements > 0 {
      csv.text(view.id)
      csv.text(view.metadata.date)
      csv.text(view.metadata.site)
      csv.text(speaker.id)
      csv.text(speaker.name)
      csv.text(speaker.aliases.joined(separator: "; "))
      csv.text(speaker.kind.rawValue)
      csv.text(speaker.role)
      csv.number(counts.statements)
      let hasStances = view.stances != nil
      csv.number(hasStances ? counts.favor + counts.against + counts.neutral : nil)
      csv.number(hasStances ? counts.favor : nil)
      csv.number(hasStances ? counts.against : nil)
      csv.number(hasStances ? counts.neutral : nil)
      csv.endRow()
    }
  }

  private func counts(of speakers: [Speaker]) -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: speakers.count)
    for index in (view.statements ?? []).indices {
      if let speaker = namedSpeaker(ofStatement: index) { counts[speaker].statements += 1 }
    }
    for stance in view.stances ?? [] where view.hasParties(stance) {
      guard let speaker = namedSpeaker(ofStatement: stance.statement) else { continue }
      switch stance.side {
      case .favor: counts[speaker].favor += 1
      case .against: counts[speaker].against += 1
      case .neutral: counts[speaker].neutral += 1
      }
    }
    return counts
  }

  /// Index of the speaker whom the tables name for a statement.
  private func namedSpeaker(ofStatement index: Int) -> Int? {
    guard let link = view.link(ofStatement: index), link.confidence >= options.minSpeakerConfidence else {
      return nil
    }
    return link.speaker
  }
}
