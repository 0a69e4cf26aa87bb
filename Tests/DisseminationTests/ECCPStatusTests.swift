import CivilTime
import Diagnostics
import FrontMatter
import Site
import Testing
import Text

@testable import Dissemination

/// What has been posted, what is next, and noting it.
@Suite struct ECCPStatusTests {
  @Test func `the status counts what is posted, and says what is next and what is not ready`()
    async throws
  {
    let site = PackedSite()
    site.writePost(
      "a", date: "2023-01-05", "eccp_url: https://e.example/a\neccp_date: 2023-02-01")
    site.writePost("b", date: "2023-03-05")
    site.writePost("c", date: "2023-02-05")
    site.writePost("d", "draft: true")
    site.write("content/events/later.md", "---\ntitle: Later\n---\nSoon.\n")
    site.write("content/publications/p.md", "---\ntitle: P\ndate: 2023-01-01\n---\nSoon.\n")
    let status = ECCPStatus(try await site.read())
    #expect(
      status.text == """
        Posts on the ECCP: 1 of 40 (2 %)

        Posted:
          2023-02-01  Title of a
                      https://e.example/a

        Next:
          Title of c  (content/posts/c.md)
          Title of b  (content/posts/b.md)

        Not ready: 2
          the event has no date: 1
          the publication has no document: 1

        """)
  }

  @Test func `an item is found by path, folder or slug, and a misspelt one suggested`()
    async throws
  {
    let site = PackedSite()
    site.writePost("kick-off")
    site.write("content/posts/visit/index.md", "---\ntitle: V\ndate: 2023-01-01\n---\nX.\n")
    site.write("content/posts/visit.sv.md", "---\ntitle: W\ndate: 2023-01-01\n---\nX.\n")
    site.write("content/events/kick-off.md", "---\ntitle: Event\n---\nX.\n")
    let reading = try await site.read()
    for name in [
      "content/posts/visit/index.md", "posts/visit/index.md", "content/posts/visit",
      "content/posts/visit/", "./posts/visit", "visit",
    ] {
      #expect(try reading.item(named: name).path == "content/posts/visit/index.md")
    }
    #expect(try reading.item(named: "posts/kick-off").path == "content/posts/kick-off.md")
    #expect(throws: ItemNameError.unknown("vist", suggestion: "did you mean 'visit'?")) {
      try reading.item(named: "vist")
    }
    #expect(
      throws: ItemNameError.ambiguous(
        "kick-off", paths: ["content/events/kick-off.md", "content/posts/kick-off.md"])
    ) { try reading.item(named: "kick-off") }
  }

  @Test func `a mark is written into the file, and read again`() async throws {
    let site = PackedSite()
    site.writePost("a", "# kept\nsummary: \"x\" # kept too")
    let day = try #require(CivilDate(year: 2023, month: 3, day: 4))
    let mark = try #require(ECCPMark(address: "https://www.clustercollaboration.eu/a", day: day))
    let item = try await site.read().item(named: "a")
    let marked = try mark.marked(item.text())
    #expect(
      marked.text == """
        ---
        title: Title of a
        date: 2023-02-23
        # kept
        summary: "x" # kept too
        eccp_url: https://www.clustercollaboration.eu/a
        eccp_date: 2023-03-04
        ---
        Text.

        """)
    site.write("content/posts/a.md", marked)
    let reading = try await site.read()
    #expect(try reading.item(named: "a").isOnECCP)
    #expect(ECCPStatus(reading).counters == "Posts on the ECCP: 1 of 40 (2 %)\n")
  }

  @Test(arguments: [
    ("https://www.clustercollaboration.eu/content/a", true),
    ("https://clustercollaboration.eu/a", true),
    ("https://clustercollaboration.eu.example/", false),
    ("http://bright.example/clustercollaboration.eu", false),
  ])
  func `an address of another site is told from the platform's`(
    address: String, isOnPlatform: Bool
  ) throws {
    let mark = try #require(ECCPMark(address: address, day: CivilDate(daysSinceEpoch: 0)))
    #expect(mark.isOnPlatform == isOnPlatform)
  }

  @Test(arguments: ["", "clustercollaboration.eu/a", "https://", "https://a b", "javascript:x"])
  func `what is no address is not noted`(text: String) {
    #expect(ECCPMark(address: text, day: CivilDate(daysSinceEpoch: 0)) == nil)
  }
}
