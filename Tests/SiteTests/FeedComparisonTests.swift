import Diagnostics
import Feeds
import Site
import Testing
import Text

/// What a change would do to those who have subscribed.
@Suite struct FeedComparisonTests {
  private let site: TestSite
  private let published: PublishedFeed

  init() async throws {
    site = TestSite()
    site.writePost("a", date: "2023-01-01")
    site.writePost("b", date: "2023-01-02 10:00", "id: urn:b")
    site.writePost("c", date: "2023-01-03")
    published = try PublishedFeed(reading: Bytes(await site.build()["feed.xml"].utf8))
  }

  /// Each message's first line.
  private func surprises(_ feed: PublishedFeed? = nil) async throws -> [String] {
    let world = BuildWorld(
      fileSystem: site.fileSystem, now: site.now, timeZones: TestSite.timeZones, theme: site.theme)
    let options = BuildOptions(source: TestSite.source, output: nil)
    let reading = try #require(await options.read(in: world).site)
    return reading.surprises(since: feed ?? published, at: "/old.xml").map {
      "\($0.location.path):\($0.location.line): \($0.severity.rawValue): \($0.message) [\($0.rule)]"
    }
  }

  @Test(arguments: FeedFormat.allCases)
  func `a site that has not changed surprises nobody`(format: FeedFormat) async throws {
    site.write(
      "site.yaml", "title: T\nbase_url: https://example.org/\nfeeds: {formats: [rss, atom, json]}\n"
    )
    let feed = await site.build()[format.fileName]
    #expect(try await surprises(PublishedFeed(reading: Bytes(feed.utf8))) == [])
  }

  @Test func `another domain and another title surprise nobody`() async throws {
    site.write("site.yaml", "title: N\nbase_url: https://moved.example/p/\n")
    site.write("content/posts/a.md", "---\ntitle: New\ndate: 2023-01-01\n---\nOther.\n")
    #expect(try await surprises() == [])
  }

  @Test func `a file that was renamed is a new item, unless it has its identity`() async throws {
    try site.remove("content/posts/a.md")
    site.write("content/posts/z.md", "---\ntitle: Title of a\ndate: 2023-01-01\n---\nText.\n")
    let found = try await surprises()
    #expect(
      found == [
        "content/posts/z.md:1: error: subscribers know this as "
          + "'tag:brightpress.invalid,2026:2023-01-01/posts/a', and would get it again as "
          + "'tag:brightpress.invalid,2026:2023-01-01/posts/z' [changed-identity]"
      ])
    site.write(
      "content/posts/z.md",
      "---\ntitle: Title of a\ndate: 2023-01-01\naliases: [/news/2023/a/]\n"
        + "id: tag:brightpress.invalid,2026:2023-01-01/posts/a\n---\nText.\n")
    #expect(try await surprises() == [])
  }

  @Test func `an identity that was changed is told at its place`() async throws {
    site.writePost("b", date: "2023-01-02 10:00", "id: urn:other")
    #expect(
      try await surprises() == [
        "content/posts/b.md:4: error: subscribers know this as 'urn:b', and would get it again as "
          + "'urn:other' [changed-identity]"
      ])
  }

  @Test func `an address that leads nowhere is told, one that leads on is not`() async throws {
    site.writePost("b", date: "2023-01-02 10:00", "id: urn:b\nslug: new")
    #expect(
      try await surprises() == [
        "content/posts/b.md:5: warning: subscribers have the address '/news/2023/b/', which would "
          + "lead nowhere [changed-address]"
      ])
    site.writePost(
      "b", date: "2023-01-02 10:00", "id: urn:b\nslug: new\naliases: [/news/2023/b/]")
    #expect(try await surprises() == [])
  }

  @Test func `another date is told at its place`() async throws {
    site.writePost("b", date: "2023-01-02 11:00", "id: urn:b")
    #expect(
      try await surprises() == [
        "content/posts/b.md:3: warning: subscribers have the date 2023-01-02T10:00:00+00:00, and "
          + "would get 2023-01-02T11:00:00+00:00 [changed-date]"
      ])
  }

  @Test func `what is gone or back-dated is told`() async throws {
    try site.remove("content/posts/a.md")
    site.writePost("b", date: "2023-01-02 10:00", "id: urn:b\ndraft: true")
    site.writePost("late", date: "2023-01-01")
    #expect(
      try await surprises().sorted() == [
        "/old.xml:1: warning: 'Title of a' was in the feed, and is not published any more "
          + "[vanished-item]",
        "content/posts/b.md:1: warning: 'Title of b' was in the feed, and is not published any more "
          + "[vanished-item]",
        "content/posts/late.md:3: note: this is new in the feed and older than the newest that "
          + "subscribers have: 2023-01-01 [back-dated-item]",
      ])
  }

  @Test func `an older site's feed is compared by its addresses`() async throws {
    let old = """
      <rss version="2.0"><channel><link>http://old.example/</link>
      <item><title>x</title><link>http://old.example/news/2023/c/</link>
      <pubDate>Tue, 3 Jan 23 00:00 GMT</pubDate></item></channel></rss>
      """
    let found = try await surprises(PublishedFeed(reading: Bytes(old.utf8)))
    #expect(found.filter { $0.contains("changed-identity") }.count == 1)
    #expect(found.first?.contains("'http://old.example/news/2023/c/'") == true)
  }
}
