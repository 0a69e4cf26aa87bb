/// A field of the platform's form with its value; a field with several values stands there for each.
struct ECCPField: Sendable, Hashable {
  /// What the form calls it.
  let label: String
  /// What to enter or to choose.
  let value: String
}
