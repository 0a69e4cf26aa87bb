import CivilTime
import DefaultTheme
import Diagnostics
import Dissemination
import Site
import Testing
import Text

/// A site in memory of which a report is made.
///
/// The clock stands at 15 June 2023, 12:00 UTC.
struct ReportedSite {
  var files: [String: String]

  /// The report; the site has no error.
  func report(_ adjust: (inout ReportOptions) -> Void = { _ in }) async throws -> Report {
    var options = ReportOptions()
    adjust(&options)
    let (site, found) = await read()
    #expect(found == [])
    return Report(on: try #require(site), options)
  }

  /// The site, and the errors and warnings in it, each as `PATH:LINE:COLUMN: MESSAGE [RULE]`.
  func read() async -> (site: SiteReading?, found: [String]) {
    let world = BuildWorld(
      fileSystem: MemoryFileSystem(
        Dictionary(uniqueKeysWithValues: files.map { ("/site/" + $0.key, $0.value) })),
      now: Timestamp(secondsSinceEpoch: 1_686_830_400), timeZones: TimeZones { _ in .utc },
      theme: DefaultTheme.files.map { ThemeFile(path: $0.path, bytes: $0.bytes) })
    let (site, result) = await BuildOptions(source: "/site", output: nil).read(in: world)
    let found = DiagnosticReport(result.diagnostics).diagnostics.map { found in
      let place = found.location
      return "\(place.path):\(place.line):\(place.column): \(found.message) [\(found.rule)]"
    }
    return (site, found)
  }

  /// A small project whose figures the tests work out by hand.
  ///
  /// - Three posts: two on the ECCP (posted in February and in May), one not. One of them has a
  ///   Swedish translation, which is the same post.
  /// - Six events: a meeting held with 24 people, one held on two days of the turn of the quarter
  ///   with 30, one planned whose day is past, one planned for the autumn, one postponed, one
  ///   cancelled.
  /// - Two publications: one submitted, one pending. A draft of a third counts for nothing.
  /// - One exchange, held.
  static let small = ReportedSite(files: [
    "site.yaml": """
    format: 1
    title: BRIGHT for Europe
    base_url: https://bright.example/
    languages: [en, sv]
    project: {acronym: BRIGHT, start: 2022-02, end: 2024-01}
    funding: {preset: cosme-2014}
    targets:
      - {id: eccp-posts, label: Posts on the ECCP, goal: 40, count: {kind: posts, where: eccp_url}}
      - {id: meetings, label: Meetings, goal: 2, count: {kind: events, where: {tags: Meetings, status: held}}}
      - {id: analyses, label: Analyses, goal: 5, count: {kind: publications, where: {deliverable.status: [submitted, approved]}}}
      - {id: people, label: People reached, count: {kind: events, where: {status: held}, sum: participants}}
    report:
      audiences: {SMEs: "Industry, business partners"}
      activities: {posts: {audience: [Citizens]}}
    """,
    "content/partners/biocat.md": "---\nname: Biocat\n---\nA cluster.\n",
    "content/partners/stuns.md": "---\nname: STUNS Life science\n---\nA cluster.\n",
    "content/posts/one.md": """
    ---
    title: First, a "quoted" post
    date: 2023-01-20
    partner: stuns
    summary: What we plan.
    outcome: Twelve companies wrote to us.
    eccp_url: https://www.clustercollaboration.eu/content/one
    eccp_date: 2023-02-01
    ---
    Text.
    """,
    "content/posts/one.sv.md":
      "---\ntitle: Först\ndate: 2023-01-20\neccp_url: https://www.clustercollaboration.eu/content/one\n---\nText.\n",
    "content/posts/two.md": """
    ---
    title: "=HYPERLINK(1)"
    date: 2023-05-02
    partner: biocat
    summary: "Two lines,\\none comma."
    channel: Press release
    eccp_url: https://www.clustercollaboration.eu/content/two
    eccp_date: 2023-05-03
    ---
    Text.
    """,
    "content/posts/three.md": "---\ntitle: Third\ndate: 2023-05-10\n---\nText.\n",
    "content/events/meeting-1.md": event("Meeting 1", "2023-03-07", "held", "participants: 24"),
    "content/events/meeting-2.md": event(
      "Meeting 2", "2023-03-31", "held", "end: 2023-04-01\nparticipants: 30"),
    "content/events/meeting-3.md": event("Meeting 3", "2023-06-14", "confirmed", ""),
    "content/events/meeting-4.md": event("Meeting 4", "2023-09-07", "planned", ""),
    "content/events/meeting-5.md": event("Meeting 5", "2023-05-30", "postponed", ""),
    "content/events/meeting-6.md": event("Meeting 6", "2023-05-31", "cancelled", ""),
    "content/publications/analysis.md":
      "---\ntitle: Analysis\ndate: 2023-04-03\ndeliverable: {number: D1, status: submitted}\n---\nText.\n",
    "content/publications/joint.md":
      "---\ntitle: Joint analysis\ndeliverable: {number: D2, status: pending}\n---\nText.\n",
    "content/publications/draft.md":
      "---\ntitle: Draft\ndraft: true\ndeliverable: {number: D3, status: submitted}\n---\nText.\n",
    "content/exchanges/one.md": """
    ---
    title: From Lyon to Uppsala
    host_partner: stuns
    visitor_partner: biocat
    start: 2023-05-08
    end: 2023-05-12
    activity: [market research]
    status: held
    audience: [Mayors]
    ---
    Text.
    """,
  ])

  private static func event(
    _ title: String, _ start: String, _ status: String, _ more: String
  ) -> String {
    """
    ---
    title: \(title)
    start: \(start)
    status: \(status)
    partner: stuns
    tags: [meetings]
    audience: [SMEs, Regional authorities]
    summary: A meeting.
    \(more)
    ---
    Text.
    """
  }
}
