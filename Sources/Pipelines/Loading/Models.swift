import Attribution
import Documents
import Extraction
import Foundation
import Linguistics
import Stance

extension Installation {
  /// Loads a model: a bare name (`english`) is a shipped one, anything with a slash or a dot is a path.
  /// - Throws: every path that was tried, or what is wrong with the file.
  public func linguisticModel(_ name: String) throws(Diagnostics) -> LinguisticModel {
    try model(name) { try LinguisticModel(contentsOf: $0) }
  }

  /// Loads learned attribution weights, as ``linguisticModel(_:)`` loads a parser's.
  /// - Throws: every path that was tried, or what is wrong with the file.
  public func attributionModel(_ name: String) throws(Diagnostics) -> AttributionModel {
    try model(name) { try AttributionModel(contentsOf: $0) }
  }

  /// Loads learned stance weights, as ``linguisticModel(_:)`` loads a parser's.
  /// - Throws: every path that was tried, or what is wrong with the file.
  public func stanceModel(_ name: String) throws(Diagnostics) -> StanceModel {
    try model(name) { try StanceModel(contentsOf: $0) }
  }

  /// Loads learned weights of article blocks, as ``linguisticModel(_:)`` loads a parser's.
  /// - Throws: every path that was tried, or what is wrong with the file.
  public func blockModel(_ name: String) throws(Diagnostics) -> BlockModel {
    try model(name) { try BlockModel(contentsOf: $0) }
  }

  /// Where a model is: a bare name is a shipped one.
  /// - Throws: every path that was tried.
  func modelPath(_ name: String) throws(Diagnostics) -> String {
    guard !name.contains("/"), !name.contains(".") else { return name }
    let found = find(name + ".model", in: .models)
    guard let path = found.path else {
      throw Diagnostics([Diagnostic(file: name, "no such model (tried \(found.tried.joined(separator: ", ")))")])
    }
    return path
  }

  private func model<Model>(_ name: String, _ load: (String) throws -> Model) throws(Diagnostics) -> Model {
    let path = try modelPath(name)
    do {
      return try load(path)
    } catch let error as Diagnostic {
      throw Diagnostics([error])
    } catch {
      throw Diagnostics([Diagnostic(file: path, "\(error)")])
    }
  }
}

extension StageContext {
  /// The model that an option names; a path is relative to the pipeline file.
  /// - Throws: a diagnostic at the option's place in the pipeline file.
  func linguisticModel(_ name: String, option: String) throws(Diagnostics) -> LinguisticModel {
    try model(name, option: option) { (name: String) throws(Diagnostics) in try installation.linguisticModel(name) }
  }

  /// The attribution model that an option names; without a name the shipped one, if there is one. `none` is none.
  /// - Throws: a diagnostic at the option's place in the pipeline file.
  func attributionModel(_ name: String?, option: String) throws(Diagnostics) -> AttributionModel? {
    guard let name = name ?? shipped("attribution"), name != "none" else { return nil }
    return try model(name, option: option) { (name: String) throws(Diagnostics) in
      try installation.attributionModel(name)
    }
  }

  /// The stance model that an option names.
  /// - Throws: a diagnostic at the option's place in the pipeline file.
  func stanceModel(_ name: String, option: String) throws(Diagnostics) -> StanceModel {
    try model(name, option: option) { (name: String) throws(Diagnostics) in try installation.stanceModel(name) }
  }

  /// The weights of article blocks that an option names, as for ``attributionModel(_:option:)``.
  /// - Throws: a diagnostic at the option's place in the pipeline file.
  func blockModel(_ name: String?, option: String) throws(Diagnostics) -> BlockModel? {
    guard let name = name ?? shipped("blocks"), name != "none" else { return nil }
    return try model(name, option: option) { (name: String) throws(Diagnostics) in try installation.blockModel(name) }
  }

  /// The name itself if a model of it is shipped.
  private func shipped(_ name: String) -> String? {
    installation.find(name + ".model", in: .models).path == nil ? nil : name
  }

  private func model<Model>(
    _ name: String, option: String, _ load: (String) throws(Diagnostics) -> Model
  ) throws(Diagnostics) -> Model {
    let isRelative = (name.contains("/") || name.contains(".")) && !name.hasPrefix("/")
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    do throws(Diagnostics) {
      let place = isRelative ? "\(folder)/\(name)" : name
      let model = try load(place)
      cache.note(model: name, path: try installation.modelPath(place))
      return model
    } catch {
      throw Diagnostics(error.all.map { diagnostic(option, "`\(option)`: \($0.description)") })
    }
  }
}
