internal import Calendars
internal import CivilTime
internal import FrontMatter

extension ContentItem {
  /// When an event takes place; nil where it has no date yet.
  ///
  /// A day is a whole day, and `end` is the last one; so it is where `all_day` says so. An end that
  /// is a day and belongs to a beginning with a time is the end of that day.
  var period: CalendarPeriod? {
    guard let start else { return nil }
    let end = record.date("end")?.timestamp(in: timeZone)
    if start.isDateOnly || record.boolean("all_day") == true {
      return .days(first: start.date, last: max(start.date, end?.date ?? start.date))
    }
    guard let end, end.isDateOnly else { return .time(start: start, end: end) }
    let nextDay = CivilDate(daysSinceEpoch: end.date.daysSinceEpoch + 1)
    return .time(start: start, end: timeZone.timestamp(LocalDateTime(startOf: nextDay)))
  }

  /// Whether an event ends before it begins.
  var endsBeforeStart: Bool {
    guard let start, let end = record.date("end")?.timestamp(in: timeZone) else { return false }
    return start.isDateOnly || end.isDateOnly ? end.date < start.date : end < start
  }
}
