import Documents
import Yams

/// The stages that pipeline files can name.
public struct Registry: Sendable {
  /// A stage before it has options.
  public struct Entry: Sendable {
    public let name: String
    public let summary: String
    public let takes: any Document.Type
    public let gives: any Document.Type
    public let options: [OptionDescription]
    let make: @Sendable (Node?, StageContext) throws(Diagnostics) -> AnyStage

    init<S: Stage>(_ type: S.Type) {
      name = S.name
      summary = S.summary
      takes = S.Input.self
      gives = S.Output.self
      options = S.Options.described
      make = { (node: Node?, context: StageContext) throws(Diagnostics) -> AnyStage in
        let options = try OptionDecoder(file: context.file).decode(S.Options.self, from: node)
        return AnyStage(try S(options: options, context: context))
      }
    }
  }

  public let entries: [Entry]

  public static let standard = Registry(entries: [
    Entry(CleanStage.self),
    Entry(SegmentStage.self),
    Entry(ParseStage.self),
    Entry(AttributeStage.self),
    Entry(ResolveStage.self),
    Entry(ScoreStage.self),
  ])

  public func entry(named name: String) -> Entry? { entries.first { $0.name == name } }
}
