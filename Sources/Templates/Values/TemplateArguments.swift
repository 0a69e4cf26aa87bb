import Diagnostics

/// What a template gave to a function or a filter.
///
/// An argument is asked for by its position and its name at once, since a template may write
/// either: `date("long", "sv")` or `date(format="long", language="sv")`.
public struct TemplateArguments: Sendable {
  /// An argument written as `name=value`.
  public struct Named: Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: TemplateValue

    /// A name and its value.
    public init(name: String, value: TemplateValue) {
      self.name = name
      self.value = value
    }
  }

  /// Those without a name, in order.
  public let positional: [TemplateValue]
  /// Those with a name, in order.
  public let named: [Named]

  /// Arguments.
  public init(_ positional: [TemplateValue] = [], named: [Named] = []) {
    self.positional = positional
    self.named = named
  }

  static let none = TemplateArguments()

  /// Whether nothing was given.
  public var isEmpty: Bool { positional.isEmpty && named.isEmpty }

  /// The argument at a position or under a name; nil where it was not given.
  public func value(_ position: Int, _ name: String) -> TemplateValue? {
    if position < positional.count { return positional[position] }
    return value(name)
  }

  /// The argument under a name; nil where it was not given.
  public func value(_ name: String) -> TemplateValue? {
    named.first { $0.name == name }?.value
  }

  /// A text; nil where it was not given or is `none`.
  public func text(_ position: Int, _ name: String) throws(TemplateFailure) -> String? {
    guard let value = value(position, name), !value.isNone else { return nil }
    guard let text = value.asWrittenText else {
      throw .wrongArgument(name, "a text", value)
    }
    return text
  }

  /// A text that must be given.
  public func requiredText(_ position: Int, _ name: String) throws(TemplateFailure) -> String {
    guard let text = try text(position, name) else { throw .missingArgument(name) }
    return text
  }

  /// A whole number; nil where it was not given or is `none`.
  public func integer(_ position: Int, _ name: String) throws(TemplateFailure) -> Int? {
    guard let value = value(position, name), !value.isNone else { return nil }
    guard let integer = value.asInteger else {
      throw .wrongArgument(name, "a whole number", value)
    }
    return integer
  }

  /// A whole number that must be given.
  public func requiredInteger(_ position: Int, _ name: String) throws(TemplateFailure) -> Int {
    guard let integer = try integer(position, name) else { throw .missingArgument(name) }
    return integer
  }

  /// Whether an argument is given and true.
  public func isTrue(_ position: Int, _ name: String, default fallback: Bool = false) -> Bool {
    value(position, name)?.isTruthy ?? fallback
  }

  /// Refuses more arguments than something takes, and those with a name that is none of its.
  func check(atMost most: Int, named names: [String] = [], of name: String)
    throws(TemplateFailure)
  {
    guard positional.count <= most else {
      throw TemplateFailure(
        "wrong-argument", "'\(name)' takes \(counted(most, "argument")), not \(positional.count)")
    }
    for argument in named where !names.contains(argument.name) {
      throw TemplateFailure("wrong-argument", "'\(name)' has no argument '\(argument.name)'")
    }
  }

  /// The arguments after the first `count` positional ones.
  func dropping(_ count: Int) -> TemplateArguments {
    TemplateArguments(Array(positional.dropFirst(count)), named: named)
  }
}
