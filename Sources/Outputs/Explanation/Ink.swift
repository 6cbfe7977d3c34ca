/// Colours for terminals (ECMA-48, *Select Graphic Rendition*), or none.
struct Ink {
  let isColoured: Bool

  func heading(_ text: String) -> String { set("1", text) }
  func faint(_ text: String) -> String { set("2", text) }
  func favor(_ text: String) -> String { set("32", text) }
  func against(_ text: String) -> String { set("31", text) }
  func marked(_ text: String) -> String { set("36", text) }

  private func set(_ code: String, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
