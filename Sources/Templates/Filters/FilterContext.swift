/// What a filter may know besides its subject and its arguments.
public struct FilterContext: Sendable {
  /// How the output is written, and so what has to be escaped.
  var kind: OutputKind
  /// The language of the output, which decides how words follow numbers and what months are called.
  var textLanguage: String
  /// The values of the environment's globals in this rendering.
  var globals: [TemplateValue] = []
  /// What is the same for all templates of a set; one reference, since contexts are copied often.
  private let shared: Shared

  private final class Shared: Sendable {
    let limits: TemplateLimits
    let filters: [String: TemplateFilter]
    let tests: [String: TemplateTest]
    let language: String

    init(_ environment: TemplateEnvironment) {
      limits = environment.limits
      filters = environment.filters
      tests = environment.tests
      language = environment.language
    }
  }

  init(environment: TemplateEnvironment) {
    kind = .plain
    textLanguage = environment.language
    shared = Shared(environment)
  }

  var limits: TemplateLimits { shared.limits }
  var filters: [String: TemplateFilter] { shared.filters }
  var tests: [String: TemplateTest] { shared.tests }
  /// The language of names of months and days where those of the output's language are not known.
  var language: String { shared.language }
}
