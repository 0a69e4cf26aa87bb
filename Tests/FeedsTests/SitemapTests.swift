import CivilTime
import Testing
import Text

@testable import Feeds

@Suite struct SitemapTests {
  private func sitemap(pages: Int) throws -> Sitemap {
    Sitemap(
      entries: try (1...pages).map { number in
        Sitemap.Entry(
          address: try address("https://x.eu/\(number)/?a&b"),
          modified: try noon(month: 1, day: number))
      },
      folder: try address("https://x.eu/"))
  }

  @Test func `a small site has one file`() throws {
    let day = Timestamp(secondsSinceEpoch: 0, isDateOnly: true)
    let sitemap = Sitemap(
      entries: [
        Sitemap.Entry(address: try address("https://x.eu/?a&b"), modified: day),
        Sitemap.Entry(address: try address("https://x.eu/é/")),
      ], folder: try address("https://x.eu/"))
    let files = sitemap.files()
    #expect(files.map(\.name) == ["sitemap.xml"])
    #expect(
      files[0].bytes.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://x.eu/?a&amp;b</loc>
            <lastmod>1970-01-01</lastmod>
          </url>
          <url>
            <loc>https://x.eu/%C3%A9/</loc>
          </url>
        </urlset>

        """)
  }

  @Test func `a page names itself and its translations`() throws {
    let english = try address("https://x.eu/a/")
    let alternates = [
      Sitemap.Alternate(language: "en", address: english),
      Sitemap.Alternate(language: "sv", address: try address("https://x.eu/sv/å/?a&b")),
      Sitemap.Alternate(language: "x-default", address: english),
    ]
    let sitemap = Sitemap(
      entries: [Sitemap.Entry(address: english, alternates: alternates)],
      folder: try address("https://x.eu/"))
    #expect(
      sitemap.files()[0].bytes.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:xhtml="http://www.w3.org/1999/xhtml">
          <url>
            <loc>https://x.eu/a/</loc>
            <xhtml:link rel="alternate" hreflang="en" href="https://x.eu/a/"/>
            <xhtml:link rel="alternate" hreflang="sv" href="https://x.eu/sv/%C3%A5/?a&amp;b"/>
            <xhtml:link rel="alternate" hreflang="x-default" href="https://x.eu/a/"/>
          </url>
        </urlset>

        """)
  }

  @Test func `more pages than a file may hold are split under an index`() throws {
    let files = try sitemap(pages: 5).files(limits: Sitemap.Limits(entryCountMax: 2))
    #expect(
      files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    let index = files[0].bytes.text
    #expect(index.contains("<loc>https://x.eu/sitemap-3.xml</loc>"))
    #expect(index.contains("<lastmod>2023-01-04T12:00:00+01:00</lastmod>"))
    #expect(
      files.dropFirst().map { $0.bytes.text.split(separator: "<url>").count - 1 } == [2, 2, 1])
  }

  @Test func `no file is larger than the limit in bytes`() throws {
    let limits = Sitemap.Limits(byteCountMax: 400)
    let files = try sitemap(pages: 9).files(limits: limits)
    #expect(files.count > 3)
    #expect(files.dropFirst().allSatisfy { $0.bytes.count <= 400 })
  }

  @Test func `a site without pages still has a well-formed sitemap`() throws {
    let files = Sitemap(entries: [], folder: try address("https://x.eu/")).files()
    #expect(files.count == 1)
    #expect(files[0].bytes.text.hasSuffix("0.9\">\n</urlset>\n"))
  }
}

@Suite struct RobotsTests {
  @Test func `an open site names its sitemap`() throws {
    let robots = Robots.open(sitemaps: [try address("https://x.eu/sitemap.xml")])
    #expect(
      robots.bytes.text == "User-agent: *\nDisallow:\n\nSitemap: https://x.eu/sitemap.xml\n")
  }

  @Test func `a closed site may not be crawled`() {
    #expect(Robots.closed.bytes.text == "User-agent: *\nDisallow: /\n")
  }
}
