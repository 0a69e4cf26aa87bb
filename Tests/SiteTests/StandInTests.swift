import Diagnostics
import Testing
import Text

@testable import Site

/// Items of a site of several languages that are not translated, and the ways between languages.
@Suite struct StandInTests {
  /// A site in English and Swedish with the default theme: one post in both, one in English only.
  private func site(_ missing: String = "show", settings: String = "") -> TestSite {
    let site = TestSite(
      """
      -- site.yaml --
      title: {en: Test, sv: Prov}
      base_url: https://example.org/
      languages: [en, sv]
      translations: {missing: \(missing)}
      \(settings)
      -- content/about.md --
      # About

      See [both](posts/both.md#part) and [one](posts/one.md).
      """, theme: TestSite.defaultTheme)
    site.write(
      "content/posts/both.md", "---\ntitle: Both\ndate: 2023-01-02\n---\n## Part\n\nText.\n")
    site.write(
      "content/posts/both.sv.md", "---\ntitle: Båda\ndate: 2023-01-02\n---\n## Del\n\nText.\n")
    site.write("content/posts/one.md", "---\ntitle: One\ndate: 2023-01-01\n---\nOnly *here*.\n")
    return site
  }

  @Test func `what is not translated has a page in the other language, marked as such`() async {
    let build = await site().build()
    #expect(build.problems == [])
    let page = build["sv/news/2023/one/index.html"]
    #expect(page.contains("<html lang=\"sv\">"))
    #expect(
      page.contains("<h1 lang=\"en\">One</h1>")
        && page.contains("<div class=\"prose\" lang=\"en\">"))
    #expect(page.contains("Den här sidan finns inte på svenska än."))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/news/2023/one/\">"))
    #expect(!page.contains("rel=\"alternate\" hreflang"))
  }

  @Test func `search engines and the other language's feed are told of originals only`() async {
    let build = await site().build()
    #expect(!build["sitemap.xml"].contains("/sv/news/2023/one/"))
    #expect(build["sitemap.xml"].contains("/sv/news/2023/both/"))
    #expect(!build["sv/feed.xml"].contains("One") && build["sv/feed.xml"].contains("Båda"))
  }

  @Test func `a feed leads to pages in its language, whatever was rendered before`() async throws {
    let site = site()
    site.write(
      "content/posts/links.md",
      "---\ntitle: Links\ndate: 2023-01-03\n---\n[both](both.md) [one](one.md)\n")
    site.write(
      "content/posts/båda.sv.md",
      "---\ntitle: Endast svenska\ndate: 2023-01-03\n---\n[båda](both.md) [en](one.md)\n")
    let clean = await site.build()
    #expect(clean.problems == [])
    let feeds = clean.files.filter { $0.key.hasSuffix("feed.xml") }
    #expect(feeds["feed.xml"]?.contains("example.org/news/2023/both/&quot;&gt;both") == true)
    #expect(feeds["feed.xml"]?.contains("example.org/sv/") == false)
    #expect(feeds["sv/feed.xml"]?.contains("example.org/sv/news/2023/one/&quot;&gt;en") == true)

    // Whatever is rendered first, an item's own page, another one of it or a feed.
    let options = BuildOptions(source: TestSite.source, output: nil)
    let world = BuildWorld(
      fileSystem: site.fileSystem, now: site.now, timeZones: TestSite.timeZones, theme: site.theme)
    for isFirst in [{ $0.isStandIn }, { $0.isItem }, { $0.isFeed }] as [(Route.Content) -> Bool] {
      let plan = try #require(await options.read(in: world).site?.plan)
      let first = plan.routes.filter { isFirst($0.content) }
      #expect(!first.isEmpty)
      for route in first { _ = PlanReader(plan, for: route).render(route) }
      for route in plan.routes where route.content.isFeed {
        let rendered = PlanReader(plan, for: route).render(route)
        #expect(rendered.bytes.text == clean[route.address.outputPath])
      }
    }
  }

  @Test func `lists have what stands in, with its language`() async {
    let build = await site().build()
    let list = build["sv/news/index.html"]
    #expect(list.contains("<a href=\"/sv/news/2023/one/\">One</a>"))
    #expect(list.contains("På engelska"))
    #expect(!build["news/index.html"].contains("Båda"))
  }

  @Test func `a site can hide what is not translated`() async {
    let build = await site("hide").build()
    #expect(build.problems == [])
    #expect(build.files["sv/news/2023/one/index.html"] == nil)
    #expect(!build["sv/news/index.html"].contains("One"))
  }

  @Test func `the switcher leads to the same page, or to the nearest above it`() async {
    let build = await site().build()
    #expect(
      build["news/2023/both/index.html"].contains("<a href=\"/sv/news/2023/both/\" hreflang=\"sv\"")
    )
    #expect(build["sv/about/index.html"].contains("<a href=\"/about/\" hreflang=\"en\""))
    let hidden = await site("hide").build()
    #expect(hidden["news/2023/one/index.html"].contains("<a href=\"/sv/news/\" hreflang=\"sv\""))
    #expect(hidden["about/index.html"].contains("<a href=\"/sv/\" hreflang=\"sv\""))
  }

  @Test
  func `links of a stand-in lead to its language, without anchors that only the original has`()
    async
  {
    let build = await site().build()
    let page = build["sv/about/index.html"]
    #expect(page.contains("<a href=\"/sv/news/2023/both/\">both</a>"))
    #expect(page.contains("<a href=\"/sv/news/2023/one/\">one</a>"))
    #expect(build["about/index.html"].contains("<a href=\"/news/2023/both/#part\">both</a>"))
  }

  @Test func `where an original stood in, its translation is found later`() async {
    let site = site()
    site.write(
      "content/posts/one.sv.md", "---\ntitle: En\ndate: 2023-01-01\nslug: en-enda\n---\nHär.\n")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["sv/news/2023/en-enda/index.html"].contains("<h1>En</h1>"))
    #expect(build["sv/news/2023/one/index.html"].contains("url=/sv/news/2023/en-enda/"))
  }

  @Test func `a mistake in an original is told once`() async {
    let site = site()
    site.write("content/posts/one.md", "---\ntitle: One\ndate: 2023-01-01\n---\n[x](gone.md)\n")
    #expect(await site.build().rules == ["broken-link"])
  }

  @Test func `the menu and the titles are in the page's language`() async {
    let settings = """
      menu:
        - {label: {en: News, sv: Nytt}, url: /news/}
        - {label: About, url: /about/#top}
      kinds: {events: {title: {en: Dates, sv: Datum}}}
      """
    let build = await site(settings: settings).build()
    #expect(build.problems == [])
    let page = build["sv/news/index.html"]
    #expect(page.contains("<a href=\"/sv/news/\" aria-current=\"page\">Nytt</a>"))
    #expect(page.contains("<a href=\"/sv/about/#top\">About</a>"))
    #expect(page.contains("<h1>Nyheter</h1>") && page.contains("<title>Nyheter – Prov</title>"))
    #expect(build["events/index.html"].contains("<h1>Dates</h1>"))
  }

  @Test func `a text by language needs one in each, and no other language`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: {sv: Prov, fi: Koe}
      base_url: https://example.org/
      languages: [en, sv]
      """)
    #expect(
      await site.build().problems == [
        "site.yaml:1:8: warning: 'title' has no text in 'en' [missing-translation]",
        "site.yaml:1:19: error: 'title' has a text in 'fi', no language of the site "
          + "[unknown-language]",
      ])
  }
}

extension Route.Content {
  fileprivate var isStandIn: Bool { if case .standIn = self { true } else { false } }
  fileprivate var isItem: Bool { if case .item = self { true } else { false } }
  fileprivate var isFeed: Bool { if case .feed = self { true } else { false } }
}
