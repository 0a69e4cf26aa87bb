import Site
import Testing

/// Where the pages of content files are published.
@Suite struct PermalinkTests {
  @Test func `a post's address has its year and the name of its file`() async {
    let site = TestSite()
    site.writePost("kick-off", date: "2023-02-23")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["news/2023/kick-off/index.html"].contains("<h1>Title of kick-off</h1>"))
  }

  @Test func `each kind has its own addresses`() async {
    let build = await TestSite(
      """
      -- content/events/visit.md --
      ---
      title: A visit
      ---
      -- content/publications/report.md --
      ---
      title: A report
      ---
      -- content/partners/biocat.md --
      ---
      name: Biocat
      ---
      -- content/about.md --
      # About us
      -- content/legal/privacy.md --
      # Privacy
      """
    ).build()
    #expect(build.problems == [])
    #expect(
      build.files(containing: "<h1>").filter { $0.contains("/") } == [
        "about/index.html", "events/index.html", "events/visit/index.html",
        "legal/privacy/index.html", "news/index.html", "partners/biocat/index.html",
        "partners/index.html", "publications/index.html", "publications/report/index.html",
      ])
  }

  @Test func `a date in the file's name is the post's date`() async {
    let build = await TestSite(
      """
      -- content/posts/2022-11-05-second-meeting.md --
      ---
      title: Second meeting
      ---
      """
    ).build()
    #expect(build.problems == [])
    #expect(build.paths.contains("news/2022/second-meeting/index.html"))
  }

  @Test func `a date in the front matter wins over the file's name`() async {
    let build = await TestSite(
      """
      -- content/posts/2022-11-05-late.md --
      ---
      title: Late
      date: 2023-01-02
      ---
      """
    ).build()
    #expect(build.paths.contains("news/2023/late/index.html"))
  }

  @Test func `a slug and a permalink replace the file's name`() async {
    let site = TestSite()
    site.writePost("a", "slug: better")
    site.writePost("b", "permalink: /special/place/")
    site.writePost("c", "url: special/file.html")
    let build = await site.build()
    #expect(build.paths.contains("news/2023/better/index.html"))
    #expect(build.paths.contains("special/place/index.html"))
    #expect(build.paths.contains("special/file.html"))
    #expect(
      build.problems == ["content/posts/c.md:4:1: note: 'url' is read as 'permalink' [field-alias]"]
    )
  }

  @Test func `a folder with an index is one item`() async {
    let build = await TestSite(
      """
      -- content/posts/2023-02-23-visit/index.md --
      ---
      title: Visit
      ---
      ![A map](map.svg)
      -- content/posts/2023-02-23-visit/map.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>
      -- content/team/index.md --
      # The team

      ![Us](us.svg)
      -- content/team/us.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>
      """
    ).build()
    #expect(build.problems == [])
    #expect(build["news/2023/visit/index.html"].contains("/news/2023/visit/map.svg"))
    #expect(build.paths.contains("news/2023/visit/map.svg"))
    #expect(build["team/index.html"].contains("<h1>The team</h1>"))
    #expect(build.paths.contains("team/us.svg"))
  }

  @Test func `an index in a kind's folder is the text above its list`() async {
    let build = await TestSite(
      """
      -- content/posts/index.md --
      ---
      title: All our news
      ---
      What has happened.
      -- content/index.md --
      ---
      title: Welcome
      ---
      Hello, world.
      """
    ).build()
    #expect(build.problems == [])
    #expect(build["news/index.html"].contains("<h1>All our news</h1>"))
    #expect(build["news/index.html"].contains("What has happened."))
    #expect(build["index.html"].contains("<h1>Welcome</h1>"))
    #expect(build["index.html"].contains("Hello, world."))
  }

  @Test func `further languages live in a folder of their own`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, sv]
      -- content/about.md --
      # About
      -- content/about.sv.md --
      # Om oss
      -- content/posts/2023-01-01-news.sv.md --
      ---
      title: Nyheter
      ---
      """)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["about/index.html"].contains("About"))
    #expect(build["sv/about/index.html"].contains("Om oss"))
    #expect(build.paths.contains("sv/news/2023/news/index.html"))
    #expect(build["sv/news/index.html"].contains("Nyheter"))
    #expect(!build["news/index.html"].contains("Nyheter"))
    #expect(build.paths.contains("sv/feed.xml"))
    #expect(!build.paths.contains("sv/events/index.html"))
  }

  @Test func `a kind's permalink can be the site's own`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      kinds:
        posts: {permalink: "/blog/:year/:month/:day/:slug.html"}
        pages: {permalink: "/p/:path/"}
      -- content/legal/privacy.md --
      # Privacy
      """)
    site.writePost("kick-off")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build.paths.contains("blog/2023/02/23/kick-off.html"))
    #expect(build.paths.contains("p/legal/privacy/index.html"))
    #expect(build.paths.contains("blog/index.html"))
  }

  @Test func `an item without a date has no date in its address`() async {
    let build = await TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      kinds: {publications: {permalink: "/papers/:year/:slug/"}}
      -- content/publications/report.md --
      ---
      title: A report
      ---
      """
    ).build()
    #expect(build.problems == [])
    #expect(build.paths.contains("papers/report/index.html"))
  }

  @Test func `a post at half past midnight keeps its writer's day`() async {
    let site = TestSite()
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nkinds: {posts: {permalink: \"/:year/:month/:day/:slug/\"}}\n"
    )
    site.writePost("late", date: "2023-01-01T00:30:00+02:00")
    let build = await site.build()
    #expect(build.paths.contains("2023/01/01/late/index.html"))
  }

  @Test(arguments: [
    ("Santé à l'œuvre", "sante-a-loeuvre"), ("Ω και α", "ω-και-α"), ("日本語", "日本語"),
    ("🎉", "u1f389"), ("a__b..c", "a-b-c"),
  ])
  func `every file name gives an address`(name: String, slug: String) async {
    let site = TestSite()
    site.writePost(name)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build.paths.contains("news/2023/\(slug)/index.html"))
  }

  @Test func `a file beside the posts goes beside their list`() async {
    let site = TestSite(
      """
      -- content/posts/shared.pdf --
      %PDF
      -- content/flyer.pdf --
      %PDF
      -- static/robots-note.txt --
      hello
      """)
    site.writePost("a", "")
    site.write(
      "content/posts/b.md",
      "---\ntitle: B\ndate: 2023-01-01\n---\n[shared](shared.pdf) [flyer](../flyer.pdf)\n")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["news/shared.pdf"] == "%PDF\n")
    #expect(build["flyer.pdf"] == "%PDF\n")
    #expect(build["robots-note.txt"] == "hello\n")
    #expect(build["news/2023/b/index.html"].contains("href=\"/news/shared.pdf\""))
    #expect(build["news/2023/b/index.html"].contains("href=\"/flyer.pdf\""))
  }

  @Test func `the files that every site has are there`() async {
    let build = await TestSite().build()
    #expect(build.problems == [])
    #expect(
      build.paths == [
        "404.html", "_headers", "eu-emblem.svg", "events/index.html", "feed-full.xml", "feed.css",
        "feed.xml",
        "feeds.opml", "index.html", "news/feed-full.xml", "news/feed.xml", "news/index.html",
        "partners/index.html", "publications/feed-full.xml", "publications/feed.xml",
        "publications/index.html", "robots.txt", "sitemap.xml", "tags/index.html",
      ])
    #expect(build.result.pageCount == 7)
  }

  @Test func `a former address leads to the page`() async {
    let site = TestSite()
    site.writePost("kick-off", "aliases: [/old/kick-off, /older.html, /oldest/]")
    let build = await site.build()
    #expect(build.problems == [])
    let expected = "moved to /news/2023/kick-off/ (https://example.org/news/2023/kick-off/)"
    #expect(build["old/kick-off/index.html"] == expected)
    #expect(build["older.html"] == expected)
    #expect(build["oldest/index.html"] == expected)
  }

  @Test func `a static file of the site's own takes the place of a generated one`() async {
    let build = await TestSite("-- static/robots.txt --\nUser-agent: none\n").build()
    #expect(build.problems == [])
    #expect(build["robots.txt"] == "User-agent: none\n")
  }

  @Test func `search engines are shut out of a preview whatever the site's own file says`() async {
    let site = TestSite("-- static/robots.txt --\nUser-agent: *\nDisallow:\n")
    for adjust: (inout BuildOptions) -> Void in [
      { $0.configuration.environment = "development" }, { $0.filter.includesDrafts = true },
    ] {
      let preview = await site.build(adjust)
      #expect(preview.problems == [])
      #expect(preview["robots.txt"] == "User-agent: *\nDisallow: /\n")
    }
    #expect(await site.build()["robots.txt"] == "User-agent: *\nDisallow:\n")
  }
}
