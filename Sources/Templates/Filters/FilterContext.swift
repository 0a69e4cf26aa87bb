/// What a filter may know besides its subject and its arguments.
public struct FilterContext: Sendable {
  private(set) var kind: OutputKind
  let limits: TemplateLimits
  let filters: [String: TemplateFilter]
  let tests: [String: TemplateTest]
  /// The language of names of months and days where no other is asked for.
  let language: String
  /// The language of the output, which decides how words follow numbers.
  var textLanguage: String
  /// The values of the environment's globals in this rendering.
  var globals: [TemplateValue] = []

  init(environment: TemplateEnvironment) {
    kind = .plain
    limits = environment.limits
    filters = environment.filters
    tests = environment.tests
    language = environment.language
    textLanguage = environment.language
  }

  /// The same, for output of another kind.
  func writing(_ kind: OutputKind) -> FilterContext {
    var context = self
    context.kind = kind
    return context
  }
}
