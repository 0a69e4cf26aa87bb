import Diagnostics
import Testing

/// Whether everybody can use a page: each rule has a site that breaks it.
@Suite struct AccessibilityTests {
  /// A site that keeps the HTML of its texts.
  private func site(html text: String) -> CheckedSite {
    var site = CheckedSite(page: text)
    site.files["site.yaml"] = CheckedSite.configuration + "\nmarkdown: {raw_html: true}\n"
    return site
  }

  @Test func `a page that does not say its language is told at the template`() async {
    var site = CheckedSite()
    site.replace(" lang=\"{{ site.language }}\"", in: "base.html", by: "")
    let found = await site.findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: warning: the page does not say its language [page-language]"))
  }

  @Test func `a page that says another language is told`() async {
    var site = CheckedSite()
    site.replace("{{ site.language }}\">", in: "base.html", by: "fr\">")
    #expect(
      await site.findings().contains(
        "templates/event.html:1:1: warning: the page says that its language is 'fr', and it is 'en' "
          + "[page-language]"))
  }

  @Test func `a page may say which English it is in`() async {
    var site = CheckedSite()
    site.replace("{{ site.language }}\">", in: "base.html", by: "{{ site.language }}-GB\">")
    #expect(await site.findings() == [])
  }

  @Test func `a page without a main heading is told at the template`() async {
    var site = CheckedSite()
    site.replace(
      "<h1{% include \"_partials/lang.html\" %}>{{ page.title }}</h1>", in: "article.html", by: "")
    #expect(
      await site.findings() == [
        "templates/event.html:1:1: warning: the page has no heading of the first level "
          + "[main-heading]"
      ])
  }

  @Test func `a second main heading is told at its line`() async {
    #expect(
      await CheckedSite(page: "Text.\n\n# What we do\n").findings() == [
        "content/about.md:6:1: warning: the page has another heading of the first level: "
          + "'What we do' [main-heading]"
      ])
  }

  @Test func `a level that was left out is told at the heading`() async {
    #expect(
      await CheckedSite(page: "## Aims\n\n#### Means\n").findings() == [
        "content/about.md:6:1: warning: 'Means' is a heading of level 4, right below one of level 2 "
          + "[heading-order]"
      ])
    #expect(await CheckedSite(page: "## A\n\n### B\n\n#### C\n\n## D\n").findings() == [])
  }

  @Test func `a picture of a text without an alternative is told at its line`() async {
    var site = CheckedSite(page: "Text.\n\n![](park.svg)\n")
    site.files["content/park.svg"] =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"
    #expect(
      await site.findings() == [
        "content/about.md:6:1: warning: the picture 'park.svg' has no alternative text "
          + "[image-without-alt]"
      ])
  }

  @Test func `a picture of a template without the attribute is told at the template`() async {
    var site = CheckedSite()
    site.replace("<h1{%", in: "article.html", by: "<img src=\"/favicon.svg\"><h1{%")
    #expect(
      await site.findings() == [
        "templates/event.html:1:1: warning: the picture 'favicon.svg' has no alternative text "
          + "[image-without-alt]"
      ])
    site.replace(
      "<img src=\"/favicon.svg\">", in: "article.html",
      by: "<img src=\"/favicon.svg\" alt=\"\">")
    #expect(await site.findings() == [], "a template may decorate")
  }

  @Test func `a link text that says nothing is told at each of its places`() async {
    let text = "For the programme, [click here](contact.md).\n\nOr [Click here!](contact.md)\n"
    var site = CheckedSite(page: text)
    site.files["content/contact.md"] = "---\ntitle: Contact\n---\nText.\n"
    #expect(
      await site.findings() == [
        "content/about.md:4:20: warning: the link text 'click here' says nothing by itself "
          + "[vague-link]",
        "content/about.md:6:4: warning: the link text 'Click here!' says nothing by itself "
          + "[vague-link]",
      ])
  }

  @Test func `link texts are judged in the page's language`() async {
    var site = CheckedSite()
    site.files["site.yaml"] = CheckedSite.configuration + "\nlanguages: [en, sv]\n"
    site.files["content/about.md"] = "---\ntitle: About\n---\n[Läs mer](events/visit.md)\n"
    site.files["content/about.sv.md"] = "---\ntitle: Om oss\n---\n[Läs mer](events/visit.md)\n"
    let found = await site.findings().filter { $0.contains("vague-link") }
    #expect(
      found == [
        "content/about.sv.md:4:1: warning: the link text 'Läs mer' says nothing by itself "
          + "[vague-link]"
      ])
  }

  @Test func `a link without a text is told at its line`() async {
    let text =
      "One [](events/visit.md) and <a href=\"/events/\"><img src=\"/favicon.svg\" alt=\"\"></a>."
    #expect(
      await site(html: text).findings() == [
        "content/about.md:4:5: warning: the link to '/events/visit/' has no text [empty-link]",
        "content/about.md:4:32: warning: the link to '/events/' has no text [empty-link]",
      ])
    let named =
      "<a href=\"/events/\"><img src=\"/favicon.svg\" alt=\"Events\"></a> "
      + "<a href=\"/events/\" aria-label=\"All events\"></a>"
    #expect(await site(html: named).findings() == [])
  }

  @Test func `a table without headers is told`() async {
    #expect(
      await site(html: "<table><tr><td>Uppsala</td></tr></table>\n").findings() == [
        "content/about.md:4:1: warning: the table has no header cells [table-without-headers]"
      ])
    #expect(
      await CheckedSite(page: "|  |  |\n|---|---|\n| a | b |\n").rules() == [
        "table-without-headers"
      ])
    #expect(await CheckedSite(page: "| Place |\n|---|\n| Uppsala |\n").findings() == [])
  }

  @Test func `a document is named with type and size`() async {
    var site = CheckedSite(page: "Read [the agenda](agenda.pdf) now.\n")
    site.files["content/agenda.pdf"] = String(repeating: "%", count: 12_345)
    #expect(
      await site.findings() == [
        "content/about.md:4:6: warning: the link 'the agenda' leads to a document and does not say "
          + "its type and size [unmarked-document]"
      ])
    #expect(
      await site.diagnostics().first?.help == ["write 'the agenda (PDF, 12 kB)'"])
    site.files["content/about.md"] =
      "---\ntitle: About us\n---\nRead [the agenda (PDF, 12 kB)](agenda.pdf) now.\n"
    #expect(await site.findings() == [])
  }

  @Test func `of a document on another site the type is enough`() async {
    let external = "[The guide (PDF)](https://example.org/guide.pdf), "
    #expect(await CheckedSite(page: external).findings() == [])
    #expect(
      await CheckedSite(page: external + "[the rules](https://example.org/rules.docx)").findings()
        == [
          "content/about.md:4:51: warning: the link 'the rules' leads to a document and does not "
            + "say its type [unmarked-document]"
        ])
  }

  @Test func `attachments of front matter say both by themselves`() async {
    var site = CheckedSite(page: "Text.")
    site.files["content/about.md"] = "---\ntitle: About\nattachments: [agenda.pdf]\n---\nText.\n"
    site.files["content/agenda.pdf"] = "%PDF"
    #expect(await site.findings() == [])
  }
}
