/// A day and a time of day, as a clock on a wall shows them, without a zone.
public struct LocalDateTime: Sendable, Hashable, Comparable {
  /// The day.
  public let date: CivilDate
  /// Seconds since the day's midnight, 0 to 86,399.
  public let secondOfDay: Int

  /// A day and a time of day; nil where the time does not exist on a clock.
  public init?(date: CivilDate, hour: Int, minute: Int, second: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.date = date
    self.secondOfDay = hour * 3600 + minute * 60 + second
  }

  /// The time a number of seconds after midnight of 1 January 1970, on the same clock.
  public init(secondsSinceEpoch seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self.date = CivilDate(daysSinceEpoch: days)
    self.secondOfDay = seconds - days * 86_400
  }

  /// Midnight at the beginning of a day.
  public init(startOf date: CivilDate) {
    self.date = date
    self.secondOfDay = 0
  }

  /// Seconds after midnight of 1 January 1970 on the same clock.
  public var secondsSinceEpoch: Int { date.daysSinceEpoch * 86_400 + secondOfDay }

  /// The hour, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// The second, 0 to 59.
  public var second: Int { secondOfDay % 60 }

  /// Whether a time comes before another on the same clock.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}
