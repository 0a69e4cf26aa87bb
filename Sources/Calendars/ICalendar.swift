internal import CivilTime
public import Text

extension CalendarDocument {
  /// The calendar as iCalendar (RFC 5545, with the properties of RFC 7986 and their older names).
  ///
  /// Times are instants in UTC: a zone's name would need its rules, and programs that do not find
  /// them show a wrong hour. There is no `METHOD`, so that a program takes the file for events and
  /// not for an invitation. Equal calendars give equal bytes.
  public func iCalendar() -> Bytes {
    var text = Bytes()
    text.reserveCapacity(512 + events.count * 512)
    text.append(property: "BEGIN", raw: "VCALENDAR")
    text.append(property: "VERSION", raw: "2.0")
    text.append(property: "PRODID", raw: "-//Brightpress//Brightpress//EN")
    text.append(property: "CALSCALE", raw: "GREGORIAN")
    append(headTo: &text)
    for event in events { event.append(to: &text) }
    if events.isEmpty { text.append(utcZone) }
    text.append(property: "END", raw: "VCALENDAR")
    return text
  }

  private func append(headTo text: inout Bytes) {
    text.append(property: "NAME", line: name)
    text.append(property: "X-WR-CALNAME", line: name)
    text.append(property: "DESCRIPTION", line: description)
    text.append(property: "X-WR-CALDESC", line: description)
    if let link { text.append(property: "URL", raw: link) }
    if let selfAddress { text.append(property: "SOURCE;VALUE=URI", raw: selfAddress) }
    if let refreshHours {
      text.append(property: "REFRESH-INTERVAL;VALUE=DURATION", raw: "PT\(refreshHours)H")
      text.append(property: "X-PUBLISHED-TTL", raw: "PT\(refreshHours)H")
    }
  }
}

/// A calendar must have a component (RFC 5545, section 3.6): this one stands in for the events
/// that are still to come, so that an address people have subscribed to stays valid.
private let utcZone = """
  BEGIN:VTIMEZONE\r
  TZID:UTC\r
  BEGIN:STANDARD\r
  DTSTART:19700101T000000\r
  TZOFFSETFROM:+0000\r
  TZOFFSETTO:+0000\r
  TZNAME:UTC\r
  END:STANDARD\r
  END:VTIMEZONE\r

  """

extension CalendarEvent {
  fileprivate func append(to text: inout Bytes) {
    text.append(property: "BEGIN", raw: "VEVENT")
    text.append(property: "UID", line: uid)
    append("DTSTAMP", stamp, to: &text)
    append("LAST-MODIFIED", stamp, to: &text)
    text.append(property: "SEQUENCE", raw: String(sequence))
    append(periodTo: &text)
    text.append(property: "SUMMARY", line: title)
    text.append(property: "DESCRIPTION", text: description)
    text.append(property: "LOCATION", line: location)
    if let address { text.append(property: "URL", raw: address) }
    append(organizerTo: &text)
    append(categoriesTo: &text)
    text.append(property: "STATUS", raw: status.rawValue)
    text.append(property: "CLASS", raw: "PUBLIC")
    text.append(property: "END", raw: "VEVENT")
  }

  private func append(periodTo text: inout Bytes) {
    switch period {
    case .days(let first, _):
      append("DTSTART;VALUE=DATE", first, to: &text)
      if let end = period.exclusiveEndDay { append("DTEND;VALUE=DATE", end, to: &text) }
      // Whole days are news of an event; they keep nobody from another meeting.
      text.append(property: "TRANSP", raw: "TRANSPARENT")
    case .time(let start, _):
      append("DTSTART", start, to: &text)
      if let end = period.endTime { append("DTEND", end, to: &text) }
    }
  }

  private func append(organizerTo text: inout Bytes) {
    guard let organizer, !organizer.name.inOneLine.isEmpty else { return }
    guard let email = organizer.email, let address = mailAddress(email) else {
      text.append(property: "CONTACT", line: organizer.name)
      return
    }
    var line = Bytes("ORGANIZER;CN=".utf8)
    line.append(calendarParameter: organizer.name)
    line.append(":mailto:\(address)")
    text.append(contentLine: line)
  }

  private func append(categoriesTo text: inout Bytes) {
    var line = Bytes("CATEGORIES:".utf8)
    var isFirst = true
    for category in categories.map(\.inOneLine) where !category.isEmpty {
      if !isFirst { line.append(UInt8(ascii: ",")) }
      line.append(calendarText: category)
      isFirst = false
    }
    if !isFirst { text.append(contentLine: line) }
  }

  private func append(_ name: String, _ timestamp: Timestamp, to text: inout Bytes) {
    var line = Bytes("\(name):".utf8)
    line.append(calendarInstant: timestamp)
    text.append(contentLine: line)
  }

  private func append(_ name: String, _ day: CivilDate, to text: inout Bytes) {
    var line = Bytes("\(name):".utf8)
    line.append(calendarDay: day)
    text.append(contentLine: line)
  }
}

/// An address for e-mail as the part of a `mailto:` address (RFC 6068); nil where it is none.
private func mailAddress(_ text: String) -> String? {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
  let isSafe = text.utf8.allSatisfy {
    $0.isASCIILetter || $0.isASCIIDigit || "@.-_+!$'*~".utf8.contains($0)
  }
  return isSafe ? text : nil
}
