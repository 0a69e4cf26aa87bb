/// A calendar that people subscribe to or import, before it is written.
public struct CalendarDocument: Sendable, Hashable {
  /// What the calendar is called, plain text; empty for the file of a single event.
  public var name: String
  /// What is in it, plain text.
  public var description = ""
  /// The page that it belongs to, absolute and in ASCII.
  public var link: String?
  /// Where the calendar itself is served, absolute and in ASCII.
  public var selfAddress: String?
  /// After how many hours a program should ask again; nil says nothing.
  public var refreshHours: Int?
  /// The events, in the order in which they are written.
  public var events: [CalendarEvent]

  /// A calendar; the rest is set afterwards.
  public init(name: String = "", events: [CalendarEvent]) {
    self.name = name
    self.events = events
  }
}
