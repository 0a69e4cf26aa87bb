public import Diagnostics

/// Why front matter cannot be edited without a risk for what else stands in it.
public struct FrontMatterEditError: Error, Sendable {
  /// The reasons at their places; at least one error.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension Diagnostic {
  private static let editRule: Rule = "front-matter-edit"

  static func notByLines(
    _ form: RootMapping.Form, _ fields: [FrontMatterField], at location: TextLocation
  ) -> Diagnostic {
    let message =
      form == .flow
      ? "front matter in braces is not edited" : "this front matter is no table of fields"
    return .error(
      editRule, message, at: location,
      help: [
        "write one 'key: value' a line, without braces around them, or add by hand: "
          + fields.map(\.line).joined(separator: ", ")
      ])
  }

  static func isCollection(_ field: FrontMatterField, at location: TextLocation) -> Diagnostic {
    .error(
      editRule, "'\(field.name)' holds a list or a table, and is to become one value", at: location,
      help: ["write in its place: \(field.line)"])
  }

  static func isRepeated(
    _ field: FrontMatterField, _ anchor: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      editRule,
      "'\(field.name)' cannot be set, since '*\(anchor)' repeats its value elsewhere in the file",
      at: location,
      help: ["write the value out where '*\(anchor)' stands, and try again"])
  }

  static func cannotEdit(_ fields: [FrontMatterField], at location: TextLocation) -> Diagnostic {
    .error(
      editRule, "this front matter cannot be edited without changing other fields", at: location,
      help: ["write by hand: " + fields.map(\.line).joined(separator: ", ")])
  }
}
