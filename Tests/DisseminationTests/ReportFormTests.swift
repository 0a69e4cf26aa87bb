import Site
import Testing
import Text

@testable import Dissemination

/// The forms of a report.
@Suite struct ReportFormTests {
  private func report() async throws -> Report {
    try await ReportedSite.small.report { $0.kind = "posts" }
  }

  @Test func `CSV has a mark for UTF-8, quotation marks where needed, and no formula`() async throws
  {
    #expect(
      try await report().sheet(.activities).csv.text
        == "\u{FEFF}Activity,Description,Audience,Channel,Outcome,Participants,Status,Date,Evidence,"
        + "Partner\r\n"
        + "\"First, a \"\"quoted\"\" post\",What we plan.,Citizens,Website,Twelve companies wrote to us.,"
        + ",Delivered,2023-01-20,https://www.clustercollaboration.eu/content/one,STUNS Life science\r\n"
        + "'=HYPERLINK(1),\"Two lines,\none comma.\",Citizens,Press release,,,Delivered,2023-05-02,"
        + "https://www.clustercollaboration.eu/content/two,Biocat\r\n"
        + "Third,,Citizens,Website,,,Delivered,2023-05-10,"
        + "https://bright.example/news/2023/three/,\r\n")
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", "\t=1", "\n=1", "＝1"])
  func `nothing that a spreadsheet calculates begins a field`(text: String) throws {
    let sheet = ReportSheet(title: "", columns: [], rows: [[text]], emptyText: "")
    #expect(sheet.csv.text.contains("'" + text))
  }

  @Test func `the targets on a terminal stand in columns`() async throws {
    #expect(
      try await ReportedSite.small.report().text([.targets]) == """
        BRIGHT
        All partners, the whole project, as of 2023-06-15

        Targets
          Target             Reached  Goal  Share
          Posts on the ECCP        2    40    5 %
          Meetings                 2     2  100 %
          Analyses                 1     5   20 %
          People reached          54  open

        """)
  }

  @Test func `Markdown cells cannot leave their table`() async throws {
    let sheet = ReportSheet(
      title: "T", columns: [.init(title: "A"), .init(title: "B", isNumber: true)],
      rows: [["a|b *c*\nd", "https://x.example/a_b|c"]], emptyText: "")
    #expect(
      sheet.markdown == """
        ## T

        | A | B |
        |---|--:|
        | a\\|b \\*c\\* d | https://x.example/a_b%7Cc |

        """)
  }

  @Test func `JSON has everything, and null for what is not known`() async throws {
    let value = try JSONValue(reading: try await report().json)
    guard case .object(let members) = value else {
      Issue.record("the report is no object")
      return
    }
    #expect(
      members.map(\.name) == [
        "project", "site", "grant_agreement", "as_of", "from", "to", "partner", "kind", "targets",
        "activities", "partners", "quarters", "missing",
      ])
    #expect(members[2].value == .null)
    #expect(members[3].value == .text("2023-06-15"))
    #expect(
      members[11].value
        == .list([
          .object([
            ("name", .text("2023 Q1")), ("all", .number(1)),
            ("kinds", .object([("posts", .number(1))])),
          ]),
          .object([
            ("name", .text("2023 Q2")), ("all", .number(2)),
            ("kinds", .object([("posts", .number(2))])),
          ]),
        ]))
    guard case .list(let activities) = members[9].value, case .object(let third) = activities.last
    else {
      Issue.record("there are no activities")
      return
    }
    #expect(third.first { $0.name == "description" }?.value == .null)
    #expect(third.first { $0.name == "audience" }?.value == .list([.text("Citizens")]))
    #expect(third.first { $0.name == "file" }?.value == .text("content/posts/three.md"))
  }

  @Test func `the page runs no script, needs no other file and shows the funder`() async throws {
    let html = try await ReportedSite.small.report().html([]).text
    #expect(!html.contains("<script"))
    #expect(!html.contains("src="))
    #expect(!html.contains("<link"))
    #expect(html.contains("Emblem of the European Union"))
    #expect(html.contains("Funded by the European Union"))
    #expect(html.contains("First, a &quot;quoted&quot; post"))
    #expect(html.contains("2 of 40"))
    // 2 of 40 is a bar of a twentieth of 400.
    #expect(html.contains("width=\"20\" height=\"18\""))
  }

  @Test func `the same site gives the same bytes`() async throws {
    let (first, second) = (try await report(), try await report())
    #expect(first.html([]) == second.html([]))
    #expect(first.json == second.json)
  }
}
