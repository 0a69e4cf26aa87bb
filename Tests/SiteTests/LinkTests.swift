import Diagnostics
import Site
import Testing

/// Links, pictures and references between the site's files.
@Suite struct LinkTests {
  /// A site with a post `start` that holds a text, and pages that it can link to.
  private func site(_ text: String, baseURL: String = "https://example.org/") -> TestSite {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: \(baseURL)
      languages: [en, sv]
      -- content/events/visit.md --
      ---
      title: Visit
      ---
      ## The agenda
      -- content/events/visit.sv.md --
      ---
      title: Besök
      ---
      ## Agendan
      -- content/about.md --
      # About
      -- content/posts/other.md --
      ---
      title: Other
      date: 2023-01-01
      ---
      ## Part one
      -- content/posts/draft.md --
      ---
      title: Draft
      date: 2023-01-01
      draft: true
      ---
      -- content/posts/report 2023.pdf --
      %PDF
      -- content/posts/ö.txt --
      text
      -- static/logo.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>
      """)
    site.write("content/posts/start.md", "---\ntitle: Start\ndate: 2023-01-02\n---\n\(text)\n")
    return site
  }

  private static let page = "news/2023/start/index.html"

  @Test(arguments: [
    ("../events/visit.md", "/events/visit/"), ("other.md", "/news/2023/other/"),
    ("./other.md#part-one", "/news/2023/other/#part-one"), ("../about.md?q=1", "/about/?q=1"),
    ("@/events/visit.md#the-agenda", "/events/visit/#the-agenda"), ("/about/", "/about/"),
    ("/about", "/about/"), ("/about/index.html", "/about/"), ("/", "/"), ("/feed.xml", "/feed.xml"),
    ("report%202023.pdf", "/news/report%202023.pdf"), ("%C3%B6.txt", "/news/%C3%B6.txt"),
    ("o%CC%88.txt", "/news/%C3%B6.txt"), ("/logo.svg", "/logo.svg"),
    ("../other/", "/news/2023/other/"),
    ("/tags/", "/tags/"), ("/sv/", "/sv/"),
  ])
  func `a link leads to the page's address, with and without a base path`(
    written: String, address: String
  ) async {
    let build = await site("[there](\(written))").build()
    #expect(build.problems == [])
    #expect(build[Self.page].contains("href=\"\(address)\""))
    let below = await site("[there](\(written))", baseURL: "https://example.org/proj/").build()
    #expect(below.problems == [])
    #expect(below[Self.page].contains("href=\"/proj\(address)\""))
  }

  @Test(arguments: [
    "https://example.org/elsewhere", "mailto:info@example.org", "//cdn.example.org/x", "tel:+46123",
    "#top", "",
  ])
  func `an address elsewhere stays as it is`(written: String) async {
    let build = await site("[there](\(written))").build()
    #expect(build.problems == [])
    #expect(build[Self.page].contains("href=\"\(written)\""))
  }

  @Test func `a link with the base path written out works too`() async {
    let build = await site("[a](/proj/about/) [b](/about/)", baseURL: "https://e.org/proj").build()
    #expect(build.problems == [])
    #expect(build[Self.page].contains("href=\"/proj/about/\">a</a> <a href=\"/proj/about/\">b</a>"))
  }

  @Test func `a link from a translation leads to the translation`() async {
    let site = site("")
    site.write(
      "content/posts/start.sv.md",
      "---\ntitle: Start\ndate: 2023-01-02\n---\n[besök](../events/visit.md) [om](../about.md)\n")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["sv/news/2023/start/index.html"].contains("href=\"/sv/events/visit/\""))
    #expect(build["sv/news/2023/start/index.html"].contains("href=\"/about/\""))
  }

  @Test func `pages of one name in two folders are no translations`() async {
    let site = site("")
    site.write("content/a/team.md", "# Team A\n")
    site.write("content/b/team.sv.md", "# Lag B\n\n[a](../a/team.md)\n")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["sv/b/team/index.html"].contains("href=\"/a/team/\""))
  }

  @Test(arguments: [
    (
      "Go [there](../events/vist.md) now",
      "content/posts/start.md:5:12: error: there is no page or file '../events/vist.md' [broken-link]"
    ),
    (
      "[é](/nowhere/)",
      "content/posts/start.md:5:5: error: there is no page or file '/nowhere/' [broken-link]"
    ),
    (
      "[x](other.md#part-tow)",
      "content/posts/start.md:5:5: error: 'content/posts/other.md' has no heading or anchor '#part-tow' [broken-anchor]"
    ),
    (
      "## Here\n\n[x](#heer)",
      "content/posts/start.md:7:5: error: 'content/posts/start.md' has no heading or anchor '#heer' [broken-anchor]"
    ),
    (
      "[x](draft.md)",
      "content/posts/start.md:5:5: error: 'content/posts/draft.md' is not published: it is a draft [link-to-unpublished]"
    ),
    (
      "[x](/news/2023/draft/)",
      "content/posts/start.md:5:5: error: 'content/posts/draft.md' is not published: it is a draft [link-to-unpublished]"
    ),
    (
      "![x](missing.png)",
      "content/posts/start.md:5:6: error: there is no picture 'missing.png' [missing-image]"
    ),
    (
      "[x](../../site.yaml)",
      "content/posts/start.md:5:5: error: '../../site.yaml' leads out of the folder 'content' [broken-link]"
    ),
    (
      "[x](../../../../../etc/passwd)",
      "content/posts/start.md:5:5: error: '../../../../../etc/passwd' leads out of the folder 'content' [broken-link]"
    ),
    (
      "[x](@/../site.yaml)",
      "content/posts/start.md:5:5: error: '@/../site.yaml' leads out of the folder 'content' [broken-link]"
    ),
    (
      "[x](100%.md)",
      "content/posts/start.md:5:5: error: there is no page or file '100%.md' [broken-link]"
    ),
    (
      "[x][r]\n\n[r]: gone.md",
      "content/posts/start.md:7:6: error: there is no page or file 'gone.md' [broken-link]"
    ),
  ])
  func `a link that leads nowhere is an error at its place`(text: String, problem: String) async {
    let build = await site(text).build()
    #expect(build.problems == [problem])
    #expect(build.files == [:])
  }

  @Test func `a broken link comes with the nearest file and the way to allow it`() async {
    let build = await site("[x](../events/vist.md)").build()
    #expect(
      build.help("broken-link") == [
        "did you mean '@/events/visit.md'?",
        "to publish all the same, add to site.yaml: checks: {broken-link: warning}",
      ])
    let anchor = await site("[x](other.md#part-noe)").build()
    #expect(anchor.help("broken-anchor").first == "did you mean 'part-one'?")
  }

  @Test func `a site decides how much a broken link weighs`() async {
    let site = site("[x](gone.md)")
    let settings =
      "title: T\nbase_url: https://example.org/\nlanguages: [en, sv]\nchecks: {broken-link: "
    site.write("site.yaml", settings + "warning}\n")
    let warned = await site.build()
    #expect(
      warned.problems == [
        "content/posts/start.md:5:5: warning: there is no page or file 'gone.md' [broken-link]"
      ])
    #expect(warned.paths.contains(Self.page))
    let strict = await site.build { $0.isStrict = true }
    #expect(strict.result.failure == .content)
    site.write("site.yaml", settings + "off}\n")
    let last = await site.build()
    #expect(last.problems == [])
  }

  @Test func `a picture is found beside the text and its size written down`() async {
    let site = site("![Logo](logo.svg) ![Other](/logo.svg)")
    site.write(
      "content/posts/logo.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"></svg>")
    let build = await site.build()
    #expect(build.problems == [])
    let page = build[Self.page]
    #expect(page.contains("src=\"/news/logo.svg\""))
    #expect(page.contains("width=\"40\"") && page.contains("height=\"30\""))
    #expect(page.contains("src=\"/logo.svg\""))
  }

  @Test func `pictures and documents of the front matter have to be there`() async {
    let site = TestSite()
    site.writePost(
      "a", "image: {src: gone.png, alt: Gone}\nattachments: [gone.pdf, /also-gone.pdf]")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/posts/a.md:4:14: error: there is no picture 'gone.png' [missing-image]",
        "content/posts/a.md:5:15: error: there is no file 'gone.pdf' [missing-file]",
        "content/posts/a.md:5:25: error: there is no file '/also-gone.pdf' [missing-file]",
      ])
  }

  @Test func `a field that names a partner leads to it, and a wrong name to a suggestion`() async {
    let site = TestSite(
      """
      -- content/partners/biocat.md --
      ---
      name: Biocat
      ---
      -- templates/post.html --
      {% if page.partner %}{{ page.partner.title }} {{ page.partner.url }}{% endif %}
      -- templates/partner.html --
      {% for item in page.items %}{{ item.title }};{% endfor %}
      """)
    site.writePost("a", "partner: biocat")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["news/2023/a/index.html"] == "Biocat /partners/biocat/")
    #expect(build["partners/biocat/index.html"] == "Title of a;")
    site.writePost("a", "partner: boicat")
    let wrong = await site.build()
    #expect(
      wrong.problems == [
        "content/posts/a.md:4:10: error: 'partner' is 'boicat', and partners has no such item [unknown-reference]"
      ])
    #expect(wrong.help("unknown-reference") == ["did you mean 'biocat'?"])
  }

  @Test func `a menu entry that leads nowhere is an error in the file that has it`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      menu:
        - {label: News, url: /news/}
        - {label: Nwes, url: /nwes/}
        - {label: Out, url: "https://example.com/"}
      """)
    let build = await site.build()
    #expect(
      build.problems == [
        "site.yaml:5:24: error: the menu entry 'Nwes' leads to '/nwes/', where nothing is [broken-link]"
      ])
    #expect(build.help("broken-link") == ["did you mean '/news/'?"])
    site.write("site.yaml", "title: T\nbase_url: https://example.org/\n")
    site.write("environments/production.yaml", "# A comment\nmenu: [{label: A, url: /aa/}]\n")
    let last = await site.build()
    #expect(
      last.problems == [
        "environments/production.yaml:2:24: error: the menu entry 'A' leads to '/aa/', where nothing is [broken-link]"
      ])
  }
}
