/// The offsets of a place's clocks from UTC, as a value that is passed in.
///
/// The time zone database lives at the program's edge; everything below it sees this closure, so
/// that a test needs no database and no stage depends on the machine's own zone.
public struct TimeZoneRules: Sendable {
  /// The zone's name in the IANA database, such as `Europe/Stockholm`.
  public let name: String
  private let offset: @Sendable (_ secondsSinceEpoch: Int) -> Int

  /// Rules under a name; `offset` gives seconds ahead of UTC at an instant.
  public init(name: String, offset: @escaping @Sendable (_ secondsSinceEpoch: Int) -> Int) {
    self.name = name
    self.offset = offset
  }

  /// Coordinated Universal Time.
  public static let utc = TimeZoneRules(name: "UTC") { _ in 0 }

  /// Seconds ahead of UTC at an instant.
  public func offsetSeconds(at secondsSinceEpoch: Int) -> Int { offset(secondsSinceEpoch) }

  /// The day that the zone's calendars show at an instant.
  public func day(of timestamp: Timestamp) -> CivilDate {
    let seconds = timestamp.secondsSinceEpoch
    return LocalDateTime(secondsSinceEpoch: seconds + offset(seconds)).date
  }

  /// The instant at which the zone's clocks show a time.
  ///
  /// A time that a change to summer time skips is read with the offset before the change (02:30
  /// becomes 03:30); one that the change back shows twice means the first of the two.
  public func timestamp(_ local: LocalDateTime, isDateOnly: Bool = false) -> Timestamp {
    let wall = local.secondsSinceEpoch
    let before = offset(wall - offset(wall) - 86_400)
    let after = offset(wall - offset(wall) + 86_400)
    for candidate in [before, after] where offset(wall - candidate) == candidate {
      return Timestamp(local: local, offsetSeconds: candidate, isDateOnly: isDateOnly)
    }
    let instant = wall - before
    return Timestamp(
      secondsSinceEpoch: instant, offsetSeconds: offset(instant), isDateOnly: isDateOnly)
  }
}
