/// The arguments that a filter or a test takes, so that wrong ones are found before rendering.
public struct TemplateSignature: Sendable {
  /// Their names, in order.
  public let parameters: [String]
  /// How many of them must be given.
  public let requiredCount: Int
  /// Whether it takes any others as well.
  public let acceptsMore: Bool

  /// Arguments by name; the first `required` must be given.
  public init(_ parameters: [String] = [], required: Int = 0, acceptsMore: Bool = false) {
    self.parameters = parameters
    self.requiredCount = required
    self.acceptsMore = acceptsMore
  }
}
