internal import Diagnostics

/// What is wrong with a plan, before the site's weights.
struct PlanProblems: Sendable {
  /// What was found while it was made.
  let diagnostics: [Diagnostic]
  /// What was found about the identities of its items: a note of it is worth saying only where
  /// nothing is wrong.
  let identities: [Diagnostic]
}
