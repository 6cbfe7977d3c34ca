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
    var sides: [Stance.Side: Int] = [:]
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
      csv.number(view.stances == nil ? nil : counts.sides.values.reduce(0, +))
      for side in [Stance.Side.favor, .against, .neutral] {
        csv.number(view.stances == nil ? nil : counts.sides[side] ?? 0)
      }
      csv.endRow()
    }
  }

  private func counts(of speakers: [Speaker]) -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: speakers.count)
    for index in (view.statements ?? []).indices {
      if let speaker = namedSpeaker(ofStatement: index) { counts[speaker].statements += 1 }
    }
    for stance in view.stances ?? [] where view.parties(of: stance) != nil {
      guard let speaker = namedSpeaker(ofStatement: stance.statement) else { continue }
      counts[speaker].sides[stance.side, default: 0] += 1
    }
    return counts
  }

  /// Index of the speaker whom the tables name for a statement.
  private func namedSpeaker(ofStatement index: Int) -> Int? {
    guard let link = view.speaker(ofStatement: index)?.link, link.confidence >= options.minSpeakerConfidence else {
      return nil
    }
    return link.speaker
  }
}
