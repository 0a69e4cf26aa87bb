internal import Calendars
internal import CivilTime
internal import Feeds
internal import FrontMatter
internal import Text

extension PlanReader {
  /// The calendar of a language: the listed events that have a date, in their list's order.
  func calendar(_ language: Int) -> CalendarDocument {
    guard let kind = configuration.kindIndex(named: "events") else {
      return CalendarDocument(events: [])
    }
    let title = title(ofKind: kind, language: language)
    var calendar = CalendarDocument(
      name: "\(siteTitle(language)): \(title)",
      events: ownItems(kind: kind, language: language).compactMap(calendarEvent))
    calendar.description = siteDescription(language)
    calendar.link = listAddress(kind: kind, language: language).map(
      configuration.baseURL.absolute)
    calendar.selfAddress = calendarAddress(language).map(configuration.baseURL.absolute)
    calendar.refreshHours = 12
    return calendar
  }

  /// The address of a language's calendar; nil where the site has none.
  func calendarAddress(_ language: Int) -> SiteAddress? {
    guard let kind = configuration.kindIndex(named: "events"),
      !ownItems(kind: kind, language: language).isEmpty
    else { return nil }
    return configuration.calendarAddress(language)
  }

  /// An event as calendars have it; nil where it has no date, or is no event.
  func calendarEvent(of index: Int) -> CalendarEvent? {
    let item = self.item(index)
    guard configuration.kinds[item.kind].name == "events", let period = item.period else {
      return nil
    }
    let revision = item.updated ?? item.date
    var event = CalendarEvent(
      uid: calendarIdentity(of: index), title: item.title, period: period,
      // Nothing says when the event was written: the oldest time there is, so that any later
      // revision is newer.
      stamp: revision ?? Timestamp(secondsSinceEpoch: 0))
    event.sequence = item.updated.map(CalendarEvent.sequence) ?? 0
    event.description = calendarDescription(of: index, period)
    event.address = configuration.baseURL.absolute(address(of: index))
    event.location = placeNames(item).joined(separator: ", ")
    event.organizer = calendarOrganizer(of: index)
    event.categories = tagNames(of: index)
    event.status = calendarStatus(item)
    return event
  }

  /// The venue, the city and the country, as far as they are known.
  private func placeNames(_ item: ContentItem) -> [String] {
    ["venue", "city", "country"].compactMap { item.record.text($0)?.inOneLine }
      .filter { !$0.isEmpty }
  }

  private func calendarStatus(_ item: ContentItem) -> CalendarEvent.Status {
    switch item.record.text("status") {
    case "cancelled": .cancelled
    case "planned", "postponed": .tentative
    default: .confirmed
    }
  }

  /// What it is about, when in local time, where to register, and where more is said.
  private func calendarDescription(of index: Int, _ period: CalendarPeriod) -> String {
    let item = self.item(index)
    return [
      summary(of: index), localTime(period, in: item.timeZone),
      item.record.text("registration").map(absoluteReference),
      configuration.baseURL.absolute(address(of: index)),
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The time as it is on the clocks of the place, since the calendar itself has it in UTC.
  private func localTime(_ period: CalendarPeriod, in zone: TimeZoneRules) -> String? {
    guard case .time(let start, let end) = period else { return nil }
    var text = Bytes("\(start.isoDate) ".utf8)
    text.append(clock: start)
    if let end, end > start {
      text.append("–")
      if end.date != start.date { text.append("\(end.isoDate) ") }
      text.append(clock: end)
    }
    let isZones = zone.offsetSeconds(at: start.secondsSinceEpoch) == start.offsetSeconds
    return text.text + " " + (isZones ? zone.name : "UTC\(start.rfc3339.suffix(6))")
  }

  /// The organiser as it is written, or the partner; an e-mail address only where the site gives
  /// one for that organisation.
  private func calendarOrganizer(of index: Int) -> CalendarOrganizer? {
    let partner = self.partner(of: index).map { self.item($0).title }
    guard let name = item(index).record.text("organiser") ?? partner else { return nil }
    let project = configuration.project
    return CalendarOrganizer(
      name: name, email: name == project.contactOrganisation ? project.contactEmail : nil)
  }

  /// An address in front matter with scheme and host; anything else as it is.
  func absoluteReference(_ written: String) -> String {
    written.hasPrefix("/") && !written.hasPrefix("//")
      ? configuration.baseURL.origin + urlWithBase(written)
      : WebAddress(written)?.text ?? written
  }
}

extension SiteConfiguration {
  /// Where a language's calendar stands: in the folder of the events' list.
  func calendarAddress(_ language: Int) -> SiteAddress? {
    guard let kind = kindIndex(named: "events") else { return nil }
    return localized((kinds[kind].listAddress ?? .home).appending("calendar.ics"), language)
  }
}

extension Array where Element == UInt8 {
  /// Appends `14:00`.
  fileprivate mutating func append(clock timestamp: Timestamp) {
    append(decimal: timestamp.local.hour, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: timestamp.local.minute, width: 2)
  }
}
