public import Diagnostics

/// Why a filter, a test or a function has no value for what it was given.
///
/// Whoever throws one says what is wrong and how to put it right; the renderer adds the place in
/// the template and the chain of includes that led there.
public struct TemplateFailure: Error {
  /// Boxed, so that a failure is one word on its way up and costs nothing where there is none.
  private final class Storage: Sendable {
    let rule: Diagnostic.Rule
    let message: String
    let help: [String]
    let place: Place?
    let weight: Weight

    init(
      rule: Diagnostic.Rule, message: String, help: [String], place: Place?, weight: Weight
    ) {
      self.rule = rule
      self.message = message
      self.help = help
      self.place = place
      self.weight = weight
    }
  }

  /// A range of bytes in one template.
  struct Place: Sendable, Hashable {
    let template: Int
    let span: ByteSpan
  }

  /// Whether rendering goes on after it.
  enum Weight: Sendable {
    /// Reported; the next statement is rendered, so that its errors are found in the same run.
    case ordinary
    /// Only follows from another failure, which was reported.
    case consequence
    /// A limit was reached: rendering ends.
    case final
    /// Rendering ends, because enough has been reported.
    case end
  }

  private let storage: Storage

  /// A failure with a rule's name, a message (lower case, no full stop) and ways out.
  public init(_ rule: Diagnostic.Rule, _ message: String, help: [String] = []) {
    self.init(rule, message, help: help, weight: .ordinary)
  }

  init(
    _ rule: Diagnostic.Rule, _ message: String, help: [String] = [], place: Place? = nil,
    weight: Weight
  ) {
    storage = Storage(rule: rule, message: message, help: help, place: place, weight: weight)
  }

  /// The rule that was broken.
  public var rule: Diagnostic.Rule { storage.rule }
  /// What is wrong.
  public var message: String { storage.message }
  /// Ways out.
  public var help: [String] { storage.help }

  var place: Place? { storage.place }
  var weight: Weight { storage.weight }

  /// The failure at a place, unless a more precise one is known.
  func placed(_ template: Int, _ span: ByteSpan) -> TemplateFailure {
    guard place == nil else { return self }
    return TemplateFailure(
      rule, message, help: help, place: Place(template: template, span: span), weight: weight)
  }

  /// The failure that nobody needs to hear of, since it follows from one that was reported.
  static let consequence = TemplateFailure("undefined-name", "", weight: .consequence)
}

extension TemplateFailure {
  /// An argument is missing.
  public static func missingArgument(_ name: String) -> TemplateFailure {
    TemplateFailure("wrong-argument", "the argument '\(name)' is missing")
  }

  /// An argument is of another kind than the one that is needed.
  public static func wrongArgument(_ name: String, _ expected: String, _ value: TemplateValue)
    -> TemplateFailure
  {
    TemplateFailure(
      "wrong-argument", "the argument '\(name)' must be \(expected), and is \(value.kindName)")
  }

  /// A filter cannot do anything with what stands before it.
  public static func wrongSubject(_ filter: String, _ expected: String, _ value: TemplateValue)
    -> TemplateFailure
  {
    TemplateFailure("wrong-kind", "'\(filter)' needs \(expected), and got \(value.kindName)")
  }
}
