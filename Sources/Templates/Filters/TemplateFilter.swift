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
