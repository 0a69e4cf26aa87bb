import CivilTime
import Site
import Testing

/// What is published now, and what not.
@Suite struct PublicationStateTests {
  /// A site with one item that is not published, whose words are easy to find.
  private func site(_ fields: String) -> TestSite {
    let site = TestSite()
    site.writePost("public", "tags: [open]")
    site.write(
      "content/posts/hidden/index.md",
      """
      ---
      title: Xyzzy
      tags: [xyzzy]
      aliases: [/xyzzy-alias/]
      \(fields)
      ---
      Xyzzy text.

      """)
    site.write("content/posts/hidden/xyzzy.txt", "xyzzy")
    return site
  }

  @Test(arguments: [
    "date: 2023-01-01\ndraft: true", "date: 2023-01-01\npublished: false",
    "date: 2023-01-01\nstatus: draft", "date: 2024-01-01",
    "date: 2023-01-01\npublish_date: 2023-06-15 12:01",
    "date: 2023-01-01\nexpiry_date: 2023-06-15 12:00", "date: 2023-01-01\npublished: 2024-05-05",
  ])
  func `what is not published is in no file at all`(fields: String) async {
    let build = await site(fields).build()
    #expect(build.result.failure == nil)
    let words = build.files.filter { $0.value.lowercased().contains("xyzzy") }.keys.sorted()
    #expect(words == [])
    #expect(build.paths.filter { $0.lowercased().contains("xyzzy") || $0.contains("hidden") } == [])
    #expect(build.result.unpublished.map(\.path) == ["content/posts/hidden/index.md"])
  }

  @Test(arguments: [
    "date: 2023-01-01\npublish_date: 2023-06-15 12:00",
    "date: 2023-01-01\nexpiry_date: 2023-06-15 12:01", "date: 2023-06-15", "date: 2023-01-01",
    "date: 2023-01-01\ndraft: false", "date: 2023-01-01\nstatus: published",
  ])
  func `what is due and not over is published`(fields: String) async {
    let build = await site(fields).build()
    #expect(build.result.unpublished == [])
    #expect(build.paths.contains("news/2023/hidden/index.html"))
    #expect(build.paths.contains("news/2023/hidden/xyzzy.txt"))
    #expect(build.paths.contains("xyzzy-alias/index.html"))
    #expect(build["feed.xml"].contains("Xyzzy"))
    #expect(build["sitemap.xml"].contains("hidden"))
  }

  @Test func `a change that is still to come is reported and told to nobody`() async {
    var site = TestSite()
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nfeeds: {formats: [rss, atom, json]}\n")
    site.write("templates/post.html", "{{ page.updated or 'none' }} {{ page.structured_data }}")
    site.writePost("a", date: "2023-01-01", "updated: 2023-06-16")
    site.write(
      "content/events/b.md", "---\ntitle: B\nstart: 2023-01-01\nupdated: 2030-01-01\n---\n")
    site.writePost("later", date: "2023-06-16", "updated: 2023-06-16")
    site.writePost("now", date: "2023-01-01", "updated: 2023-06-15 12:00")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/events/b.md:4:10: warning: 'updated' is 2030-01-01, which is still to come: "
          + "it is not published [future-update]",
        "content/posts/a.md:4:10: warning: 'updated' is 2023-06-16, which is still to come: "
          + "the item's date is published instead [future-update]",
      ])
    for (path, text) in build.files { #expect(!text.contains("2023-06-16"), "\(path)") }
    #expect(build["sitemap.xml"].contains("a/</loc>\n    <lastmod>2023-01-01</lastmod>"))
    #expect(build["feed.xml"].contains("<lastBuildDate>Thu, 15 Jun 2023 12:00:00 +0000"))
    #expect(build["atom.xml"].contains("<updated>2023-01-01T"))

    // What was to come has come, and the file is as it was.
    site.now = Timestamp(secondsSinceEpoch: TestSite.now.secondsSinceEpoch + 86_400)
    let next = await site.build()
    let clean = await site.build {
      $0.output = "/home/clean"
      $0.usesCache = false
    }
    #expect(next.problems.count == 1)
    #expect(next["news/2023/a/index.html"].hasPrefix("2023-06-16"))
    #expect(next["sitemap.xml"].contains("a/</loc>\n    <lastmod>2023-06-16</lastmod>"))
    #expect(next.files == clean.files)
  }

  @Test func `a build says why something was left out`() async {
    let site = TestSite()
    site.writePost("a", "draft: true")
    site.writePost("b", date: "2024-01-01")
    site.writePost("c", "expiry_date: 2023-03-01")
    let build = await site.build()
    let due = Timestamp(secondsSinceEpoch: 1_704_067_200, isDateOnly: true)
    let end = Timestamp(secondsSinceEpoch: 1_677_628_800, isDateOnly: true)
    #expect(build.result.unpublished.map(\.state) == [.draft, .scheduled(due), .expired(end)])
  }

  @Test func `each flag publishes what it names`() async {
    let site = TestSite()
    site.writePost("a", "draft: true")
    site.writePost("b", date: "2024-01-01")
    site.writePost("c", "expiry_date: 2023-03-01")
    let drafts = await site.build { $0.filter.includesDrafts = true }
    #expect(drafts.result.unpublished.map(\.path) == ["content/posts/b.md", "content/posts/c.md"])
    let future = await site.build { $0.filter.includesFuture = true }
    #expect(future.result.unpublished.map(\.path) == ["content/posts/a.md", "content/posts/c.md"])
    let expired = await site.build { $0.filter.includesExpired = true }
    #expect(expired.result.unpublished.map(\.path) == ["content/posts/a.md", "content/posts/b.md"])
  }

  @Test func `an event in the future, or with a date in the future, is published`() async {
    let build = await TestSite(
      """
      -- content/events/visit.md --
      ---
      title: Visit
      start: 2030-01-01
      end: 2030-01-02
      date: 2029-01-01
      ---
      """
    ).build()
    #expect(build.problems == [])
    #expect(build.result.unpublished == [])
    #expect(build.paths.contains("events/visit/index.html"))
  }

  @Test func `the site's time zone decides when a day without a time begins`() async {
    var site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      time_zone: Europe/Stockholm
      """)
    site.writePost("tomorrow", date: "2023-06-16")
    // 15 June, 21:59 UTC is one minute before midnight in Stockholm.
    site.now = Timestamp(secondsSinceEpoch: 1_686_866_340)
    let before = await site.build()
    #expect(before.result.unpublished.count == 1)
    site.now = Timestamp(secondsSinceEpoch: 1_686_866_400)
    let after = await site.build()
    #expect(after.result.unpublished.count == 0)
  }

  @Test func `an item that was withdrawn leaves its place`() async throws {
    let site = TestSite()
    site.writePost("a", "tags: [only]")
    site.writePost("b")
    let before = await site.build()
    #expect(before.paths.contains("tags/only/index.html"))
    site.writePost("a", "tags: [only]\ndraft: true")
    let build = await site.build()
    #expect(build.paths.contains { $0.contains("/a/") || $0.contains("only") } == false)
    #expect(
      build.result.report?.removed == [
        "news/2023/a/index.html", "tags/only/feed.xml", "tags/only/index.html",
      ])
  }
}
