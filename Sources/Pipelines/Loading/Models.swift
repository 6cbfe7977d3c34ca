import Documents
import Foundation
import Linguistics

extension Installation {
  /// Loads a model: a bare name (`english`) is a shipped one, anything with a slash or a dot is a path.
  /// - Throws: every path that was tried, or what is wrong with the file.
  public func linguisticModel(_ name: String) throws(Diagnostics) -> LinguisticModel {
    let path: String
    if name.contains("/") || name.contains(".") {
      path = name
    } else {
      let found = find(name + ".model", in: .models)
      guard let shipped = found.path else {
        throw Diagnostics([
          Diagnostic(file: name, "no such model (tried \(found.tried.joined(separator: ", ")))")
        ])
      }
      path = shipped
    }
    do {
      return try LinguisticModel(contentsOf: path)
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
    let isRelative = (name.contains("/") || name.contains(".")) && !name.hasPrefix("/")
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    do throws(Diagnostics) {
      return try installation.linguisticModel(isRelative ? "\(folder)/\(name)" : name)
    } catch {
      throw Diagnostics(error.all.map { diagnostic(option, "`\(option)`: \($0.description)") })
    }
  }
}
