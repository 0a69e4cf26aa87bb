import Diagnostics
import Site
import Testing

/// The theme's own texts, and those of a site over them.
@Suite struct ThemePhraseTests {
  private func site(_ languages: String, _ more: String = "") -> TestSite {
    TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguages: \(languages)\n"
        + "funding: {preset: custom, statement: {en: E, de: D, sv: S}}\n\(more)",
      theme: TestSite.defaultTheme)
  }

  @Test(arguments: ["en", "sv", "fr", "es", "ca", "et"])
  func `the theme has all of its texts in a language`(language: String) async {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguages: [\(language)]\n",
      theme: TestSite.defaultTheme)
    #expect(await site.build().problems == [])
  }

  @Test func `a site replaces a single text`() async {
    let build = await site("[en, sv]", "-- i18n/en.yaml --\nskip: Jump\n").build()
    #expect(build.problems == [])
    #expect(build["index.html"].contains(">Jump</a>"))
  }

  @Test func `a language that the theme lacks shows English, with one note`() async {
    let build = await site("[de]", "-- i18n/de.yaml --\nskip: Zum Inhalt\n").build()
    #expect(build.problems.count == 1)
    #expect(
      build.problems[0].hasPrefix("i18n/de.yaml:1:1: note: the theme's texts 'about_item',")
        && build.problems[0].hasSuffix("are not translated into 'de' [untranslated-theme]"))
    #expect(build["index.html"].contains(">Zum Inhalt</a>"))
    #expect(build["index.html"].contains("Latest news"))
  }

  @Test func `a region has the texts of its language`() async {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguages: [sv-FI]\n",
      theme: TestSite.defaultTheme)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["index.html"].contains("Hoppa till innehållet"))
  }

  @Test func `a text that nobody has can have a default`() async {
    let site = TestSite("-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n")
    site.write("templates/home.html", "{{ t('topic.x', default='X & Y') }}")
    #expect(await site.build()["index.html"] == "X &amp; Y")
  }

  @Test func `Markdown's own words are in the text's language`() async {
    let site = site("[en, sv]")
    site.write("content/posts/a.sv.md", "---\ntitle: A\ndate: 2023-01-01\n---\n> [!TIP]\n> Läs.\n")
    #expect(
      await site.build()["sv/news/2023/a/index.html"].contains("<p class=\"alert-title\">Tips</p>"))
  }
}
