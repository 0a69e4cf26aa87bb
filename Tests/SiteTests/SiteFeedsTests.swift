import Diagnostics
import Site
import Testing

/// Which feeds there are, and what stands in each.
@Suite struct SiteFeedsTests {
  private let site = TestSite(
    """
    -- site.yaml --
    title: T
    base_url: https://example.org/p/
    languages: [en, sv]
    feeds: {formats: [rss, atom, json], limit: 2}
    -- content/partners/biocat.md --
    ---
    title: Biocat
    ---
    -- content/partners/stuns.md --
    ---
    title: STUNS
    ---
    -- content/posts/a.md --
    ---
    title: A
    date: 2023-01-01
    tags: [Health]
    partner: biocat
    ---
    Text.
    -- content/posts/b.md --
    ---
    title: B
    date: 2023-01-02
    ---
    Text.
    -- content/posts/b.sv.md --
    ---
    title: B på svenska
    date: 2023-01-02
    partner: stuns
    ---
    Text.
    -- content/publications/c.md --
    ---
    title: C
    date: 2023-01-03
    tags: [Health]
    authors: [Ada]
    ---
    Text.
    -- content/events/announced.md --
    ---
    title: Announced
    start: 2030-01-01
    publish_date: 2023-01-04
    ---
    -- content/events/planned.md --
    ---
    title: Planned
    start: 2030-01-01
    ---
    -- templates/home.html --
    {% for feed in page.feeds %}[{{ feed.title }}|{{ feed.url }}|{{ feed.type }}]{% endfor %}
    {% for feed in site.feeds %}({{ feed.about }}:{{ feed.topic }}:{{ feed.items | length }}){% endfor %}
    {{ site.feed_url }} {{ site.feed_list_url }}
    -- templates/post.html --
    {% for feed in page.feeds %}{% if feed.format == "rss" %}{{ feed.url }} {% endif %}{% endfor %}
    -- templates/term.html --
    {{ list.feed_url }} {{ page.feeds | length }}
    """)

  private func titles(_ feed: String) -> [String] {
    feed.split(separator: "\"title\": \"").dropFirst(2).map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func `the site, kinds, partners, tags and languages have feeds in all formats`() async {
    let build = await site.build()
    #expect(build.problems == [])
    let folders = [
      "", "events/", "news/", "partners/biocat/", "partners/stuns/", "partners/stuns/sv/",
      "publications/", "sv/", "sv/news/", "tags/health/",
    ]
    for name in ["feed.xml", "feed-full.xml", "atom.xml", "feed.json"] {
      let expected = folders.filter { name != "feed-full.xml" || !$0.hasPrefix("tags/") }
      #expect(
        build.paths.filter { $0.hasSuffix(name) } == expected.map { $0 + name }.sorted(),
        "\(name)")
    }
  }

  @Test func `a feed has its newest items, and no others`() async {
    let build = await site.build()
    #expect(titles(build["feed.json"]) == ["Announced", "C"])
    #expect(titles(build["news/feed.json"]) == ["B", "A"])
    #expect(titles(build["events/feed.json"]) == ["Announced"])
    #expect(titles(build["tags/health/feed.json"]) == ["C", "A"])
    #expect(titles(build["partners/biocat/feed.json"]) == ["A"])
    #expect(titles(build["partners/stuns/feed.json"]) == [])
    #expect(titles(build["partners/stuns/sv/feed.json"]) == ["B på svenska"])
    #expect(titles(build["sv/feed.json"]) == ["B på svenska"])
  }

  @Test func `every feed names itself, its page and its language`() async {
    let build = await site.build()
    for path in build.paths where path.hasSuffix("feed.xml") {
      let page = "https://example.org/p/" + path.dropLast("feed.xml".count)
      #expect(build[path].contains("<atom:link href=\"\(page)feed.xml\" rel=\"self\""))
      let isPartners = path.hasPrefix("partners/stuns/sv/")
      let link = isPartners ? "https://example.org/p/partners/stuns/" : page
      #expect(build[path].contains("<link>\(link)</link>"), "\(path)")
      let language = path.contains("sv/") ? "sv" : "en"
      #expect(build[path].contains("<language>\(language)</language>"))
    }
  }

  @Test func `an author is whom the item names, or its partner, or the site`() async {
    let news = await site.build()["news/feed.xml"]
    #expect(news.contains("<dc:creator>Biocat</dc:creator>"))
    #expect(news.contains("<dc:creator>T</dc:creator>"))
    let publications = await site.build()["publications/feed.xml"]
    #expect(publications.contains("<dc:creator>Ada</dc:creator>"))
  }

  @Test func `templates see the feeds that apply to a page, and all of the site`() async {
    let build = await site.build()
    let home = build["index.html"]
    #expect(home.contains("[T (RSS)|/p/feed.xml|application/rss+xml]"))
    #expect(home.contains("[T (JSON Feed)|/p/feed.json|application/feed+json]"))
    #expect(!home.contains("feed-full.xml|"))
    #expect(home.contains("(site:T:2)(kind:News:2)"))
    #expect(home.contains("(partner:Biocat:1)(partner:STUNS:0)(tags:Health:2)"))
    #expect(home.contains("/p/feed.xml /p/feeds.opml"))
    #expect(
      build["news/2023/a/index.html"]
        == "/p/feed.xml /p/news/feed.xml /p/partners/biocat/feed.xml ")
    #expect(build["tags/health/index.html"].contains("/p/tags/health/feed.xml 6"))
  }

  @Test func `the list of feeds has each of them once`() async {
    let build = await site.build()
    let opml = build["feeds.opml"]
    #expect(opml.split(separator: "xmlUrl=").count == 11)
    #expect(opml.contains("xmlUrl=\"https://example.org/p/partners/stuns/sv/feed.xml\""))
    #expect(opml.contains("<outline text=\"Tags\">"))
  }

  @Test func `a feed in a browser has a style sheet, which a site can replace`() async {
    let build = await site.build()
    #expect(build["news/atom.xml"].contains("type=\"text/css\" href=\"/p/feed.css\"?>"))
    #expect(build["feed.css"].contains("This is a feed"))
    site.write("static/feed.css", "own")
    let own = await site.build()
    #expect(own.problems == [])
    #expect(own["feed.css"] == "own")
  }

  @Test func `no formats, no feeds`() async {
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nlanguages: [en, sv]\nfeeds: {formats: []}\n")
    site.write("templates/home.html", "{{ page.feeds | length }}{{ site.feed_url is none }}")
    site.write("templates/term.html", "term")
    let build = await site.build()
    #expect(build.paths.filter { $0.contains("feed") } == [])
    #expect(build["index.html"].lowercased() == "0true")
  }

  /// The site with the feeds of some subjects, and templates that show where pages point.
  private func build(_ feeds: String) async -> TestBuild {
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/p/\nlanguages: [en, sv]\n"
        + "taxonomies: {topics: {field: audience}}\nfeeds: \(feeds)\n")
    site.write(
      "content/events/fair.md",
      "---\ntitle: Fair\nstart: 2023-01-01\npublish_date: 2022-01-01\naudience: [SMEs]\n---\n")
    let links = "{% for feed in page.feeds %}{{ feed.url }} {% endfor %}"
    for name in ["home.html", "term.html", "post.html", "list.html"] {
      site.write("templates/\(name)", links)
    }
    site.write(
      "templates/home.html",
      links + "| {{ site.feed_url or 'none' }} {{ site.feed_list_url or 'none' }}")
    return await site.build()
  }

  @Test(arguments: [
    ("site", ["feed.xml", "sv/feed.xml"]),
    ("kinds", ["events/feed.xml", "news/feed.xml", "publications/feed.xml", "sv/news/feed.xml"]),
    (
      "partners",
      ["partners/biocat/feed.xml", "partners/stuns/feed.xml", "partners/stuns/sv/feed.xml"]
    ),
    ("tags", ["tags/health/feed.xml"]),
    ("topics", ["topics/smes/feed.xml"]),
  ])
  func `a site says what has feeds`(subject: String, feeds: [String]) async {
    let build = await build("{of: [\(subject)]}")
    #expect(build.problems == [])
    #expect(build.paths.filter { $0.hasSuffix("feed.xml") } == feeds)
    let list = build["feeds.opml"].split(separator: "xmlUrl=\"https://example.org/p/").dropFirst()
    #expect(list.map { String($0.prefix { $0 != "\"" }) }.sorted() == feeds)
    let pages = build.paths.filter { $0.hasSuffix(".html") }.map { build[$0] }.joined(
      separator: " ")
    let linked = pages.split { $0 == " " || $0 == "\n" }.filter { $0.hasSuffix("feed.xml") }
    #expect(Set(linked.map { String($0.dropFirst(3)) }).isSubset(of: feeds))
    #expect(
      build["index.html"].hasSuffix("| \(subject == "site" ? "/p/feed.xml" : "none") /p/feeds.opml")
    )
  }

  @Test func `no subjects, no feeds, and search engines learn the same`() async {
    let none = await build("{of: []}")
    #expect(none.problems == [])
    #expect(none.paths.filter { $0.contains("feed") } == [])
    let all = await build("{limit: 40}")
    let home = "<loc>https://example.org/p/</loc>\n    <lastmod>2023-01-03"
    #expect(all["sitemap.xml"].contains(home))
    #expect(all["sitemap.xml"] == none["sitemap.xml"])
  }

  @Test func `what can have no feeds is named with what can`() async {
    let build = await build("{of: [site, tag, events]}")
    #expect(
      build.problems == [
        "site.yaml:5:20: error: 'of' cannot be 'tag': nothing of this name has feeds [not-a-choice]",
        "site.yaml:5:25: error: 'of' cannot be 'events': nothing of this name has feeds [not-a-choice]",
      ])
    #expect(build.help("not-a-choice").first == "did you mean 'tags'?")
  }

  @Test func `summaries carry the notices too, and there is no full text beside them`() async {
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nlanguages: [en, sv]\nfeeds: {content: summary}\n"
        + "funding: {preset: cosme-2014}\n")
    let build = await site.build()
    #expect(build["news/feed.xml"].contains("COSME"))
    #expect(build["news/feed.xml"].contains("Originally published at"))
    #expect(!build.paths.contains("news/feed-full.xml"))
  }

  @Test func `the original of an item can be elsewhere`() async {
    site.writePost("a", "canonical: https://first.example/a/")
    let feed = await site.build()["news/feed.xml"]
    #expect(feed.contains("Originally published at &lt;a href=&quot;https://first.example/a/"))
  }

  @Test func `a picture of the feeds has to be there`() async {
    let settings =
      "title: T\nbase_url: https://x.eu/\nlanguages: [en, sv]\nfeeds: {image: /logo.gif}\n"
    site.write("site.yaml", settings)
    let missing = await site.build()
    #expect(
      missing.problems == [
        "site.yaml:4:16: error: there is no picture '/logo.gif' for the feeds [missing-image]"
      ])
    // The header of a GIF of 100 by 50 pixels.
    site.write("static/logo.gif", "GIF89a\u{64}\u{0}\u{32}\u{0}\u{0}\u{0}\u{0}")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["feed.xml"].contains("<url>https://x.eu/logo.gif</url>"))
    #expect(build["feed.xml"].contains("<width>100</width>"))
  }

  @Test func `nothing of the future is in a feed, however it came to be published`() async {
    site.writePost("waited", date: "2023-01-05", "publish_date: 2023-06-01")
    site.writePost("ahead", date: "2030-01-01", "publish_date: 2023-01-01")
    site.writePost("soon", date: "2023-06-15 18:00")
    let build = await site.build { $0.filter.includesFuture = true }
    #expect(build.paths.contains("news/2023/soon/index.html"))
    #expect(titles(build["news/feed.json"]) == ["Title of waited", "B"])
    #expect(build["news/feed.json"].contains("2023-06-01T00:00:00+00:00"))
  }

  @Test func `one task or many, the same bytes`() async {
    for number in 1...30 { site.writePost("p\(number)", "tags: [x\(number % 4), Health]") }
    let one = await site.build { $0.width = 1 }
    let many = await site.build { $0.width = 8 }
    #expect(one.files == many.files)
  }
}
