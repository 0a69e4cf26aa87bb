/// Who holds an event.
public struct CalendarOrganizer: Sendable, Hashable {
  /// The organisation's or the person's name.
  public var name: String
  /// The address for e-mail, where there is one.
  ///
  /// A calendar's `ORGANIZER` is an address and not a name (RFC 5545, section 3.8.4.3); without
  /// one, the name is written as the event's contact instead of inventing an address.
  public var email: String?

  /// An organiser.
  public init(name: String, email: String? = nil) {
    self.name = name
    self.email = email
  }
}
