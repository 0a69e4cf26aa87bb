import Testing
import Text

@testable import Site

/// What the head of a page says to programs, in the default theme.
@Suite struct MetadataTests {
  private func site(_ archive: String) -> TestSite {
    var site = TestSite(archive)
    site.theme = TestSite.defaultTheme
    return site
  }

  /// The contents of a page's JSON-LD.
  private func structuredData(_ page: String) throws -> JSONValue {
    let parts = page.split(separator: "<script type=\"application/ld+json\">")
    let script = try #require(parts.dropFirst().first).split(separator: "</script>").first
    return try JSONValue(reading: Bytes(try #require(script).utf8))
  }

  /// Every text of a member's name, at any depth.
  private func values(_ name: String, in value: JSONValue) -> [String] {
    switch value {
    case .list(let values): values.flatMap { self.values(name, in: $0) }
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.name == name, case .text(let text) = member.value { return [text] }
        return values(name, in: member.value)
      }
    case .null, .bool, .number, .decimal, .text: []
    }
  }

  @Test func `a post has a card with its picture, absolute and measured`() async {
    let site = site(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/p/
      -- content/posts/a/index.md --
      ---
      title: 'A "b" & <c>'
      date: 2023-02-03 14:00
      updated: 2023-02-04
      image: {src: é.png, alt: A "lab"}
      tags: [x & y]
      summary: Short.
      ---
      """)
    // The first chunk of a picture of 1200 by 630 pixels.
    site.fileSystem.add(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Bytes("IHDR".utf8)
        + [0, 0, 4, 0xB0, 0, 0, 2, 0x76, 8, 2, 0, 0, 0, 0, 0, 0, 0],
      at: "\(TestSite.source)/content/posts/a/é.png")
    let page = await site.build()["news/2023/a/index.html"]
    for tag in [
      #"<link rel="canonical" href="https://example.org/p/news/2023/a/">"#,
      #"<meta property="og:type" content="article">"#,
      #"<meta property="og:title" content="A &quot;b&quot; &amp; &lt;c&gt;">"#,
      #"<meta property="og:image" content="https://example.org/p/news/2023/a/%C3%A9.png">"#,
      #"<meta property="og:image:type" content="image/png">"#,
      #"<meta property="og:image:width" content="1200">"#,
      #"<meta property="og:image:height" content="630">"#,
      #"<meta property="og:image:alt" content="A &quot;lab&quot;">"#,
      #"<meta name="twitter:card" content="summary_large_image">"#,
      #"<meta property="article:published_time" content="2023-02-03T14:00:00+00:00">"#,
      #"<meta property="article:modified_time" content="2023-02-04">"#,
      #"<meta property="article:tag" content="x &amp; y">"#,
    ] {
      #expect(page.contains(tag), "\(tag)")
    }
    #expect(!page.contains("noindex"))
  }

  @Test func `a drawing is no picture for a card, and still one for search engines`() async throws {
    let site = site(
      """
      -- content/posts/a/index.md --
      ---
      title: A
      date: 2023-02-03
      image: d.svg
      ---
      -- content/posts/a/d.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>
      """)
    let page = await site.build()["news/2023/a/index.html"]
    #expect(!page.contains("og:image"))
    #expect(page.contains(#"<meta name="twitter:card" content="summary">"#))
    let data = try structuredData(page)
    #expect(values("url", in: data).contains("https://example.org/news/2023/a/d.svg"))
  }

  @Test func `each kind is described in its own words`() async throws {
    let site = site(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      project: {acronym: BRIGHT, name: Beyond}
      funding: {preset: horizon-2021, grant_agreement: 101000000}
      -- content/partners/biocat.md --
      ---
      title: Biocat
      website: https://biocat.example
      country: ES
      ---
      -- content/posts/a.md --
      ---
      title: '</script><!-- A'
      date: 2023-02-03
      partner: biocat
      ---
      -- content/events/e.md --
      ---
      title: E
      start: 2023-07-10 14:00
      status: cancelled
      mode: online
      ---
      -- content/events/undated.md --
      ---
      title: Undated
      ---
      -- content/publications/p.md --
      ---
      title: P
      date: 2023-02-03
      type: dataset
      doi: 10.5281/zenodo.1
      ---
      """)
    let build = await site.build()
    func types(_ path: String) throws -> [String] {
      values("@type", in: try structuredData(build[path]))
    }
    #expect(
      try types("news/2023/a/index.html").prefix(3) == [
        "NewsArticle", "Organization", "Organization",
      ]
    )
    #expect(try types("events/e/index.html").contains("Event"))
    #expect(try types("events/undated/index.html").contains("WebPage"))
    #expect(try types("publications/p/index.html").contains("Dataset"))
    #expect(try types("partners/biocat/index.html").first == "Organization")
    #expect(try types("index.html").first == "WebSite")
    #expect(try types("news/index.html").contains("CollectionPage"))
    #expect(try types("news/2023/a/index.html").contains("BreadcrumbList"))
    let article = try structuredData(build["news/2023/a/index.html"])
    #expect(values("headline", in: article) == ["</script><!-- A"])
    #expect(values("identifier", in: article) == ["101000000"])
    let event = try structuredData(build["events/e/index.html"])
    #expect(values("eventStatus", in: event) == ["https://schema.org/EventCancelled"])
    #expect(!build["404.html"].contains("ld+json"))
  }

  @Test func `a publication has tags for library catalogues and search engines for papers`() async {
    let site = site(
      """
      -- content/publications/p/index.md --
      ---
      title: P
      date: 2023-02-03
      type: report
      authors: ["Arvidsson, Björn", STUNS]
      file: p.pdf
      ---
      -- content/publications/p/p.pdf --
      %PDF
      """)
    let page = await site.build()["publications/p/index.html"]
    for tag in [
      #"<meta name="citation_title" content="P">"#,
      #"<meta name="citation_author" content="Arvidsson, Björn">"#,
      #"<meta name="citation_author" content="STUNS">"#,
      #"<meta name="citation_publication_date" content="2023/02/03">"#,
      #"<meta name="citation_pdf_url" content="https://example.org/publications/p/p.pdf">"#,
      #"<meta name="DC.title" content="P">"#,
      #"<link rel="describedby" type="application/x-bibtex" href="/publications/p/p.bib">"#,
    ] {
      #expect(page.contains(tag), "\(tag)")
    }
  }

  @Test func `translations name each other, themselves and the default`() async {
    let site = site(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, sv]
      -- content/posts/a.md --
      ---
      title: A
      date: 2023-02-03
      ---
      -- content/posts/a.sv.md --
      ---
      title: Å
      date: 2023-02-03
      ---
      -- content/posts/b.md --
      ---
      title: B
      date: 2023-02-03
      ---
      """)
    let build = await site.build()
    let (english, swedish) = (
      "https://example.org/news/2023/a/", "https://example.org/sv/news/2023/a/"
    )
    for path in ["news/2023/a/index.html", "sv/news/2023/a/index.html"] {
      #expect(
        build[path].contains(
          """
          <link rel="alternate" hreflang="en" href="\(english)">
          <link rel="alternate" hreflang="sv" href="\(swedish)">
          <link rel="alternate" hreflang="x-default" href="\(english)">
          """))
    }
    #expect(!build["news/2023/b/index.html"].contains("rel=\"alternate\" hreflang"))
    #expect(
      build["sv/news/index.html"].contains(#"hreflang="en" href="https://example.org/news/""#))
    let sitemap = build["sitemap.xml"]
    #expect(
      sitemap.contains(
        """
            <loc>\(swedish)</loc>
            <lastmod>2023-02-03</lastmod>
            <xhtml:link rel="alternate" hreflang="en" href="\(english)"/>
            <xhtml:link rel="alternate" hreflang="sv" href="\(swedish)"/>
            <xhtml:link rel="alternate" hreflang="x-default" href="\(english)"/>
        """))
  }

  @Test func `a post that was first published elsewhere is left to that address`() async {
    let site = site(
      """
      -- content/posts/a.md --
      ---
      title: A
      date: 2023-02-03
      canonical: https://first.example/a
      ---
      """)
    let build = await site.build()
    let page = build["news/2023/a/index.html"]
    #expect(page.contains(#"<link rel="canonical" href="https://first.example/a">"#))
    #expect(page.contains(#"<meta property="og:url" content="https://first.example/a">"#))
    #expect(!build["sitemap.xml"].contains("/news/2023/a/"))
  }

  @Test func `a sitemap is planned in as many files as its pages and translations need`() {
    func count(_ pages: Int, _ bytes: Int, languages: Int) -> Int {
      PlanBuilder.sitemapFileCount(
        Array(repeating: bytes, count: pages), languageCount: languages)
    }
    #expect(count(50_000, 100, languages: 1) == 1)
    #expect(count(50_001, 100, languages: 1) == 2)
    // 20,000 pages that name 24 languages, themselves and a default: 104 million bytes.
    #expect(count(20_000, 100, languages: 24) == 3)
  }

  @Test func `a tag's page and the sitemap name the same tag in other languages`() async {
    let site = site(
      """
      -- site.yaml --
      title: T
      base_url: https://example.org/p/
      languages: [en, sv, fr]
      kinds: {posts: {per_page: 1}}
      """)
    site.writePost("a", date: "2023-01-01", "tags: [Health, Only English]")
    site.writePost("b", date: "2023-01-02", "tags: [health]")
    site.writePost("a.sv", date: "2023-01-01", "tags: [HEALTH, Bara svenska]")
    let build = await site.build()
    #expect(build.problems == [])
    let pages = [
      ("en", "https://example.org/p/tags/health/"), ("sv", "https://example.org/p/sv/tags/health/"),
      ("x-default", "https://example.org/p/tags/health/"),
    ]
    let links = pages.map { "<link rel=\"alternate\" hreflang=\"\($0)\" href=\"\($1)\">" }
    for page in ["tags/health/index.html", "sv/tags/health/index.html"] {
      #expect(build[page].contains(links.joined(separator: "\n")), "\(page)")
    }
    for page in ["tags/health/page/2/", "tags/only-english/", "sv/tags/bara-svenska/"] {
      #expect(!build[page + "index.html"].contains(" rel=\"alternate\" hreflang"), "\(page)")
    }
    let entries = build["sitemap.xml"].split(separator: "<url>").filter { $0.contains("/tags/") }
    for entry in entries {
      let isShared = entry.contains("/tags/health/</loc>") || entry.contains("/tags/</loc>")
      #expect(entry.contains("xhtml:link") == isShared, "\(entry)")
      guard entry.contains("/tags/health/</loc>") else { continue }
      for (language, address) in pages {
        #expect(entry.contains("hreflang=\"\(language)\" href=\"\(address)\""))
      }
    }
    #expect(entries.count == 7)
  }

  /// A site with a picture of its own, and posts with a drawing and with a photograph.
  private func siteWithImage(_ settings: String) -> TestSite {
    let site = site(
      """
      -- site.yaml --
      title: T
      base_url: https://example.org/p/
      languages: [en, sv]
      \(settings)
      -- static/drawing.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>
      """)
    site.writePost("a", "image: {src: /drawing.svg, alt: A drawing}")
    site.writePost("b", "image: {src: /photo.png, alt: A photograph}")
    site.writePost("c.sv")
    site.writePicture("static/photo.png", width: 800, height: 600)
    site.writePicture("static/é.png", width: 1200, height: 630)
    return site
  }

  @Test func `a page without a picture that networks show has the site's`() async {
    let build = await siteWithImage("image: {src: /é.png, alt: {en: Card, sv: Kort}}").build()
    #expect(build.problems == [])
    for (page, alt) in [
      ("index.html", "Card"), ("news/index.html", "Card"), ("news/2023/a/index.html", "Card"),
      ("sv/index.html", "Kort"), ("sv/news/2023/c/index.html", "Kort"),
    ] {
      for tag in [
        #"<meta property="og:image" content="https://example.org/p/%C3%A9.png">"#,
        #"<meta property="og:image:type" content="image/png">"#,
        #"<meta property="og:image:width" content="1200">"#,
        #"<meta property="og:image:height" content="630">"#,
        #"<meta property="og:image:alt" content="\#(alt)">"#,
        #"<meta name="twitter:card" content="summary_large_image">"#,
      ] {
        #expect(build[page].contains(tag), "\(page): \(tag)")
      }
    }
    #expect(build["news/2023/b/index.html"].contains("content=\"https://example.org/p/photo.png\""))
    #expect(!build["404.html"].contains("og:image"))
    let without = await siteWithImage("").build()
    #expect(!without["index.html"].contains("og:image"))
  }

  @Test(arguments: [
    (
      "image: {src: /gone.png, alt: A}",
      ":4:14: error: "
        + "there is no picture '/gone.png' for previews of links [missing-image]"
    ),
    (
      "image: {src: /drawing.svg, alt: A}",
      ":4:14: error: '/drawing.svg' is neither a PNG nor a "
        + "JPEG, which are all that every network shows [unsuitable-image]"
    ),
    (
      "image: {src: /tiny.png, alt: A}",
      ":4:14: error: the picture has 1200 × 199 pixels, and "
        + "networks show none below 200 × 200 [unsuitable-image]"
    ),
    (
      "image: {src: /photo.png, alt: A}",
      ":4:14: note: the picture has 800 × 600 pixels, which "
        + "leaves room in many previews [unsuitable-image]"
    ),
    ("image: {src: /photo.png}", ":4:8: error: the image needs the field 'alt' [missing-field]"),
  ])
  func `a picture of the site that no network would show is told`(
    settings: String, problem: String
  ) async {
    let site = siteWithImage(settings)
    site.writePicture("static/tiny.png", width: 1200, height: 199)
    #expect(await site.build().problems == ["site.yaml" + problem])
  }

  @Test(arguments: ["environment", "drafts", "future", "expired"])
  func `search engines are kept out of a preview`(reason: String) async {
    let site = site("-- environments/staging.yaml --\ntitle: Staging\n")
    site.writePost("a")
    let build = await site.build {
      switch reason {
      case "environment": $0.configuration.environment = "staging"
      case "drafts": $0.filter.includesDrafts = true
      case "future": $0.filter.includesFuture = true
      default: $0.filter.includesExpired = true
      }
    }
    #expect(build["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(build.pages.count > 3)
    #expect(
      build.pages.allSatisfy { build[$0].contains(#"<meta name="robots" content="noindex">"#) })
  }
}
