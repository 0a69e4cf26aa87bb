public import CivilTime

/// When an event takes place.
public enum CalendarPeriod: Sendable, Hashable {
  /// Whole days, wherever the reader is; the last day belongs to the event.
  case days(first: CivilDate, last: CivilDate)
  /// From an instant, and where it is known, to another.
  case time(start: Timestamp, end: Timestamp?)
}

extension CalendarPeriod {
  /// The day after the last one, which is what calendars want as the end of whole days; nil where
  /// the event has a single day, or the calendar ends before it does.
  var exclusiveEndDay: CivilDate? {
    guard case .days(let first, let last) = self, last > first else { return nil }
    let next = CivilDate(daysSinceEpoch: last.daysSinceEpoch + 1)
    return next > last ? next : nil
  }

  /// The end of an event that has one, after its beginning.
  var endTime: Timestamp? {
    guard case .time(let start, let end?) = self, end > start else { return nil }
    return end
  }
}
