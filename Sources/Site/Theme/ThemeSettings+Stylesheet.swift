internal import Text

extension ThemeSettings {
  /// The static file that the properties are written into.
  static let stylesheetName = "style.css"

  /// The end of the stylesheet: rules that set the properties; empty where none is set.
  var stylesheet: Bytes {
    let rules =
      rule(measures) + rule(light, within: "@media screen and (prefers-color-scheme: light)")
      + rule(dark, within: "@media screen and (prefers-color-scheme: dark)")
    guard !rules.isEmpty else { return [] }
    return Bytes("\n/* Set in site.yaml, under `theme`. */\n\(rules)".utf8)
  }

  private func rule(_ properties: [Property], within query: String? = nil) -> String {
    guard !properties.isEmpty else { return "" }
    let declarations = properties.map { "\($0.name): \($0.value);" }.joined(separator: " ")
    let rule = ":root { \(declarations) }"
    return query.map { "\($0) { \(rule) }\n" } ?? rule + "\n"
  }
}
