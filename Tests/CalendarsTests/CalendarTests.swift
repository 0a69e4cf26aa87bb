import Calendars
import CivilTime
import Testing
import Text

@Suite struct CalendarTests {
  @Test func `a whole calendar is written as expected`() throws {
    var event = try event(.time(start: instant("2023-05-10T14:00:00+02:00"), end: nil))
    event.period = .time(
      start: try instant("2023-05-10T14:00:00+02:00"), end: try instant("2023-05-10T16:30:00+02:00")
    )
    event.sequence = CalendarEvent.sequence(ofRevision: event.stamp)
    event.description = "Two days; three labs, and C:\\data.\nhttps://x.eu/"
    event.location = "Biocat, Barcelona"
    event.address = "https://x.eu/events/visit/"
    event.organizer = CalendarOrganizer(name: "Biocat \"BCN\"", email: "events@biocat.example")
    event.categories = ["Study visits", "R&D, health"]
    event.status = .tentative
    var calendar = CalendarDocument(name: "BRIGHT: events", events: [event])
    calendar.description = "What, where"
    calendar.link = "https://x.eu/events/"
    calendar.selfAddress = "https://x.eu/events/calendar.ics"
    calendar.refreshHours = 12
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Brightpress//Brightpress//EN
      CALSCALE:GREGORIAN
      NAME:BRIGHT: events
      X-WR-CALNAME:BRIGHT: events
      DESCRIPTION:What\\, where
      X-WR-CALDESC:What\\, where
      URL:https://x.eu/events/
      SOURCE;VALUE=URI:https://x.eu/events/calendar.ics
      REFRESH-INTERVAL;VALUE=DURATION:PT12H
      X-PUBLISHED-TTL:PT12H
      BEGIN:VEVENT
      UID:tag:x.eu\\,2023:visit
      DTSTAMP:20230301T110000Z
      LAST-MODIFIED:20230301T110000Z
      SEQUENCE:27961140
      DTSTART:20230510T120000Z
      DTEND:20230510T143000Z
      SUMMARY:Study visit
      DESCRIPTION:Two days\\; three labs\\, and C:\\\\data.\\nhttps://x.eu/
      LOCATION:Biocat\\, Barcelona
      URL:https://x.eu/events/visit/
      ORGANIZER;CN="Biocat 'BCN'":mailto:events@biocat.example
      CATEGORIES:Study visits,R&D\\, health
      STATUS:TENTATIVE
      CLASS:PUBLIC
      END:VEVENT
      END:VCALENDAR

      """
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(calendar.iCalendar().text == lines.joined(separator: "\r\n"))
  }

  @Test(arguments: [
    ("2023-05-10", "2023-05-10", "DTSTART;VALUE=DATE:20230510\r\nTRANSP"),
    (
      "2023-05-10", "2023-05-12",
      "DTSTART;VALUE=DATE:20230510\r\nDTEND;VALUE=DATE:20230513\r\nTRANSP"
    ),
    (
      "2023-12-30", "2023-12-31",
      "DTSTART;VALUE=DATE:20231230\r\nDTEND;VALUE=DATE:20240101\r\nTRANSP"
    ),
    (
      "2024-02-28", "2024-02-29",
      "DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\nTRANSP"
    ),
    ("2023-05-10", "2023-05-09", "DTSTART;VALUE=DATE:20230510\r\nTRANSP"),
    ("9999-12-30", "9999-12-31", "DTSTART;VALUE=DATE:99991230\r\nTRANSP"),
  ])
  func `whole days end on the day after the last`(first: String, last: String, lines: String) throws
  {
    let calendar = try text(.days(first: day(first), last: day(last)))
    #expect(calendar.contains("\r\n\(lines)"))
  }

  @Test func `an end that is not after the beginning is left out`() throws {
    let start = try instant("2023-05-10T14:00:00Z")
    for end in [start, try instant("2023-05-10T15:00:00+02:00")] {
      #expect(!(try text(.time(start: start, end: end))).contains("DTEND"))
    }
  }

  @Test func `lines are folded at 75 bytes and never inside a character`() throws {
    for padding in 0..<8 {
      var event = try event(.days(first: day("2023-05-10"), last: day("2023-05-10")))
      event.title =
        String(repeating: "x", count: padding) + String(repeating: "é€🇪🇺字,", count: 30)
      let bytes = CalendarDocument(events: [event]).iCalendar()
      let lines = lines(of: bytes)
      #expect(lines.allSatisfy { $0.count <= 75 })
      #expect(lines.contains { $0.count > 70 })
      #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      #expect(
        unfolded(bytes).contains(
          "SUMMARY:" + event.title.split(separator: ",").joined(separator: "\\,") + "\\,\r\n"))
    }
  }

  @Test func `text cannot begin a line of its own`() throws {
    var event = try event(.days(first: day("2023-05-10"), last: day("2023-05-10")))
    let hostile = "a\r\nEND:VEVENT\nBEGIN:VALARM\u{2028}X:1\u{85}Y:2\rZ:3\u{0}\u{B}\u{7F}b"
    event.title = hostile
    event.description = hostile
    event.location = hostile
    event.uid = hostile
    event.categories = [hostile, " "]
    event.organizer = CalendarOrganizer(name: hostile, email: "a@b.eu\r\nX:1")
    let text = unfolded(CalendarDocument(name: hostile, events: [event]).iCalendar())
    let names = text.split(separator: "\r\n").map { $0.prefix { $0 != ":" && $0 != ";" } }
    #expect(names.count { $0 == "END" } == 2)
    #expect(!names.contains("X") && !names.contains("Y") && !names.contains("Z"))
    #expect(
      text.contains("\r\nDESCRIPTION:a\\nEND:VEVENT\\nBEGIN:VALARM\\nX:1\\nY:2\\nZ:3b\r\nLOCATION:")
    )
    #expect(text.contains("\r\nSUMMARY:a END:VEVENT BEGIN:VALARM X:1 Y:2 Z:3 b\r\n"))
    #expect(text.contains("\r\nCONTACT:a END"))
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0D && $0 != 0x0A })
  }

  @Test func `an organiser without an address is a contact`() throws {
    var event = try event(.days(first: day("2023-05-10"), last: day("2023-05-10")))
    event.organizer = CalendarOrganizer(name: "STUNS; Life science")
    let text = CalendarDocument(events: [event]).iCalendar().text
    #expect(text.contains("\r\nCONTACT:STUNS\\; Life science\r\n"))
    #expect(!text.contains("ORGANIZER"))
  }

  @Test func `a calendar without events still has a component`() {
    let text = CalendarDocument(name: "Events", events: []).iCalendar().text
    #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:UTC\r\n"))
    #expect(text.hasSuffix("END:VTIMEZONE\r\nEND:VCALENDAR\r\n"))
    #expect(!text.contains("\r\r") && text.split(separator: "\n").allSatisfy { !$0.isEmpty })
  }

  @Test func `a later revision has a larger sequence that fits into 32 bits`() throws {
    let first = CalendarEvent.sequence(ofRevision: try instant("2023-05-10T14:00:00Z"))
    let second = CalendarEvent.sequence(ofRevision: try instant("2023-05-10T14:01:00Z"))
    #expect(second > first)
    #expect(
      CalendarEvent.sequence(ofRevision: try instant("9999-12-31T00:00:00Z")) == Int(Int32.max))
    #expect(CalendarEvent.sequence(ofRevision: Timestamp(secondsSinceEpoch: -1)) == 0)
  }

  @Test func `links to calendars on the web carry the event`() throws {
    var event = try event(
      .time(
        start: instant("2023-05-10T14:00:00+02:00"), end: instant("2023-05-10T16:00:00+02:00")))
    event.title = "R&D = fun"
    event.location = "Zürich"
    #expect(
      event.googleAddress
        == "https://calendar.google.com/calendar/render?action=TEMPLATE&text=R%26D%20%3D%20fun"
        + "&dates=20230510T120000Z%2F20230510T140000Z&location=Z%C3%BCrich")
    #expect(
      event.outlookAddress
        == "https://outlook.office.com/calendar/action/compose?rru=addevent"
        + "&subject=R%26D%20%3D%20fun&startdt=2023-05-10T12%3A00%3A00Z"
        + "&enddt=2023-05-10T14%3A00%3A00Z&location=Z%C3%BCrich")
    event.period = .days(first: try day("2023-05-10"), last: try day("2023-05-10"))
    #expect(event.googleAddress.contains("&dates=20230510%2F20230511&"))
    #expect(event.outlookAddress.contains("&startdt=2023-05-10&enddt=2023-05-10&allday=true&"))
  }
}

private func event(_ period: CalendarPeriod) throws -> CalendarEvent {
  CalendarEvent(
    uid: "tag:x.eu,2023:visit", title: "Study visit", period: period,
    stamp: try instant("2023-03-01T12:00:00+01:00"))
}

private func text(_ period: CalendarPeriod) throws -> String {
  CalendarDocument(events: [try event(period)]).iCalendar().text
}

private func instant(_ text: String) throws -> Timestamp {
  try WrittenDate(text).timestamp(in: .utc)
}

private func day(_ text: String) throws -> CivilDate { try instant(text).date }

/// The physical lines of a calendar.
private func lines(of bytes: Bytes) -> [Bytes] {
  var lines: [Bytes] = [[]]
  for byte in bytes {
    if byte == UInt8(ascii: "\n") {
      lines.append([])
    } else if byte != UInt8(ascii: "\r") {
      lines[lines.count - 1].append(byte)
    }
  }
  return lines
}

/// A calendar with its folds taken out.
private func unfolded(_ bytes: Bytes) -> String {
  bytes.text.split(separator: "\r\n ").joined()
}
