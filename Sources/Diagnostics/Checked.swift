/// What a pure stage returns: its value, and every problem found on the way to it.
///
/// A stage never stops at the first problem. Where something is wrong, the value holds the best
/// that could be made of it, so that the stages after it find their problems in the same run.
public struct Checked<Value: Sendable>: Sendable {
  /// The result, usable even where there are errors.
  public var value: Value
  /// What was found, in no particular order.
  public var diagnostics: [Diagnostic]

  /// A value and what was found on the way to it.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
