/// A date as it was written: a day, a wall clock's time, or an instant.
public enum WrittenDate: Sendable, Hashable {
  /// `2023-02-23`
  case day(CivilDate)
  /// `2023-02-23 14:00`, in a zone that the reader has to know
  case local(LocalDateTime)
  /// `2023-02-23T14:00:00+01:00`
  case instant(Timestamp)

  /// The instant that is meant, where dates without a zone are `zone`'s.
  public func timestamp(in zone: TimeZoneRules) -> Timestamp {
    switch self {
    case .day(let date): zone.timestamp(LocalDateTime(startOf: date), isDateOnly: true)
    case .local(let local): zone.timestamp(local)
    case .instant(let timestamp): timestamp
    }
  }
}

/// Why a text is no date.
public enum DateError: Error, Sendable, Hashable {
  /// The text has another form than ISO 8601's.
  case form
  /// The form is right, and the calendar has no such day.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// The form is right, and no clock shows such a time.
  case noSuchTime
  /// The offset from UTC is more than 14 hours.
  case noSuchOffset
}

extension WrittenDate {
  /// Reads ISO 8601's usual forms and RFC 3339: `2023-02-23`, `2023-02-23 14:00`,
  /// `2023-02-23T14:00:00Z`, `… +01:00`, with fractions of a second read and dropped.
  ///
  /// Nothing is rolled over or guessed: 30 February is an error, not 2 March.
  public init(_ text: String) throws(DateError) {
    var cursor = DigitCursor(Array(text.utf8))
    guard let year = cursor.number(digits: 4), cursor.skip("-"),
      let month = cursor.number(digits: 2), cursor.skip("-"), let day = cursor.number(digits: 2)
    else { throw .form }
    // A year before 1000 is a slip of the hand: `0203-02-23`.
    guard year >= 1000, let date = CivilDate(year: year, month: month, day: day) else {
      throw .noSuchDay(year: year, month: month, day: day)
    }
    if cursor.isAtEnd {
      self = .day(date)
      return
    }
    guard cursor.skip("T") || cursor.skip("t") || cursor.skipSpaces(),
      let hour = cursor.number(digits: 2), cursor.skip(":"),
      let minute = cursor.number(digits: 2)
    else { throw .form }
    var second = 0
    if cursor.skip(":") {
      guard let digits = cursor.number(digits: 2) else { throw .form }
      second = digits
      if cursor.skip(".") || cursor.skip(",") {
        guard cursor.skipDigits() else { throw .form }
      }
    }
    guard let local = LocalDateTime(date: date, hour: hour, minute: minute, second: second) else {
      throw .noSuchTime
    }
    if cursor.isAtEnd {
      self = .local(local)
      return
    }
    self = .instant(Timestamp(local: local, offsetSeconds: try cursor.offset()))
  }
}

extension DigitCursor {
  /// `Z`, `+01:00`, `+0100` or `+01` to the end of the text, in seconds ahead of UTC.
  fileprivate mutating func offset() throws(DateError) -> Int {
    _ = skipSpaces()
    if skip("Z") || skip("z") {
      guard isAtEnd else { throw .form }
      return 0
    }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(digits: 2) else { throw .form }
    _ = skip(":")
    let minutes = isAtEnd ? 0 : number(digits: 2)
    guard let minutes, isAtEnd else { throw .form }
    guard minutes < 60, hours * 60 + minutes <= 14 * 60 else { throw .noSuchOffset }
    return (hours * 60 + minutes) * (isNegative ? -60 : 60)
  }
}
