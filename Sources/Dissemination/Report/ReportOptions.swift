package import Site

/// What a report is about.
package struct ReportOptions: Sendable {
  /// The days; what belongs to a period is decided by the last day of an activity.
  package var period = ReportingPeriod()
  /// The slug of the one partner that it is about; nil for all.
  package var partner: String?
  /// The name of the one kind that it is about; nil for all.
  package var kind: String?

  /// A report on everything.
  package init() {}
}
