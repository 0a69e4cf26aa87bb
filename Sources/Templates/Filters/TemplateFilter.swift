import Diagnostics

/// Something that makes a new value from one, as in `{{ title | upper }}`.
public struct TemplateFilter: Sendable {
  /// What a filter does with its subject.
  public typealias Body =
    @Sendable (TemplateValue, TemplateArguments, FilterContext) throws(TemplateFailure)
    -> TemplateValue

  /// The name that stands after the bar.
  public let name: String
  /// The arguments it takes.
  public let signature: TemplateSignature
  /// Whether the subject may be a name without a value, as that of `default`.
  let allowsMissingSubject: Bool
  let body: Body

  /// A filter under its name.
  public init(
    _ name: String, _ signature: TemplateSignature = TemplateSignature(), _ body: @escaping Body
  ) {
    self.init(name, signature, allowsMissingSubject: false, body)
  }

  /// A filter that calls a function among the environment's globals, with its subject as the
  /// first argument.
  ///
  /// Filters are the same for all renderings, and globals are given to each: this is how a filter
  /// knows the page that is being rendered.
  ///
  /// - Parameters:
  ///   - name: the name that stands after the bar.
  ///   - signature: the arguments that the function takes after the first.
  ///   - global: the place of the function in the environment's globals.
  public init(_ name: String, _ signature: TemplateSignature, callingGlobal global: Int) {
    self.init(name, signature) { (subject, arguments, context) throws(TemplateFailure) in
      guard context.globals.indices.contains(global),
        case .function(let function) = context.globals[global]
      else { throw TemplateFailure("wrong-kind", "'\(name)' is no function here") }
      // Otherwise the function would say that its first argument is missing.
      if subject.isNone { throw .wrongSubject(name, "a value", subject) }
      return try function(
        TemplateArguments([subject] + arguments.positional, named: arguments.named))
    }
  }

  init(
    _ name: String, _ signature: TemplateSignature, allowsMissingSubject: Bool,
    _ body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.allowsMissingSubject = allowsMissingSubject
    self.body = body
  }

  /// The same filter under another name.
  func named(_ name: String) -> TemplateFilter {
    TemplateFilter(name, signature, allowsMissingSubject: allowsMissingSubject, body)
  }
}
