internal import Text

/// An instant together with the offset from UTC under which it was written.
///
/// The offset is kept, so that a post of 00:30 in Uppsala belongs to the same day on every machine.
public struct Timestamp: Sendable, Hashable {
  /// Seconds after 1 January 1970, 00:00 UTC.
  public let secondsSinceEpoch: Int
  /// Seconds that the writer's clock is ahead of UTC.
  public let offsetSeconds: Int
  /// Whether a day was meant and no time of day.
  public let isDateOnly: Bool

  /// An instant under an offset.
  public init(secondsSinceEpoch: Int, offsetSeconds: Int = 0, isDateOnly: Bool = false) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.offsetSeconds = offsetSeconds
    self.isDateOnly = isDateOnly
  }

  /// A wall clock's time under an offset.
  public init(local: LocalDateTime, offsetSeconds: Int, isDateOnly: Bool = false) {
    self.init(
      secondsSinceEpoch: local.secondsSinceEpoch - offsetSeconds, offsetSeconds: offsetSeconds,
      isDateOnly: isDateOnly)
  }

  /// What the writer's wall clock shows.
  public var local: LocalDateTime {
    LocalDateTime(secondsSinceEpoch: secondsSinceEpoch + offsetSeconds)
  }

  /// The day on the writer's calendar.
  public var date: CivilDate { local.date }

  /// `2023-02-23` or `2023-02-23T14:00:00+01:00` (RFC 3339), as HTML's `datetime` reads it.
  public var iso8601: String { isDateOnly ? isoDate : rfc3339 }

  /// `2023-02-23`.
  public var isoDate: String { date.iso }

  /// `2023-02-23T14:00:00+01:00` (RFC 3339, section 5.6), with a numeric offset.
  public var rfc3339: String {
    let local = local
    var text = Bytes()
    text.append(isoDate: local.date)
    text.append(UInt8(ascii: "T"))
    text.append(clock: local)
    text.append(offset: offsetSeconds, separator: ":")
    return text.text
  }

  /// `Thu, 23 Feb 2023 14:00:00 +0100` (RFC 822 with RFC 2822's year), in English as it demands.
  public var rfc822: String {
    let local = local
    var text = Bytes()
    text.append(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][local.date.weekday])
    text.append(", ")
    text.append(decimal: local.date.day, width: 2)
    text.append(" ")
    text.append(
      [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ][local.date.month - 1])
    text.append(" ")
    text.append(decimal: local.date.year, width: 4)
    text.append(" ")
    text.append(clock: local)
    text.append(" ")
    text.append(offset: offsetSeconds, separator: "")
    return text.text
  }
}

extension Timestamp: Comparable {
  /// Whether an instant comes before another, whatever their offsets.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension CivilDate {
  /// `2023-02-23` (ISO 8601).
  public var iso: String {
    var text = Bytes()
    text.append(isoDate: self)
    return text.text
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(isoDate date: CivilDate) {
    append(decimal: date.year, width: 4)
    append(UInt8(ascii: "-"))
    append(decimal: date.month, width: 2)
    append(UInt8(ascii: "-"))
    append(decimal: date.day, width: 2)
  }

  fileprivate mutating func append(clock local: LocalDateTime) {
    append(decimal: local.hour, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: local.minute, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: local.second, width: 2)
  }

  fileprivate mutating func append(offset seconds: Int, separator: String) {
    let magnitude = abs(seconds) / 60
    append(seconds < 0 ? "-" : "+")
    append(decimal: magnitude / 60, width: 2)
    append(separator)
    append(decimal: magnitude % 60, width: 2)
  }
}
