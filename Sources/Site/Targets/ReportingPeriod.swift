public import CivilTime

/// The days that a report is about, the first and the last included.
public struct ReportingPeriod: Sendable, Hashable {
  /// The first day; nil where everything before the last day is meant.
  public var first: CivilDate?
  /// The last day; nil where everything after the first day is meant.
  public var last: CivilDate?

  /// A period; without either end it is all time.
  public init(first: CivilDate? = nil, last: CivilDate? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether it has neither a beginning nor an end.
  public var isUnlimited: Bool { first == nil && last == nil }

  /// Whether a day lies in it; what has no day lies in all time only.
  public func contains(_ day: CivilDate?) -> Bool {
    guard let day else { return isUnlimited }
    if let first, day < first { return false }
    if let last, last < day { return false }
    return true
  }
}
