public import Diagnostics

/// Why a template could not be rendered: one or more errors, each with its place in a template.
public struct TemplateError: Error, Sendable {
  /// The errors, each once, in the order in which they were met.
  public let diagnostics: [Diagnostic]
  /// What was being rendered, such as `content/posts/a.md`.
  ///
  /// It is no part of the diagnostics, so that the same error on a thousand pages can be told
  /// once, with the pages it is on.
  public let subject: String
}
