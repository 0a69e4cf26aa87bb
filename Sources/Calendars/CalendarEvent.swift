public import CivilTime

/// One event of a calendar.
public struct CalendarEvent: Sendable, Hashable {
  /// How certain it is that the event takes place.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It is planned.
    case tentative = "TENTATIVE"
    /// It takes place, or took place.
    case confirmed = "CONFIRMED"
    /// It does not take place.
    case cancelled = "CANCELLED"
  }

  /// What the event is known by for ever (RFC 5545, section 3.8.4.7).
  ///
  /// Never made from the title or the date: a calendar shows an event whose identifier changed a
  /// second time.
  public var uid: String
  /// What the event is called, plain text.
  public var title: String
  /// When it takes place.
  public var period: CalendarPeriod
  /// When what is said about it last changed: never the time of a build.
  public var stamp: Timestamp
  /// How often it has been revised; see `sequence(ofRevision:)`.
  public var sequence = 0
  /// What it is about, plain text; line breaks are kept.
  public var description = ""
  /// The address of its page, absolute and in ASCII.
  public var address: String?
  /// Where it takes place, in words.
  public var location = ""
  /// Who holds it.
  public var organizer: CalendarOrganizer?
  /// What it is filed under.
  public var categories: [String] = []
  /// Whether it takes place.
  public var status = Status.confirmed

  /// An event with what every event has; the rest is set afterwards.
  public init(uid: String, title: String, period: CalendarPeriod, stamp: Timestamp) {
    self.uid = uid
    self.title = title
    self.period = period
    self.stamp = stamp
  }

  /// A `SEQUENCE` that grows with every revision, without a memory of former ones: the minutes
  /// from 1970 to the revision.
  ///
  /// RFC 5545, section 3.8.7.4, wants a larger number after each change, and that it fits into 32
  /// bits, which it does until the year 6053.
  public static func sequence(ofRevision revision: Timestamp) -> Int {
    min(max(revision.secondsSinceEpoch / 60, 0), Int(Int32.max))
  }
}
