import Diagnostics
import Site
import Synchronization
import Testing

/// The functions and filters that only a site has.
@Suite struct TemplateFunctionTests {
  /// The page of a post that a template makes, with the build.
  private func page(
    _ template: String, _ fields: String = "", configuration: String = ""
  ) async -> (text: String, build: TestBuild) {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/sub/\n\(configuration)")
    site.write("templates/post.html", template + "\n")
    site.writePost("a", fields)
    site.writePost("b")
    let build = await site.build()
    return (build["news/2023/a/index.html"], build)
  }

  @Test func `Markdown of a field becomes HTML with the links of the page`() async {
    let page = await page(
      "{{ page.extra.note | default('-') | markdown }}",
      "extra: {note: \"*See* [b](b.md) & [home](/)\"}")
    #expect(page.build.problems == [])
    #expect(
      page.text
        == "<p><em>See</em> <a href=\"/sub/news/2023/b/\">b</a> &amp; <a href=\"/sub/\">home</a></p>\n"
    )
  }

  @Test func `a paragraph can stand in a line`() async {
    #expect(
      await page("<b>{{ 'a *b*' | markdown(inline=true) }}</b>").text == "<b>a <em>b</em></b>")
    #expect(await page("<b>{{ markdown('a', inline=true) }}</b>").text == "<b>a</b>")
    #expect(await page("<b>{{ markdown('', inline=true) }}</b>").text == "<b></b>")
  }

  @Test func `what cannot stand in a line is an error`() async {
    let page = await page("{{ 'a\\n\\nb' | markdown(inline=true) }}")
    #expect(
      page.build.problems == [
        "templates/post.html:1:4: error: 'markdown' with 'inline' needs a text of one paragraph "
          + "[wrong-argument]"
      ])
    #expect(
      await self.page("{{ '- a' | markdown(inline=true) }}").build.rules == ["wrong-argument"])
  }

  @Test func `a broken link in such a text is an error of the template`() async {
    let page = await page("{{ '[x](gone.md)' | markdown }}{{ '[x](b.md#gone)' | markdown }}")
    #expect(page.build.rules == ["broken-anchor", "broken-link"])
    #expect(page.build.problems.allSatisfy { $0.hasPrefix("templates/post.html:1:") })
    let allowed = await self.page(
      "{{ '[x](gone.md)' | markdown }}", configuration: "checks: {broken-link: warning}\n")
    #expect(
      allowed.build.problems.contains(
        "content/posts/a.md:1:1: warning: there is no page or file 'gone.md' [broken-link]"))
    #expect(allowed.text.contains("<p>"))
  }

  @Test func `HTML in such a text is left out, and said so`() async {
    let page = await page("{{ 'a <script>b</script>' | markdown }}")
    #expect(!page.text.contains("<script>"))
    #expect(page.build.rules.contains("raw-html"))
  }

  @Test func `text that is HTML already is no Markdown`() async {
    #expect(await page("{{ page.content | markdown }}").build.rules == ["wrong-kind"])
  }

  @Test func `a filter needs something before it`() async {
    let page = await page("{{ page.image | markdown }}")
    #expect(
      page.build.problems == [
        "templates/post.html:1:4: error: 'markdown' needs a value, and got none [wrong-kind]"
      ])
  }

  @Test func `addresses can be made by filters`() async {
    let page = await page("{{ '/news/' | relative_url }} {{ '/news/' | absolute_url }}")
    #expect(page.text == "/sub/news/ https://example.org/sub/news/")
  }

  @Test func `Markdown works on pages that no text stands for`() async {
    let site = TestSite("-- templates/404.html --\n{{ '[a](posts/a.md) [x](#y)' | markdown }}\n")
    site.writePost("a")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["404.html"].contains("<a href=\"/news/2023/a/\">"))
  }

  @Test func `templates are measured where there is a clock, and nowhere else`() async {
    let site = TestSite()
    site.writePost("a")
    #expect(await site.build().result.templateCosts == [])
    let ticks = Ticks()
    let measured = await site.build(
      observer: BuildObserver(templateClock: { .milliseconds(ticks.next()) })
    ) { $0.width = 3 }
    let costs = measured.result.templateCosts
    #expect(costs.first { $0.name == "post.html" }?.calls == 1)
    #expect(costs.allSatisfy { $0.own > .zero && $0.total >= $0.own })
    #expect(costs.map(\.own) == costs.map(\.own).sorted(by: >))
  }
}

/// Counts how often it was asked.
private final class Ticks: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
