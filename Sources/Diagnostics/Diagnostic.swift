private import Text

/// One thing that is wrong, or worth saying, with its place and a way out.
///
/// Libraries return diagnostics as values, all of them, and never print; `DiagnosticReport`
/// turns them into text for a terminal, a program or a code review.
public struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The site cannot be published like this.
    case error
    /// Probably a mistake; fails the build under `--strict`.
    case warning
    /// Good to know.
    case note
  }

  /// A second place that belongs to the problem, such as the first of two equal keys.
  public struct Related: Sendable, Hashable {
    /// What is there.
    public var message: String
    /// Where it is.
    public var location: TextLocation

    /// Something at a place.
    public init(_ message: String, at location: TextLocation) {
      self.message = message
      self.location = location
    }
  }

  /// How much it weighs.
  public var severity: Severity
  /// The rule that was broken: a stable name in words joined by hyphens, such as `unknown-field`.
  public var rule: Rule
  /// What is wrong: lower case, no full stop, the offending text in single quotation marks.
  public var message: String
  /// Where it is.
  public var location: TextLocation
  /// Ways out, one sentence each: the nearest known name, the accepted forms, how to allow it.
  public var help: [String]
  /// Other places that belong to it.
  public var related: [Related]

  /// A diagnostic of any severity.
  public init(
    _ severity: Severity, _ rule: Rule, _ message: String, at location: TextLocation,
    help: [String] = [], related: [Related] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.location = location
    self.help = help
    self.related = related
  }

  /// An error.
  public static func error(
    _ rule: Rule, _ message: String, at location: TextLocation, help: [String] = [],
    related: [Related] = []
  ) -> Diagnostic {
    Diagnostic(.error, rule, message, at: location, help: help, related: related)
  }

  /// A warning.
  public static func warning(
    _ rule: Rule, _ message: String, at location: TextLocation, help: [String] = [],
    related: [Related] = []
  ) -> Diagnostic {
    Diagnostic(.warning, rule, message, at: location, help: help, related: related)
  }

  /// A note.
  public static func note(
    _ rule: Rule, _ message: String, at location: TextLocation, help: [String] = [],
    related: [Related] = []
  ) -> Diagnostic {
    Diagnostic(.note, rule, message, at: location, help: help, related: related)
  }

  /// The name of a rule: stable across versions, so that scripts and sites can refer to it.
  public struct Rule: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name, in lower-case words joined by hyphens.
    public let description: String

    /// The rule of this name.
    public init(stringLiteral name: String) { description = name }
  }
}

extension Diagnostic {
  /// What tells diagnostics apart that say the same at the same place.
  private var tieBreaker: String { ([severity.rawValue] + help).joined(separator: "\n") }

  /// Whether a report tells it before another one: by path, line and column, and then by what it
  /// says.
  public func precedesInReport(_ other: Diagnostic) -> Bool {
    let (a, b) = (location, other.location)
    if a.path != b.path { return a.path.precedesInBytes(b.path) }
    if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
    return (rule.description, message, tieBreaker)
      < (other.rule.description, other.message, other.tieBreaker)
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether any of them is an error.
  public var containsError: Bool { contains { $0.severity == .error } }

  /// The diagnostics by path, line and column, equal ones once.
  ///
  /// The order does not depend on which thread found what, so a run's messages are reproducible.
  public func sortedForReport() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { $0.precedesInReport($1) }
  }
}
