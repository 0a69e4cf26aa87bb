import Diagnostics
import Site
import Testing

/// The pages that list items: kinds, tags and other taxonomies.
@Suite struct ListTests {
  /// The titles that a page links to, in order.
  private func titles(_ page: String) -> [String] {
    page.split(separator: "\n").filter { $0.contains("<a href=") }.map { line in
      String(line.split(separator: ">")[1].prefix { $0 != "<" })
    }
  }

  @Test func `posts stand newest first, and equal dates by title`() async {
    let site = TestSite()
    site.writePost("b", date: "2023-01-02")
    site.writePost("a", date: "2023-01-02")
    site.writePost("newest", date: "2023-03-01 08:00")
    site.writePost("older", date: "2023-03-01")
    site.writePost("oldest", date: "2021-01-01")
    let build = await site.build()
    #expect(
      titles(build["news/index.html"])
        == ["newest", "older", "a", "b", "oldest"].map { "Title of \($0)" })
  }

  @Test func `events stand by their start, and those without one last`() async {
    let build = await TestSite(
      """
      -- content/events/c.md --
      ---
      title: Undated
      ---
      -- content/events/b.md --
      ---
      title: Later
      start: 2030-01-01
      ---
      -- content/events/a.md --
      ---
      title: Sooner
      start: 2022-05-01
      ---
      """
    ).build()
    #expect(build.problems == [])
    #expect(titles(build["events/index.html"]) == ["Sooner", "Later", "Undated"])
  }

  @Test func `partners stand in the order that they are given`() async {
    let build = await TestSite(
      """
      -- content/partners/a.md --
      ---
      name: Third
      order: 3
      ---
      -- content/partners/b.md --
      ---
      name: First
      order: 1
      ---
      -- content/partners/c.md --
      ---
      name: Second
      weight: 2
      ---
      """
    ).build()
    #expect(titles(build["partners/index.html"]) == ["First", "Second", "Third"])
  }

  @Test func `a list has pages that lead to each other`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/proj/
      kinds: {posts: {per_page: 2}}
      """)
    for day in 1...5 { site.writePost("p\(day)", date: "2023-01-0\(day)") }
    let build = await site.build()
    #expect(build.problems == [])
    let (first, second, third) = (
      build["news/index.html"], build["news/page/2/index.html"], build["news/page/3/index.html"]
    )
    #expect(titles(first) == ["Title of p5", "Title of p4"])
    #expect(titles(second) == ["Title of p3", "Title of p2"])
    #expect(titles(third) == ["Title of p1"])
    #expect(first.contains("next=/proj/news/page/2/") && !first.contains("previous="))
    #expect(second.contains("previous=/proj/news/\n") && second.contains("next=/proj/news/page/3/"))
    #expect(third.contains("previous=/proj/news/page/2/") && !third.contains("next="))
    #expect(third.contains("page 3 of 3, 5 items"))
    #expect(!build.paths.contains("news/page/1/index.html"))
    #expect(!build.paths.contains("news/page/4/index.html"))
  }

  @Test func `a full last page is not followed by an empty one`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      kinds: {posts: {per_page: 2}}
      """)
    for day in 1...4 { site.writePost("p\(day)", date: "2023-01-0\(day)") }
    let build = await site.build()
    #expect(build.paths.filter { $0.hasPrefix("news/page/") } == ["news/page/2/index.html"])
  }

  @Test func `spellings of one tag are one page, under the most frequent of them`() async {
    let site = TestSite()
    site.writePost("a", "tags: [ADC, Santé]")
    site.writePost("b", "tags: [adc, sante]")
    site.writePost("c", "tags: [ADC]")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(
      build.pages.filter { $0.hasPrefix("tags/") } == [
        "tags/adc/index.html", "tags/index.html", "tags/sante/index.html",
      ])
    #expect(titles(build["tags/index.html"]) == ["ADC (3)", "Santé (2)"])
    #expect(titles(build["tags/adc/index.html"]).count == 3)
  }

  @Test func `a tag that is written twice counts once`() async {
    let site = TestSite()
    site.writePost("a", "tags: [one, One, one]")
    let build = await site.build()
    #expect(titles(build["tags/index.html"]) == ["one (1)"])
    #expect(titles(build["tags/one/index.html"]) == ["Title of a"])
  }

  @Test func `a tag's address is safe whatever the tag is`() async {
    let site = TestSite()
    site.writePost("a", "tags: [../x, \"con\", \"🎉\", \"C++\", \"C#\", \"<b>\"]")
    let build = await site.build()
    #expect(!build.paths.contains { $0.contains("..") })
    #expect(!build["tags/index.html"].contains("<b>"))
    #expect(build.rules.allSatisfy { $0 != "duplicate-address" } || !build.problems.isEmpty)
  }

  @Test func `a taxonomy of the site's own groups by its field`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      taxonomies:
        topics: {title: Subjects, permalink: "/about-what/:slug/"}
        ecosystems:
      """)
    site.writePost("a", "topic: Study visits\necosystems: [Health, digital]")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(titles(build["about-what/study-visits/index.html"]) == ["Title of a"])
    #expect(titles(build["ecosystems/index.html"]) == ["Digital (1)", "Health (1)"])
    #expect(build.paths.contains("tags/index.html"))
  }

  @Test func `an item can stay out of lists and feeds and still have its page`() async {
    let site = TestSite()
    site.writePost("quiet", "list: false\ntags: [secret]")
    let build = await site.build()
    #expect(build.paths.contains("news/2023/quiet/index.html"))
    #expect(titles(build["news/index.html"]) == [])
    #expect(!build["feed.xml"].contains("quiet"))
    #expect(!build.paths.contains("tags/secret/index.html"))
  }

  @Test func `a kind of the site's own has its list, its pages and its fields`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      kinds:
        stories:
          title: Success stories
          date_required: false
          sort: weight
          fields:
            company: {type: text, required: true}
            stage: {type: choice, of: [Idea, Pilot]}
            host: {type: reference, kind: partners}
      -- content/partners/biocat.md --
      ---
      name: Biocat
      ---
      -- content/stories/one.md --
      ---
      title: One
      company: ACME
      stage: pilot
      host: biocat
      ---
      -- templates/stories.html --
      {{ page.company }} / {{ page.stage }} / {{ page.host.title }}
      """)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["stories/one/index.html"] == "ACME / Pilot / Biocat")
    #expect(titles(build["stories/index.html"]) == ["One"])
    site.write("content/stories/two.md", "---\ntitle: Two\nstage: wild\nhost: biocta\n---\n")
    let last = await site.build()
    #expect(
      last.problems == [
        "content/stories/two.md:1:1: error: an item of 'stories' needs the field 'company' [missing-field]",
        "content/stories/two.md:3:8: error: 'stage' cannot be 'wild' [not-a-choice]",
        "content/stories/two.md:4:7: error: 'host' is 'biocta', and partners has no such item [unknown-reference]",
      ])
  }
}
