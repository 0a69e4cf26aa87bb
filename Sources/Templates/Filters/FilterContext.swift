/// What a filter may know besides its subject and its arguments.
public struct FilterContext: Sendable {
  let kind: OutputKind
  let limits: TemplateLimits
  let filters: [String: TemplateFilter]
  let tests: [String: TemplateTest]
  /// The language of names of months and days where no other is asked for.
  let language: String

  /// The same, for output of another kind.
  func writing(_ kind: OutputKind) -> FilterContext {
    FilterContext(
      kind: kind, limits: limits, filters: filters, tests: tests, language: language)
  }
}
