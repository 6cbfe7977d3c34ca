import Documents

/// One step of a pipeline: one input type, one output type, options that a pipeline file can set.
///
/// To add a stage, write one file in `Stages/` that conforms to this and add a line to ``Registry/standard``.
public protocol Stage: Sendable {
  associatedtype Input: Document
  associatedtype Output: Document
  associatedtype Options: StageOptions

  /// The name that pipeline files use.
  static var name: String { get }

  /// One line for people.
  static var summary: String { get }

  /// Loads what the stage needs; nothing is read from disk afterwards.
  /// - Throws: ``Diagnostics`` that point into the pipeline file, a lexicon or a model.
  init(options: Options, context: StageContext) throws(Diagnostics)

  /// - Throws: a ``DocumentError`` if this document cannot be processed.
  func process(_ input: Input) throws(DocumentError) -> Output

  /// The same, noting what was weighed; stages that weigh nothing for people need not have it.
  func process(_ input: Input, trace: Trace?) throws(DocumentError) -> Output
}

extension Stage {
  public func process(_ input: Input, trace: Trace?) throws(DocumentError) -> Output { try process(input) }
}

/// A stage that also splits files that hold several documents, such as feeds.
public protocol ContainerStage: Stage where Input == SourceDocument {
  /// The documents of a container; the document itself where it is none.
  /// - Throws: a ``DocumentError`` for a container that cannot be read.
  func items(of source: SourceDocument) throws(DocumentError) -> [SourceDocument]
}

/// Options of a stage: decodable, each with a default.
public protocol StageOptions: Decodable, Sendable {
  init()
  /// What a pipeline file may write, in the order in which people should read it.
  static var described: [OptionDescription] { get }
}

/// An option as `pipeline check` prints it.
public struct OptionDescription: Sendable {
  public var key: String
  public var type: String
  public var meaning: String

  public init(_ key: String, _ type: String, _ meaning: String) {
    self.key = key
    self.type = type
    self.meaning = meaning
  }
}

/// Options of a stage that has none.
public struct NoOptions: StageOptions {
  public static let described: [OptionDescription] = []
  public init() {}
}
