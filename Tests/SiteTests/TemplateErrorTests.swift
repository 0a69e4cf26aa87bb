import Diagnostics
import Site
import Testing

/// What is wrong with templates, and how often it is told.
@Suite struct TemplateErrorTests {
  @Test func `an undefined name is one message for all pages that show it`() async {
    let site = TestSite("-- templates/post.html --\n<h1>{{ page.titel }}</h1>\n")
    for name in ["a", "b", "c"] { site.writePost(name) }
    let build = await site.build()
    #expect(build.result.diagnostics.count == 1)
    let problem = build.problems.first ?? ""
    #expect(problem.hasPrefix("templates/post.html:1:8: error: "))
    #expect(problem.contains("'titel'"))
    #expect(build.result.diagnostics.first?.help.contains("did you mean 'title'?") == true)
    #expect(build.files == [:])
  }

  @Test func `an error that shows while rendering says on which pages`() async {
    let site = TestSite("-- templates/post.html --\n{{ page.extra.subtitle }}\n")
    for name in ["a", "b", "c"] { site.writePost(name) }
    site.writePost("fine", "extra: {subtitle: Yes}")
    let build = await site.build()
    #expect(build.result.diagnostics.count == 1)
    #expect(build.problems.first?.hasPrefix("templates/post.html:1:4: error: ") == true)
    #expect(
      build.result.diagnostics.first?.help.last
        == "it showed while rendering 'content/posts/a.md' and 2 more pages")
    #expect(build.files == [:])
  }

  @Test func `a mistake in a partial is one message, whichever templates lead to it`() async {
    let site = TestSite(
      """
      -- templates/post.html --
      {% include "card.html" %}
      -- templates/page.html --

      {% include "frame.html" %}
      -- templates/frame.html --
      {% include "card.html" %}
      -- templates/card.html --
      {{ page.venue }}{{ asset(page.slug ~ ".css") }}
      -- content/about.md --
      ---
      title: About
      ---
      """)
    for name in ["a", "b"] { site.writePost(name) }
    let build = await site.build()
    #expect(
      build.problems == [
        "templates/card.html:1:4: error: a page has no attribute 'venue' [unknown-attribute]",
        "templates/card.html:1:20: error: there is no static file 'a.css' [missing-asset]",
        "templates/card.html:1:20: error: there is no static file 'about.css' [missing-asset]",
        "templates/card.html:1:20: error: there is no static file 'b.css' [missing-asset]",
      ])
    let first = build.result.diagnostics.first { $0.rule == "unknown-attribute" }
    #expect(first?.related.map(\.location.path) == ["templates/frame.html", "templates/page.html"])
    #expect(first?.help.last == "it showed while rendering 'content/about.md' and 2 more pages")
  }

  @Test func `one more page is one page`() async {
    let site = TestSite("-- templates/post.html --\n{{ page.extra.subtitle }}\n")
    for name in ["a", "b"] { site.writePost(name) }
    let last = await site.build()
    #expect(
      last.result.diagnostics.first?.help.last
        == "it showed while rendering 'content/posts/a.md' and 1 more page")
  }

  @Test(arguments: [
    ("{% if page.title %}never closed", "1:1: error: 'if' is never closed [unclosed-tag]"),
    ("one\ntwo {{ page.title", "2:5: error: '{{' is never closed [template-syntax]"),
    (
      "{% include \"gone.html\" %}",
      "1:1: error: there is no template 'gone.html' [missing-template]"
    ),
    (
      "{% extends \"gone.html\" %}",
      "1:1: error: there is no template 'gone.html' [missing-template]"
    ),
    ("{{ page.title | shuot }}", "1:17: error: there is no filter 'shuot' [unknown-filter]"),
    ("{% frobnicate %}", "1:4: error: there is no tag 'frobnicate' [unknown-tag]"),
    ("{{ nobody }}", "1:4: error: 'nobody' is not defined [undefined-name]"),
    (
      "{% include \"../site.yaml\" %}",
      "1:1: error: '../site.yaml' leaves the folder of the templates [template-outside-root]"
    ),
    (
      "{% include \"post.html\" %}",
      "1:1: error: 'post.html' includes 'post.html' [template-cycle]"
    ),
    ("{{ page.date }}{{ page.image }}", "1:19: error: 'page.image' is none [printed-none]"),
    ("{{ asset(\"gone.css\") }}", "1:4: error: there is no static file 'gone.css' [missing-asset]"),
    ("{{ link(\"gone.md\") }}", "1:4: error: there is no content file 'gone.md' [broken-link]"),
  ])
  func `a mistake in a template is an error at its place, and nothing is published`(
    text: String, problem: String
  ) async {
    let site = TestSite()
    site.write("templates/post.html", text + "\n")
    site.writePost("a")
    let build = await site.build()
    #expect(build.problems == ["templates/post.html:" + problem])
    #expect(build.result.failure == .content)
    #expect(build.files == [:])
  }

  @Test func `a site's template takes the place of the theme's`() async {
    let site = TestSite("-- templates/post.html --\nMine: {{ page.title }}\n")
    site.writePost("a")
    let build = await site.build()
    #expect(build["news/2023/a/index.html"] == "Mine: Title of a")
    #expect(build["index.html"].contains("<h1>Test site</h1>"))
  }

  @Test func `an item can name its template`() async {
    let site = TestSite("-- templates/wide.html --\nWide {{ page.title }}\n")
    site.writePost("a", "template: wide.html")
    site.writePost("b", "template: wide")
    let build = await site.build()
    #expect(build["news/2023/a/index.html"] == "Wide Title of a")
    #expect(build["news/2023/b/index.html"] == "Wide Title of b")
    site.writePost("c", "template: wdie.html")
    let wrong = await site.build()
    #expect(
      wrong.problems == [
        "content/posts/c.md:4:11: error: there is no template 'wdie.html' [missing-template]"
      ])
    #expect(wrong.help("missing-template") == ["did you mean 'wide.html'?"])
  }

  @Test func `a theme without a template that is needed says which`() async {
    var site = TestSite()
    site.theme = TestSite.tinyTheme.filter { $0.path != "post.html" && $0.path != "home.html" }
    let build = await site.build()
    #expect(build.rules == ["missing-template", "missing-template"])
    #expect(build.problems.contains { $0.contains("'post.html'") })
  }

  @Test func `text of the content is escaped in the page`() async {
    let site = TestSite()
    site.write(
      "content/posts/a.md",
      "---\ntitle: 'A < B & \"C\" <script>'\ndate: 2023-01-01\n---\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n"
    )
    let build = await site.build()
    #expect(!build["news/2023/a/index.html"].contains("<script>"))
    #expect(!build["news/2023/a/index.html"].contains("javascript:"))
    #expect(build["news/2023/a/index.html"].contains("A &lt; B &amp; "))
    #expect(build.rules == ["raw-html", "unsafe-link"])
  }
}

/// All problems of a run are told in that run.
@Suite struct WholeRunTests {
  @Test func `problems of every stage are told at once, sorted by path and line`() async {
    let site = TestSite(
      """
      -- content/posts/a.md --
      ---
      title: D1: Plan
      ---
      -- content/posts/b.md --
      ---
      title: B
      date: 2023-02-30
      tilte: C
      ---
      [x](gone.md)

      ![y](gone.png)
      -- content/posts/c.md --
      ---
      title: C
      date: 2023-01-01
      slug: d
      partner: nobody
      ---
      -- content/posts/d.md --
      ---
      title: D
      date: 2023-01-01
      ---
      [x](#nowhere)
      -- content/posts/e.md --
      ---
      title: E
      date: 2023-01-01
      -- content/index.md --
      [x](nowhere.md)
      -- templates/event.html --
      {{ nothing }}
      """)
    site.fileSystem.addSymbolicLink(at: "\(TestSite.source)/content/link")
    let build = await site.build()
    #expect(
      build.problems.map { problem in
        let parts = problem.split(separator: ":")
        return parts[0] + ":" + parts[1] + " " + (problem.split(separator: " ").last ?? "")
      } == [
        "content/index.md:1 [broken-link]", "content/link:1 [symbolic-link]",
        "content/posts/a.md:2 [yaml-syntax]",
        "content/posts/b.md:3 [invalid-date]", "content/posts/b.md:4 [unknown-field]",
        "content/posts/b.md:6 [broken-link]", "content/posts/b.md:8 [missing-image]",
        "content/posts/c.md:5 [unknown-reference]", "content/posts/d.md:1 [duplicate-address]",
        "content/posts/d.md:5 [broken-anchor]", "content/posts/e.md:1 [unclosed-front-matter]",
        "templates/event.html:1 [undefined-name]",
      ])
    #expect(build.files == [:])
  }

  @Test func `notes of one kind are one note with their number`() async {
    let site = TestSite()
    for name in ["a", "b", "c"] { site.writePost(name, "lastmod: 2023-03-01") }
    site.writePost("d", "author: Me")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/posts/a.md:4:1: note: 'lastmod' is read as 'updated' (here and in 2 more places) [field-alias]",
        "content/posts/d.md:4:1: note: 'author' is read as 'authors' [field-alias]",
      ])
  }

  @Test func `a kind's folder that is misspelled is a warning, other folders are pages`() async {
    let build = await TestSite(
      "-- content/evnts/visit.md --\n# Visit\n-- content/legal/imprint.md --\n# Imprint\n"
    ).build()
    #expect(
      build.problems == [
        "content/evnts/visit.md:1:1: warning: the folder 'content/evnts' belongs to no kind, so this is a page [unknown-kind]"
      ])
    #expect(build.paths.contains("legal/imprint/index.html"))
  }

  @Test func `a text for a list or the home page is checked like any other`() async {
    let build = await TestSite(
      """
      -- content/index.md --
      ---
      tilte: Welcome
      ---
      [x](gone.md)
      -- content/posts/index.md --
      ---
      titel: News
      ---
      """
    ).build()
    #expect(
      build.problems == [
        "content/index.md:2:1: error: a page has no field 'tilte' [unknown-field]",
        "content/index.md:4:5: error: there is no page or file 'gone.md' [broken-link]",
        "content/posts/index.md:2:1: error: a post has no field 'titel' [unknown-field]",
      ])
  }

  @Test func `a file that is not UTF-8 is an error with the byte and a guess`() async {
    let site = TestSite()
    site.fileSystem.add(
      Array("---\ntitle: Sant".utf8) + [0xE9] + Array("\ndate: 2023-01-01\n---\n".utf8),
      at: "\(TestSite.source)/content/posts/a.md")
    site.fileSystem.add(
      [0xFF, 0xFE, 0x23, 0x00], at: "\(TestSite.source)/content/posts/b.md")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/posts/a.md:2:12: error: byte 16 of the file is not UTF-8 [invalid-encoding]",
        "content/posts/b.md:1:1: error: byte 1 of the file is not UTF-8 [invalid-encoding]",
      ])
    #expect(build.help("invalid-encoding").last == "the file looks like UTF-16; save it as UTF-8")
  }

  @Test func `a file without front matter has its title from its heading`() async {
    let site = TestSite()
    site.write("content/posts/2023-01-01-plain.md", "# Plain *text*\n\nHello.\n")
    site.write("content/empty.md", "")
    site.write("content/only.md", "---\ntitle: Only\n---")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/empty.md:1:1: error: there is neither a title nor a heading [missing-title]"
      ])
    try? site.remove("content/empty.md")
    let good = await site.build()
    #expect(good["news/2023/plain/index.html"] == "<h1>Plain text</h1>\n<p>Hello.</p>\n")
    #expect(good["only/index.html"] == "<h1>Only</h1>\n")
  }

  @Test func `line ends and a byte order mark make no difference to a page`() async {
    let text = "---\ntitle: Same\ndate: 2023-01-01\n---\n# One\n\nA  \nb\n\n- c\n- d\n"
    var pages: [String] = []
    for variant in [
      text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
    ] {
      let site = TestSite()
      site.write("content/posts/a.md", variant)
      let build = await site.build()
      #expect(build.problems == [])
      pages.append(build["news/2023/a/index.html"])
    }
    #expect(Set(pages).count == 1)
    #expect(pages[0].contains("<li>c</li>"))
  }
}
