import Testing

/// The funder is named wherever the site or a copy of it is read.
@Suite struct FundingBlockTests {
  private func site(_ funding: String) -> TestSite {
    var site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, ca]
      funding: \(funding)
      -- content/about.md --
      # About
      -- content/about.ca.md --
      # Sobre
      -- content/posts/nou.ca.md --
      ---
      title: Nou
      date: 2023-02-23
      ---
      Text.
      """)
    site.theme = TestSite.defaultTheme
    site.writePost("a", "tags: [one]")
    site.writePost("b")
    return site
  }

  @Test func `a text of another language is marked as such on the page`() async {
    let build = await site("{preset: cosme-2014, fallback: {ca: es}}").build()
    #expect(build.problems == [])
    let statement = "<span lang=\"es\">Financiado por la Unión Europea</span>"
    #expect(build["ca/about/index.html"].contains(statement))
    #expect(build["about/index.html"].contains("<span>Funded by the European Union</span>"))
  }

  @Test func `a language without a statement is an error that names every way out`() async {
    let build = await site("{preset: cosme-2014}").build()
    #expect(build.rules == ["missing-funding-text"])
    #expect(
      build.help("missing-funding-text") == [
        "add it to site.yaml under 'funding:': statement: {ca: …}",
        "use the wording of the grant agreement; it is never translated automatically",
        "to show it in another language there, add under 'funding:': fallback: {ca: en}",
      ])
  }

  @Test func `every page shows the emblem with the statement, and every feed item says it`() async {
    let build = await site("{preset: smp-2021, fallback: {ca: es}}").build()
    #expect(build.problems == [])
    #expect(build.pages.count > 8)
    for page in build.pages where !build[page].contains("http-equiv=\"refresh\"") {
      #expect(build[page].contains("src=\"/eu-emblem.svg\""), "\(page)")
      #expect(build[page].contains("by the European Union</") || build[page].contains("Europea</"))
    }
    for (feed, words) in [
      ("feed.xml", "Funded by the European Union."),
      ("ca/feed.xml", "Financiado por la Unión Europea."),
    ] {
      let items = build[feed].split(separator: "<item>").dropFirst()
      #expect(!items.isEmpty)
      #expect(items.allSatisfy { $0.contains(words) }, "\(feed)")
    }
  }
}
