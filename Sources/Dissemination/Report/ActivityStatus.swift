/// How an activity stands, in the words of the Funding & Tenders Portal.
package enum ActivityStatus: String, Sendable, Hashable, CaseIterable {
  /// Done; a report that is handed in fixes it.
  case delivered = "Delivered"
  /// Planned, or not finished.
  case ongoing = "Ongoing"
  /// Put off; a final report has none.
  case postponed = "Postponed"
  /// Given up.
  case cancelled = "Cancelled"
}
