import Testing

/// Exchanges: a kind of their own, with a list only where there is something to list.
@Suite struct ExchangeTests {
  private static let exchange = """
    -- content/exchanges/one.md --
    ---
    title: From Lyon to Uppsala
    host: Example Medtech AB
    host_partner: stuns
    country_from: FR
    country_to: SE
    start: 2023-05-08
    end: 2023-05-12
    activity: [Market research, networking]
    status: held
    report: report.pdf
    ---
    Text.
    -- content/exchanges/report.pdf --
    %PDF
    -- content/partners/stuns.md --
    ---
    name: STUNS
    ---
    A cluster.
    """

  @Test func `a site without exchanges has no list of them`() async {
    var site = TestSite("-- content/about.md --\n---\ntitle: About\n---\nText.\n")
    site.theme = TestSite.defaultTheme
    let build = await site.build()
    #expect(build.problems == [])
    #expect(!build.paths.contains { $0.hasPrefix("exchanges") })
    #expect(!build["sitemap.xml"].contains("exchanges"))
  }

  @Test func `a site that names the kind has a list that says that it is empty`() async {
    var site = TestSite("-- content/about.md --\n---\ntitle: About\n---\nText.\n")
    site.theme = TestSite.defaultTheme
    site.write(
      "site.yaml", "title: Test\nbase_url: https://example.org/\nkinds:\n  exchanges:\n")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["exchanges/index.html"].contains("Nothing has been published here yet."))
  }

  @Test func `an exchange has a page, stands in the list and on its partner's page`() async {
    var site = TestSite(Self.exchange)
    site.theme = TestSite.defaultTheme
    let build = await site.build()
    #expect(build.problems == [])
    let page = build["exchanges/one/index.html"]
    for text in [
      "Example Medtech AB", "France", "Sweden", "8 May 2023", "12 May 2023",
      "Market research, networking", "report.pdf (PDF, 5 bytes)",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(build["exchanges/index.html"].contains("From Lyon to Uppsala"))
    #expect(build["partners/stuns/index.html"].contains("From Lyon to Uppsala"))
  }

  @Test func `templates have the exchanges and the kind`() async {
    let site = TestSite(Self.exchange)
    site.write(
      "templates/page.html",
      "{% for item in site.exchanges %}{{ item.title }}: {{ item.activity | join(\"/\") }}{% endfor %}"
        + " {% for kind in site.kinds %}{{ kind.name }} {% endfor %}")
    site.write("content/about.md", "---\ntitle: About\n---\nText.\n")
    let page = await site.build()["about/index.html"]
    #expect(page.hasPrefix("From Lyon to Uppsala: market research/networking"))
    #expect(page.contains("partners exchanges"))
  }
}
