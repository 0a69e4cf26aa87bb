/// A question about a value, as in `{% if count is odd %}`.
public struct TemplateTest: Sendable {
  /// How a test answers.
  public typealias Body =
    @Sendable (TemplateValue, TemplateArguments) throws(TemplateFailure) -> Bool

  /// The name that stands after `is`.
  public let name: String
  /// The arguments it takes.
  public let signature: TemplateSignature
  let body: Body

  /// A test under its name.
  public init(
    _ name: String, _ signature: TemplateSignature = TemplateSignature(), _ body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.body = body
  }

  /// The same test under another name.
  func named(_ name: String) -> TemplateTest { TemplateTest(name, signature, body) }
}
