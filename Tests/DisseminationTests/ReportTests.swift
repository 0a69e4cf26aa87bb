import CivilTime
import Dissemination
import Site
import Testing

/// The report of a small site, compared with figures that were worked out by hand.
@Suite struct ReportTests {
  private func period(_ first: String, _ last: String) throws -> ReportingPeriod {
    func day(_ text: String) throws -> CivilDate? {
      guard case .day(let date) = try WrittenDate(text) else { return nil }
      return date
    }
    return ReportingPeriod(first: try day(first), last: try day(last))
  }

  private func counts(_ report: Report) -> [String] {
    report.targets.map { target in
      let goal = target.goal.map(String.init) ?? "open"
      let share = target.sharePercent.map { " \($0) %" } ?? ""
      return "\(target.id): \(target.count) of \(goal)\(share)"
    }
  }

  @Test func `what is published counts towards the targets, translations once`() async throws {
    // Two posts have an address on the ECCP, and a Swedish text that is one of them; two meetings
    // were held; one analysis was submitted, and a draft is not published; 24 + 30 people came.
    #expect(
      counts(try await ReportedSite.small.report()) == [
        "eccp-posts: 2 of 40 5 %", "meetings: 2 of 2 100 %", "analyses: 1 of 5 20 %",
        "people: 54 of open",
      ])
  }

  @Test func `a period has its first and its last day`() async throws {
    // Of the first quarter: the post of 1 February on the ECCP, the meeting of 7 March. The meeting
    // of two days ends on 1 April and belongs to the second quarter with its 30 people.
    let first = try period("2023-01-01", "2023-03-31")
    #expect(
      counts(try await ReportedSite.small.report { $0.period = first }) == [
        "eccp-posts: 1 of 40 2 %", "meetings: 1 of 2 50 %", "analyses: 0 of 5 0 %",
        "people: 24 of open",
      ])
    let one = try period("2023-04-01", "2023-04-03")
    let report = try await ReportedSite.small.report { $0.period = one }
    #expect(report.activities.map(\.name) == ["Meeting 2", "Analysis"])
    #expect(
      counts(report)[1...] == [
        "meetings: 1 of 2 50 %", "analyses: 1 of 5 20 %", "people: 30 of open",
      ])
  }

  @Test func `activities stand in the order of their days with their status`() async throws {
    let report = try await ReportedSite.small.report()
    let shown = report.activities.map { activity in
      "\(ActivityColumn.date.text(activity)) \(activity.status.rawValue): \(activity.name)"
    }
    #expect(
      shown == [
        "2023-01-20 Delivered: First, a \"quoted\" post", "2023-03-07 Delivered: Meeting 1",
        "2023-03-31/2023-04-01 Delivered: Meeting 2", "2023-04-03 Delivered: Analysis",
        "2023-05-02 Delivered: =HYPERLINK(1)", "2023-05-10 Delivered: Third",
        "2023-05-08/2023-05-12 Delivered: From Lyon to Uppsala",
        "2023-05-30 Postponed: Meeting 5", "2023-05-31 Cancelled: Meeting 6",
        "2023-06-14 Ongoing: Meeting 3", "2023-09-07 Ongoing: Meeting 4",
        " Ongoing: Joint analysis",
      ])
    #expect(ActivityStatus.allCases.map(report.count) == [7, 3, 1, 1])
  }

  @Test func `an activity is told in the portal's words`() async throws {
    let activities = try await ReportedSite.small.report().activities
    func row(_ name: String) throws -> [String] {
      let activity = try #require(activities.first { $0.name == name })
      return ActivityColumn.allCases.map { $0.text(activity) }
    }
    #expect(
      try row("Meeting 1") == [
        "Meeting 1", "A meeting.", "Industry, business partners; Regional authorities", "Event", "",
        "24", "Delivered", "2023-03-07", "https://bright.example/events/meeting-1/",
        "STUNS Life science",
      ])
    #expect(
      try row("First, a \"quoted\" post") == [
        "First, a \"quoted\" post", "What we plan.", "Citizens", "Website",
        "Twelve companies wrote to us.", "", "Delivered", "2023-01-20",
        "https://www.clustercollaboration.eu/content/one", "STUNS Life science",
      ])
    #expect(try row("From Lyon to Uppsala")[9] == "STUNS Life science; Biocat")
    #expect(try row("=HYPERLINK(1)")[3] == "Press release")
  }

  @Test func `what is delivered is counted for each partner and in each quarter`() async throws {
    let report = try await ReportedSite.small.report()
    #expect(report.kinds.map(\.name) == ["posts", "events", "publications", "exchanges"])
    // The exchange is both partners'; the third post and the analysis name none.
    #expect(
      report.partners.map { "\($0.name): \($0.counts)" } == [
        "Biocat: [1, 0, 0, 1]", "STUNS Life science: [1, 2, 0, 1]",
        "No partner named: [1, 0, 1, 0]",
      ])
    #expect(
      report.quarters.map { "\($0.name): \($0.counts)" } == [
        "2023 Q1: [1, 1, 0, 0]", "2023 Q2: [2, 1, 1, 1]",
      ])
  }

  @Test func `a report can be about one partner or one kind`() async throws {
    let one = try await ReportedSite.small.report { $0.partner = "biocat" }
    #expect(one.activities.map(\.name) == ["=HYPERLINK(1)", "From Lyon to Uppsala"])
    #expect(counts(one).first == "eccp-posts: 1 of 40 2 %")
    #expect(one.partnerName == "Biocat")
    let events = try await ReportedSite.small.report { $0.kind = "events" }
    #expect(events.activities.count == 6)
    #expect(events.partners.map(\.name) == ["Biocat", "STUNS Life science"])
  }

  @Test func `what a final report lacks is listed with its files`() async throws {
    let gaps = try await ReportedSite.small.report().gaps.map { gap in
      ([gap.message] + gap.paths.map { String($0.dropFirst(8)) }).joined(separator: " | ")
    }
    #expect(
      gaps == [
        "the number of the grant agreement", "Posts on the ECCP: 2 of 40", "Analyses: 1 of 5",
        "the status after its date: it is past and still planned or confirmed | events/meeting-3.md",
        "the end of what is Ongoing: a final report has nothing of it | events/meeting-4.md | "
          + "publications/joint.md",
        "a new date or the end of what is Postponed: a final report has nothing of it | "
          + "events/meeting-5.md",
        "a date: without one it belongs to no period | publications/joint.md",
        "a description | exchanges/one.md | posts/three.md | publications/analysis.md | "
          + "publications/joint.md",
        "an audience | publications/analysis.md | publications/joint.md",
        "an outcome | events/meeting-1.md | events/meeting-2.md | exchanges/one.md | "
          + "posts/three.md | posts/two.md | publications/analysis.md",
        "the number of participants | exchanges/one.md",
        "the portal's word for the audience 'Mayors' | exchanges/one.md",
      ])
  }

  @Test func `what has no date is missing from every period`() async throws {
    let first = try period("2023-01-01", "2023-03-31")
    let report = try await ReportedSite.small.report { $0.period = first }
    #expect(
      report.gaps.first { $0.message.hasPrefix("a date") }?.paths == [
        "content/publications/joint.md"
      ])
  }

  @Test func `a site without anything has a report that says so`() async throws {
    let site = ReportedSite(files: [
      "site.yaml": "title: New\nbase_url: https://new.example/\n",
      "content/about.md": "---\ntitle: About\n---\nText.\n",
    ])
    let report = try await site.report()
    #expect(report.activities.isEmpty)
    #expect(report.gaps.map(\.message) == ["an activity with the status Delivered"])
    let text = report.text([])
    #expect(text.contains("The site sets no targets."))
    #expect(text.contains("No activity belongs to this report."))
  }

  @Test func `an event without a status is delivered when its day is past`() async throws {
    func status(_ start: String) async throws -> ActivityStatus? {
      let site = ReportedSite(files: [
        "site.yaml": "title: New\nbase_url: https://new.example/\n",
        "content/events/one.md": "---\ntitle: One\nstart: \(start)\n---\nText.\n",
      ])
      return try await site.report().activities.first?.status
    }
    #expect(try await status("2023-06-14") == .delivered)
    #expect(try await status("2023-06-15") == .ongoing)
    #expect(try await status("2023-06-16") == .ongoing)
  }
}
