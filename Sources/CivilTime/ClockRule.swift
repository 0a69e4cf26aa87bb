internal import Text

/// The offsets of all years to come, as the `TZ` variable of POSIX says them (POSIX.1-2024, section
/// 8.3, with the hours of RFC 9636, section 3.3.1): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ClockRule: Sendable {
  /// Summer time, or what else holds from one day of each year to another.
  private struct Summer {
    var offset: Int
    var start: YearlyTime
    var end: YearlyTime
  }

  /// Seconds ahead of UTC, where no summer time holds.
  private let offset: Int
  private let summer: Summer?

  /// Reads a rule; nil where it has another form.
  init?(_ text: Bytes) {
    var reader = DigitCursor(text)
    guard reader.skipName(), let west = reader.time() else { return nil }
    self.offset = -west
    if reader.isAtEnd {
      self.summer = nil
      return
    }
    guard reader.skipName() else { return nil }
    var offset = self.offset + 3600
    if !reader.skip(",") {
      guard let west = reader.time(), reader.skip(",") else { return nil }
      offset = -west
    }
    guard let start = reader.yearlyTime(), reader.skip(","), let end = reader.yearlyTime(),
      reader.isAtEnd
    else { return nil }
    self.summer = Summer(offset: offset, start: start, end: end)
  }

  /// Seconds ahead of UTC at an instant.
  func offset(at instant: Int) -> Int {
    guard let summer else { return offset }
    let year = LocalDateTime(secondsSinceEpoch: instant + offset).date.year
    // Each change is told by the clock that it ends.
    let start = summer.start.seconds(in: year) - offset
    let end = summer.end.seconds(in: year) - summer.offset
    // South of the equator, summer is around the turn of the year.
    let isSummer =
      start < end
      ? (start..<end).contains(instant) : !(end..<start).contains(instant)
    return isSummer ? summer.offset : offset
  }
}

/// A day of each year, and seconds from its beginning on.
private struct YearlyTime: Sendable {
  enum Day {
    /// From 1 to 365; 29 February is never counted.
    case ordinal(Int)
    /// From 0 to 365; 29 February is counted.
    case afterNewYear(Int)
    /// A day of the week (0 is Sunday) in a month's week, of which 5 means the last.
    case weekday(Int, week: Int, month: Int)
  }

  var day: Day
  var time: Int

  /// Seconds after 1 January 1970, on the clocks of the place.
  func seconds(in year: Int) -> Int { dayNumber(in: year) * 86_400 + time }

  private func dayNumber(in year: Int) -> Int {
    switch day {
    case .ordinal(let number):
      let isAfterLeapDay = number >= 60 && CivilDate.dayCount(year: year, month: 2) == 29
      return first(of: 1, in: year).daysSinceEpoch + number - 1 + (isAfterLeapDay ? 1 : 0)
    case .afterNewYear(let number):
      return first(of: 1, in: year).daysSinceEpoch + number
    case .weekday(let weekday, let week, let month):
      let first = first(of: month, in: year)
      // A date counts from Monday, and a rule from Sunday.
      let day = (weekday - (first.weekday + 1) % 7 + 7) % 7 + (week - 1) * 7
      let isInMonth = day < CivilDate.dayCount(year: year, month: month)
      return first.daysSinceEpoch + (isInMonth ? day : day - 7)
    }
  }

  private func first(of month: Int, in year: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: 1) ?? CivilDate(daysSinceEpoch: 0)
  }
}

extension DigitCursor {
  /// The abbreviation of a clock's name, `CET` or `<+03>`.
  fileprivate mutating func skipName() -> Bool {
    if skip("<") {
      _ = skip { $0 != UInt8(ascii: ">") }
      return skip(">")
    }
    return skip(while: \.isASCIILetter) >= 3
  }

  private mutating func number(in range: ClosedRange<Int>) -> Int? {
    number(digits: 1...3).flatMap { range.contains($0) ? $0 : nil }
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  fileprivate mutating func time() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(in: 0...167) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] {
      guard skip(":") else { break }
      guard let part = number(in: 0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `Mm.w.d`, `Jn` or `n`, and a time, which is 2 o'clock if left out.
  fileprivate mutating func yearlyTime() -> YearlyTime? {
    let day: YearlyTime.Day
    if skip("M") {
      guard let month = number(in: 1...12), skip("."), let week = number(in: 1...5), skip("."),
        let weekday = number(in: 0...6)
      else { return nil }
      day = .weekday(weekday, week: week, month: month)
    } else if skip("J") {
      guard let number = number(in: 1...365) else { return nil }
      day = .ordinal(number)
    } else {
      guard let number = number(in: 0...365) else { return nil }
      day = .afterNewYear(number)
    }
    guard skip("/") else { return YearlyTime(day: day, time: 7200) }
    return time().map { YearlyTime(day: day, time: $0) }
  }
}
