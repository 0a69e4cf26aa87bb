import Foundation
import Site
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The feed, the sitemap and `robots.txt`.
@Suite struct FeedTests {
  /// The texts of an element wherever it stands in an XML document, in order.
  private func texts(of element: String, in xml: String) throws -> [String] {
    let reader = ElementReader(wanted: element)
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "the document is not well-formed")
    return reader.texts
  }

  private let settings = """
    title: "Tom & Jerry's <site>"
    description: "A & B"
    base_url: https://example.org/proj/

    """

  @Test func `a feed is well-formed, whatever the titles are`() async throws {
    let site = TestSite()
    site.write("site.yaml", settings)
    let titles = ["AT&T", "a < b", "]]>", "&nbsp;", "</title>", "“ö” 🎉", "\"quoted\""]
    for (index, title) in titles.enumerated() {
      site.write(
        "content/posts/p\(index).md",
        "---\ntitle: '\(title)'\ndate: 2023-01-0\(9 - index)\ntags: ['a&b<c>']\n---\n`]]>` & <x> \u{1}\n"
      )
    }
    let build = await site.build()
    let xml = build["feed.xml"]
    #expect(try texts(of: "title", in: xml) == ["Tom & Jerry's <site>"] + titles)
    #expect(try texts(of: "link", in: xml).first == "https://example.org/proj/")
    let sitemap = try texts(of: "loc", in: build["sitemap.xml"])
    #expect(sitemap.contains("https://example.org/proj/news/2023/p0/"))
  }

  @Test func `every address in a feed is absolute`() async throws {
    let site = TestSite(
      """
      -- content/posts/a/index.md --
      ---
      title: A
      date: 2023-01-01
      image: {src: map.svg, alt: A map}
      ---
      [page](../../about.md) [here](#part) ![map](map.svg) [mail](mailto:a@example.org)[^1]

      ## Part

      [^1]: A note.
      -- content/posts/a/map.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>
      -- content/about.md --
      # About
      """)
    site.write("site.yaml", settings)
    let build = await site.build()
    #expect(build.problems == [])
    let html = try #require(try texts(of: "content:encoded", in: build["feed.xml"]).first)
    for attribute in ["href=\"", "src=\""] {
      let addresses = html.ranges(of: attribute).map {
        String(html[$0.upperBound...].prefix { $0 != "\"" })
      }
      #expect(!addresses.isEmpty)
      #expect(
        addresses.allSatisfy {
          $0.hasPrefix("https://example.org/proj/") || $0.hasPrefix("mailto:")
        },
        "\(addresses)")
    }
    #expect(html.contains("https://example.org/proj/news/2023/a/#part"))
  }

  @Test func `an item keeps its identity when its title, slug and scheme change`() async throws {
    let site = TestSite()
    site.writePost("a")
    let first = try await texts(of: "guid", in: site.build()["feed.xml"])
    site.write(
      "content/posts/a.md",
      "---\ntitle: New\ndate: 2023-02-23\nslug: new-slug\ntags: [x]\n---\nNew.\n")
    site.write("site.yaml", "title: T\nbase_url: http://example.org/moved/\n")
    let second = try await texts(of: "guid", in: site.build()["feed.xml"])
    #expect(first == ["tag:brightpress.invalid,2026:2023-02-23/posts/a"])
    #expect(second == first)
    site.writePost("a", "id: urn:my:own")
    let third = try await texts(of: "guid", in: site.build()["feed.xml"])
    #expect(third == ["urn:my:own"])
  }

  @Test func `a feed has the newest items, as many as the site says`() async throws {
    let site = TestSite()
    site.write("site.yaml", "title: T\nbase_url: https://example.org/\nfeeds: {limit: 3}\n")
    for day in 1...5 { site.writePost("p\(day)", date: "2023-01-0\(day)") }
    site.write(
      "content/publications/r.md", "---\ntitle: Report\ndate: 2023-01-04 12:00\n---\nText.\n")
    site.write("content/events/e.md", "---\ntitle: Event\nstart: 2023-01-05\n---\nText.\n")
    let titles = try await texts(of: "title", in: site.build()["feed.xml"])
    #expect(titles == ["T", "Title of p5", "Report", "Title of p4"])
  }

  @Test func `a site without posts has a feed without items`() async throws {
    let xml = await TestSite().build()["feed.xml"]
    #expect(try texts(of: "title", in: xml) == ["Test site"])
  }

  @Test func `a feed has whole texts, or summaries where the site says so`() async throws {
    let site = TestSite()
    site.write(
      "content/posts/a.md",
      "---\ntitle: A\ndate: 2023-01-01\nsummary: In short.\n---\nFirst.\n\nSecond & last.\n")
    site.write("content/posts/b.md", "---\ntitle: B\ndate: 2022-01-01\n---\nBeginning.\n\nEnd.\n")
    let full = await site.build()["feed.xml"]
    #expect(try texts(of: "description", in: full).dropFirst() == ["In short.", "Beginning. End."])
    #expect(
      try texts(of: "content:encoded", in: full).first?.contains("<p>Second &amp; last.</p>")
        == true)
    site.write(
      "site.yaml", "title: T\nbase_url: https://example.org/\nfeeds: {content: summary}\n")
    let short = await site.build()["feed.xml"]
    #expect(!short.contains("Second"))
    #expect(try texts(of: "description", in: short).dropFirst().first == "In short.")
  }

  @Test func `each item of a feed carries the funding statement`() async throws {
    let site = TestSite()
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nfunding: {preset: cosme-2014, grant_agreement: \"101\"}\n"
    )
    site.writePost("a")
    site.writePost("b")
    let contents = try await texts(of: "content:encoded", in: site.build()["feed.xml"])
    #expect(contents.count == 2)
    #expect(contents.allSatisfy { $0.contains("COSME") && $0.contains("https://example.org/") })
  }

  @Test func `a sitemap has what people can read and want to be found, and nothing else`()
    async throws
  {
    let site = TestSite(
      """
      -- content/about.md --
      # About
      -- content/private.md --
      ---
      title: Private
      search: false
      ---
      -- static/file.pdf --
      %PDF
      """)
    site.writePost("a", "updated: 2023-03-01\naliases: [/old/]")
    site.writePost("draft", "draft: true")
    let xml = await site.build()["sitemap.xml"]
    #expect(
      try texts(of: "loc", in: xml).sorted()
        == [
          "", "about/", "events/", "news/", "news/2023/a/", "partners/", "publications/", "tags/",
        ].map { "https://example.org/" + $0 })
    #expect(try texts(of: "lastmod", in: xml).contains("2023-03-01"))
  }

  @Test func `robots are let in where visitors are, and only there`() async {
    let site = TestSite()
    let production = await site.build()
    #expect(
      production["robots.txt"]
        == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n")
    let preview = await site.build { $0.configuration.environment = "development" }
    #expect(preview["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }
}

/// Collects the texts of one element.
private final class ElementReader: NSObject, XMLParserDelegate {
  let wanted: String
  var texts: [String] = []
  private var isInside = false

  init(wanted: String) { self.wanted = wanted }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard name == wanted else { return }
    texts.append("")
    isInside = true
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInside { texts[texts.count - 1] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == wanted { isInside = false }
  }
}
