/// A part of a report that can be written by itself.
package enum ReportSection: String, Sendable, Hashable, CaseIterable {
  /// How far the targets have been reached.
  case targets
  /// The activities, in the portal's columns.
  case activities
  /// How much each partner has done.
  case partners
  /// How much was done in each quarter.
  case quarters
  /// What is missing for a final report.
  case missing
}
