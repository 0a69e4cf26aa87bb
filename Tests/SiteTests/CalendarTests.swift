import Diagnostics
import Site
import Testing

/// The calendars of events.
@Suite struct CalendarTests {
  /// The lines of a calendar without its folds.
  private func lines(_ calendar: String) -> [String] {
    calendar.split(separator: "\r\n ", omittingEmptySubsequences: false).joined()
      .split(separator: "\r\n").map(String.init)
  }

  @Test func `an event is in its language's calendar and in one of its own`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/p/
      time_zone: Europe/Stockholm
      project: {acronym: T, contact: {organisation: STUNS, email: info@stuns.example}}
      -- content/events/visit.md --
      ---
      title: Visit, and more
      start: 2023-07-10 14:00
      end: 2023-07-10 16:30
      date: 2023-02-01
      venue: Lab 4
      city: Uppsala
      organiser: STUNS
      registration: /register/
      tags: [Visits]
      status: planned
      summary: Come and see.
      ---
      Text.
      -- content/pages/register.md --
      ---
      title: Register
      ---
      """)
    let build = await site.build()
    #expect(build.problems == [])
    let calendar = lines(build["events/calendar.ics"])
    for line in [
      "NAME:Test site: Events", "SOURCE;VALUE=URI:https://example.org/p/events/calendar.ics",
      "UID:tag:brightpress.invalid\\,2026:events/visit", "DTSTAMP:20230131T230000Z", "SEQUENCE:0",
      "DTSTART:20230710T120000Z", "DTEND:20230710T143000Z", "SUMMARY:Visit\\, and more",
      "DESCRIPTION:Come and see.\\n\\n2023-07-10 14:00–16:30 Europe/Stockholm\\n\\n"
        + "https://example.org/p/register/\\n\\nhttps://example.org/p/events/visit/",
      "LOCATION:Lab 4\\, Uppsala", "URL:https://example.org/p/events/visit/",
      "ORGANIZER;CN=\"STUNS\":mailto:info@stuns.example", "CATEGORIES:Visits", "STATUS:TENTATIVE",
    ] {
      #expect(calendar.contains(line), "\(line)")
    }
    let own = lines(build["events/visit/visit.ics"])
    #expect(own.contains("SUMMARY:Visit\\, and more"))
    #expect(!own.contains { $0.hasPrefix("NAME") })
  }

  @Test(arguments: [
    ("start: 2023-07-10", "DTSTART;VALUE=DATE:20230710 TRANSP:TRANSPARENT"),
    (
      "start: 2023-07-10\nend: 2023-07-12",
      "DTSTART;VALUE=DATE:20230710 DTEND;VALUE=DATE:20230713 TRANSP:TRANSPARENT"
    ),
    (
      "start: 2023-07-10 09:00\nend: 2023-07-11 17:00\nall_day: true",
      "DTSTART;VALUE=DATE:20230710 DTEND;VALUE=DATE:20230712 TRANSP:TRANSPARENT"
    ),
    (
      "start: 2023-07-10 09:00\nend: 2023-07-11\ntime_zone: Europe/Stockholm",
      "DTSTART:20230710T070000Z DTEND:20230711T220000Z"
    ),
    ("start: 2023-07-10T09:00:00-05:00", "DTSTART:20230710T140000Z"),
    (
      "start: 2023-03-26 01:00\nend: 2023-03-26 04:00\ntime_zone: Europe/Stockholm",
      "DTSTART:20230326T000000Z DTEND:20230326T020000Z"
    ),
  ])
  func `dates are as the event means them`(fields: String, expected: String) async {
    let site = TestSite("-- content/events/e.md --\n---\ntitle: E\n\(fields)\n---\n")
    let calendar = lines(await site.build()["events/e/e.ics"])
    let times = calendar.filter { line in
      ["DTSTART", "DTEND", "TRANSP"].contains { line.hasPrefix($0) }
    }
    #expect(times.joined(separator: " ") == expected)
  }

  @Test func `events without a date are left out, and that is said once`() async {
    let site = TestSite(
      """
      -- content/events/a.md --
      ---
      title: A
      ---
      -- content/events/b.md --
      ---
      title: B
      ---
      """)
    let build = await site.build()
    let notes = build.result.diagnostics.filter { $0.rule == "undated-event" }
    #expect(
      notes.map(\.message) == [
        "this event and 1 more have no 'start', so that no calendar has them"
      ])
    #expect(notes.map(\.location.path) == ["content/events/a.md"])
    #expect(build.problems == [])
    #expect(!build["events/calendar.ics"].contains("VEVENT"))
    #expect(build["events/calendar.ics"].contains("BEGIN:VTIMEZONE"))
    #expect(build.paths.filter { $0.hasSuffix(".ics") } == ["events/calendar.ics"])
  }

  @Test func `an event that ends before it begins is an error at its end`() async {
    let site = TestSite(
      """
      -- content/events/a.md --
      ---
      title: A
      start: 2023-07-10 14:00
      end: 2023-07-10 13:00
      ---
      """)
    #expect(
      await site.build().problems == [
        "content/events/a.md:4:6: error: the event ends before it begins [end-before-start]"
      ])
  }

  @Test func `a site without events has no calendar and a file of one's own stays`() async {
    let bare = TestSite()
    #expect(await bare.build().paths.allSatisfy { !$0.hasSuffix(".ics") })
    let site = TestSite(
      """
      -- content/events/visit/index.md --
      ---
      title: Visit
      start: 2023-07-10
      ---
      -- content/events/visit/visit.ics --
      mine
      """)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["events/visit/visit.ics"] == "mine\n")
  }

  @Test func `a new title, slug and date leave the event the same one`() async {
    let site = TestSite("-- content/events/a.md --\n---\ntitle: A\nstart: 2023-07-10\n---\n")
    let before = lines(await site.build()["events/calendar.ics"])
    site.write(
      "content/events/a.md",
      "---\ntitle: B\nslug: b\nstart: 2023-07-11\nupdated: 2023-06-01 12:00\n---\n")
    let after = lines(await site.build()["events/calendar.ics"])
    func value(_ name: String, _ lines: [String]) -> String? {
      lines.first { $0.hasPrefix(name + ":") }
    }
    #expect(value("UID", before) != nil && value("UID", before) == value("UID", after))
    #expect(value("SEQUENCE", before) == "SEQUENCE:0")
    #expect(value("SEQUENCE", after) == "SEQUENCE:28093680")
    #expect(value("DTSTAMP", after) == "DTSTAMP:20230601T120000Z")
  }

  @Test func `each language has its own calendar`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, sv]
      -- content/events/a.md --
      ---
      title: A
      start: 2023-07-10
      ---
      -- content/events/a.sv.md --
      ---
      title: Å
      start: 2023-07-10
      ---
      """)
    let build = await site.build()
    #expect(build["sv/events/calendar.ics"].contains("SUMMARY:Å\r\n"))
    #expect(!build["sv/events/calendar.ics"].contains("SUMMARY:A\r\n"))
    #expect(build["sv/events/a/a.ics"].contains("SUMMARY:Å\r\n"))
  }
}
