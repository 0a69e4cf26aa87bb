public import CivilTime

/// An event, described in the words of schema.org.
public struct LinkedEvent: Sendable, Hashable {
  /// Whether the event takes place when it was to.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case scheduled = "https://schema.org/EventScheduled"
    case postponed = "https://schema.org/EventPostponed"
    case cancelled = "https://schema.org/EventCancelled"
  }

  /// How one takes part.
  public enum Attendance: String, Sendable, Hashable, CaseIterable {
    case onsite = "https://schema.org/OfflineEventAttendanceMode"
    case online = "https://schema.org/OnlineEventAttendanceMode"
    case mixed = "https://schema.org/MixedEventAttendanceMode"
  }

  /// What it is called, plain text.
  public var title: String
  /// Its page, absolute.
  public var address: String
  /// When it begins.
  public var start: Timestamp
  /// When it ends; of whole days, the last one.
  public var end: Timestamp?
  /// What it is about, plain text.
  public var description: String?
  /// The language of its page (BCP 47).
  public var language: String?
  /// Whether it takes place.
  public var status = Status.scheduled
  /// How one takes part; nil where that is not known.
  public var attendance: Attendance?
  /// The place.
  public var venue: String?
  /// The city.
  public var city: String?
  /// The country, in words or as a code (ISO 3166-1).
  public var country: String?
  /// Where one registers or takes part online, absolute.
  public var registration: String?
  /// Who holds it.
  public var organizer: LinkedAgent?
  /// The picture that stands for it.
  public var picture: LinkedPicture?
  /// The grant that pays for it.
  public var grant: LinkedGrant?

  /// An event with what every event has; the rest is set afterwards.
  public init(title: String, address: String, start: Timestamp) {
    self.title = title
    self.address = address
    self.start = start
  }
}

extension LinkedEvent {
  func write(to writer: inout LinkedDataWriter) {
    writer.open("Event")
    writer.member("@id", address + "#event")
    writer.member("name", title)
    writer.member("url", address)
    writer.member("startDate", start.iso8601)
    if let end, end >= start { writer.member("endDate", end.iso8601) }
    writer.member("description", description)
    writer.member("inLanguage", language)
    writer.member("eventStatus", status.rawValue)
    writer.member("eventAttendanceMode", attendance?.rawValue)
    writeLocation(to: &writer)
    organizer?.write(to: &writer, as: "organizer")
    picture?.write(to: &writer, as: "image")
    grant?.write(to: &writer)
    writer.close()
  }

  /// A place, a place on the web, or both.
  private func writeLocation(to writer: inout LinkedDataWriter) {
    let hasPlace = [venue, city, country].contains { $0?.isEmpty == false }
    let isOnline = attendance == .online || attendance == .mixed
    guard hasPlace || isOnline else { return }
    writer.openList("location")
    if hasPlace {
      writer.open("Place")
      writer.member("name", venue ?? city ?? country)
      if city != nil || country != nil {
        writer.open("PostalAddress", as: "address")
        writer.member("addressLocality", city)
        writer.member("addressCountry", country)
        writer.close()
      }
      writer.close()
    }
    if isOnline {
      writer.open("VirtualLocation")
      writer.member("url", registration ?? address)
      writer.close()
    }
    writer.closeList()
  }
}
