import Site
import Testing
import Text

/// Components of texts on a site.
@Suite struct ComponentTests {
  private func site(_ text: String) -> TestSite {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/sub/\n",
      theme: TestSite.defaultTheme)
    site.write("content/posts/a/index.md", "---\ntitle: A\ndate: 2023-01-01\n---\n\(text)\n")
    return site
  }

  private static let path = "news/2023/a/index.html"

  @Test func `a document has its address, type and size`() async {
    let site = site("[Plan & *aims*](plan.pdf)")
    site.write("content/posts/a/plan.pdf", String(repeating: "x", count: 2345))
    let build = await site.build()
    #expect(build.problems == [])
    #expect(
      build[Self.path].contains(
        "<a class=\"document\" href=\"/sub/news/2023/a/plan.pdf\" data-type=\"PDF\">"
          + "<span class=\"document-title\">Plan &amp; aims</span> "
          + "<span class=\"document-size\">(PDF, 2 kB)</span></a>"))
  }

  @Test func `a document that is not there is an error at its place`() async {
    let build = await site("First.\n\n[Plan](plan.pdf)").build()
    #expect(
      build.problems == [
        "content/posts/a/index.md:7:8: error: there is no page or file 'plan.pdf' [broken-link]"
      ])
  }

  @Test func `a mistake in a component's template is told with the page that shows it`() async {
    let site = site("> Text.\n>\n> — Anna")
    site.write("templates/components/quotation.html", "{{ component.who }}\n")
    let build = await site.build()
    #expect(
      build.problems == [
        "templates/components/quotation.html:1:4: error: the dictionary has no key 'who' "
          + "[unknown-attribute]"
      ])
    #expect(
      build.help("unknown-attribute").contains(
        "it showed while rendering 'content/posts/a/index.md'"))
  }

  @Test func `a theme without templates for components writes plain Markdown`() async {
    let site = TestSite("-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n")
    site.write("content/posts/a.md", "---\ntitle: A\ndate: 2023-01-01\n---\n> Text.\n>\n> — Anna\n")
    #expect(
      await site.build()[Self.path].contains(
        "<blockquote>\n<p>Text.</p>\n<p>— Anna</p>\n</blockquote>"))
  }
}
