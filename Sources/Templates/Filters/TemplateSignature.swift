import Diagnostics

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

  /// Refuses arguments that a filter or a test does not know, where its name is worked out while
  /// rendering; otherwise the parser has done that.
  func check(_ arguments: TemplateArguments, of name: String) throws(TemplateFailure) {
    guard !acceptsMore else { return }
    let count = arguments.positional.count
    guard count <= parameters.count else {
      throw TemplateFailure(
        "wrong-argument",
        "'\(name)' takes \(counted(parameters.count, "argument")), not \(count)")
    }
    for argument in arguments.named where !parameters.contains(argument.name) {
      throw TemplateFailure(
        "wrong-argument", "'\(name)' has no argument '\(argument.name)'",
        help: suggestions(
          for: argument.name, among: parameters, called: "arguments of '\(name)'"))
    }
  }
}
