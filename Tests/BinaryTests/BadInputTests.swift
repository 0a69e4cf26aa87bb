import Foundation
import Testing

/// Input that breaks other generators: what is said about it, and that nothing else happens.
@Suite struct BadInputTests {
  /// Files, and the first lines of the messages about them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let messages: [String]
    let status: Int32

    init(_ name: String, _ files: [String: String], _ messages: [String], status: Int32 = 1) {
      testDescription = name
      self.files = files
      self.messages = messages
      self.status = status
    }

    /// A post whose front matter has some lines after its date.
    static func field(_ line: String, _ messages: String...) -> Case {
      Case(
        line, ["content/posts/x.md": "---\ntitle: X\ndate: 2023-01-01\n\(line)\n---\nText.\n"],
        messages.map { "content/posts/x.md:4:" + $0 })
    }

    /// A file of front matter and nothing else.
    static func frontMatter(_ text: String, _ message: String) -> Case {
      Case(
        text, ["content/posts/x.md": "---\n\(text)\n---\n"], ["content/posts/x.md:" + message])
    }

    /// Lines at the end of the configuration.
    static func setting(_ line: String, _ message: String, status: Int32 = 2) -> Case {
      Case(
        line, ["site.yaml": FixtureSite.configuration + line + "\n"], ["site.yaml:5:" + message],
        status: status)
    }
  }

  static let frontMatter: [Case] = [
    .frontMatter(
      "title: @home",
      "2:8: error: a value cannot begin with '@' without quotation marks [yaml-syntax]"),
    .frontMatter(
      "title: %s", "2:8: error: a value cannot begin with '%' without quotation marks [yaml-syntax]"
    ),
    .frontMatter(
      "\ttitle: x", "2:1: error: a tab stands here; YAML is indented with spaces [yaml-syntax]"),
    .frontMatter(
      "title: x\n\tdate: 2023-01-01",
      "3:1: error: a tab stands here; YAML is indented with spaces [yaml-syntax]"),
    .frontMatter(
      "title: \"x", "2:8: error: the quotation mark that opens here is never closed [yaml-syntax]"),
    .frontMatter(
      "title: [x", "2:8: error: the bracket that opens here is never closed [yaml-syntax]"),
    .frontMatter(
      "title: - x", "2:8: error: a list cannot begin here, in the line of its key [yaml-syntax]"),
    .frontMatter(
      "- a\n- b",
      "2:1: error: a post is described by 'key: value' lines, and this is a list [not-a-table]"),
    .frontMatter(
      "hello",
      "2:1: error: a post is described by 'key: value' lines, and this is a text [not-a-table]"),
    .frontMatter(
      "title: A\ndate: 2023-01-01\ntitle: B",
      "4:1: error: the key 'title' stands here a second time [duplicate-key]"),
    .frontMatter(
      "title: A\ndate: 2026-13-45",
      "3:7: error: the calendar has no such day: '2026-13-45' [invalid-date]"),
    .frontMatter(
      "title: A\ndate: 2 June", "3:7: error: 'date' is no date: '2 June' [invalid-date]"),
    .frontMatter(
      "title: A\ndate: 0203-02-23",
      "3:7: error: the calendar has no such day: '0203-02-23' [invalid-date]"),
    .frontMatter(
      "title: A\ndate: 10000-01-01", "3:7: error: 'date' is no date: '10000-01-01' [invalid-date]"),
    .frontMatter(
      "title: !ruby/object x\ndate: 2023-01-01",
      "2:8: error: the tag '!ruby/object' has no meaning here [yaml-tag]"),
    Case(
      "TOML", ["content/posts/x.md": "+++\ntitle = \"A\"\n+++\n"],
      [
        "content/posts/x.md:1:1: error: front matter in TOML ('+++') is not read [toml-front-matter]"
      ]),
    .field(
      "tags: {a: b}",
      "7: error: 'tags' is a list, each a text, not a table of keys and values [wrong-type]"),
    .field("draft: maybe", "8: error: 'draft' is true or false, not 'maybe' [wrong-type]"),
    .field("image: nowhere.png", "8: error: there is no picture 'nowhere.png' [missing-image]"),
    .field("attachments: [a.pdf]", "15: error: there is no file 'a.pdf' [missing-file]"),
    .field(
      "partner: nobody",
      "10: error: 'partner' is 'nobody', and partners has no such item [unknown-reference]"),
    .field("template: nope.html", "11: error: there is no template 'nope.html' [missing-template]"),
    .field("language: xx", "11: error: the site has no language 'xx' [unknown-language]"),
  ]

  static let addresses: [Case] = [
    .field("slug: ../x", "7: error: '../x' cannot be the last part of an address [invalid-slug]"),
    .field(
      "slug: /etc/x", "7: error: '/etc/x' cannot be the last part of an address [invalid-slug]"),
    .field(
      "slug: a\\..\\b", "7: error: 'a\\..\\b' cannot be the last part of an address [invalid-slug]"),
    .field("slug: con", "7: error: 'con' cannot be the last part of an address [invalid-slug]"),
    .field("slug: x.", "7: error: 'x.' cannot be the last part of an address [invalid-slug]"),
    .field("slug: .git", "7: error: '.git' cannot be the last part of an address [invalid-slug]"),
    .field(
      "slug: " + String(repeating: "x", count: 300),
      "7: error: '\(String(repeating: "x", count: 59))…' cannot be the last part of an address"
        + " [invalid-slug]"),
    .field(
      "permalink: /../x/", "12: error: '/../x/' cannot be an address of the site [invalid-address]"),
    .field(
      "permalink: /%2e%2e/x",
      "12: error: '/%2e%2e/x' cannot be an address of the site [invalid-address]"),
    .field(
      "permalink: //evil/",
      "12: error: '//evil/' cannot be an address of the site [invalid-address]"),
    .field(
      "permalink: /.brightpress-manifest",
      "12: error: '/.brightpress-manifest' cannot be an address of the site [invalid-address]"),
    .field(
      "permalink: /feed.xml",
      "12: error: 'content/posts/x.md' and the RSS feed would both be at '/feed.xml'"
        + " [duplicate-address]"),
    .field(
      "permalink: /index.html",
      "12: error: 'content/posts/x.md' and the home page would both be at '/' [duplicate-address]"),
    .field(
      "aliases: [/about/]",
      "11: error: the alias of 'content/posts/x.md' and 'content/about.md' would both be at '/about/'"
        + " [duplicate-address]"),
    .field(
      "aliases: [/news/2023/x/]",
      "11: error: the alias of 'content/posts/x.md' and 'content/posts/x.md' would both be at"
        + " '/news/2023/x/' [duplicate-address]"),
    Case(
      "a file where another page needs a folder",
      ["content/posts/x.md": "---\ntitle: X\ndate: 2023-01-01\npermalink: /about\n---\n"],
      [
        "content/about.md:1:1: error: 'content/about.md' needs '/about' as a folder, and"
          + " 'content/posts/x.md' is a file there [duplicate-address]"
      ]),
    Case(
      "a file of static/ at a page's address", ["static/about/index.html": "x"],
      [
        "static/about/index.html:1:1: error: 'static/about/index.html' and 'content/about.md' would"
          + " both be at '/about/index.html' [duplicate-address]"
      ]),
    Case(
      "slugs that differ in case",
      [
        "content/posts/x.md": "---\ntitle: X\ndate: 2023-01-01\nslug: Same\n---\n",
        "content/posts/y.md": "---\ntitle: Y\ndate: 2023-01-01\nslug: same\n---\n",
      ],
      [
        "content/posts/y.md:4:7: error: 'content/posts/y.md' and 'content/posts/x.md' would both be"
          + " at '/news/2023/same/' [duplicate-address]"
      ]),
  ]

  static let settings: [Case] = [
    .setting(
      "kinds: {posts: {per_page: many}}",
      "27: error: 'per_page' is a whole number, not 'many' [wrong-type]"),
    .setting(
      "menu: [{label: A, url: /nope/}]",
      "24: error: the menu entry 'A' leads to '/nope/', where nothing is [broken-link]", status: 1),
    .setting(
      "checks: {brokn-link: off}",
      "10: error: there is no rule 'brokn-link' that a site can adjust [unknown-rule]"),
    .setting(
      "languages: {a: b}",
      "12: error: 'languages' is a list, each a text, not a table of keys and values [wrong-type]"),
    .setting(
      "extra: [a]", "8: error: 'extra' is a table of keys and values, not a list [wrong-type]"),
    Case(
      "a configuration that is a list", ["site.yaml": "- a\n"],
      [
        "site.yaml:1:1: error: the configuration is described by 'key: value' lines, and this is a"
          + " list [not-a-table]"
      ], status: 2),
    Case(
      "an open bracket", ["site.yaml": "title: [\n"],
      ["site.yaml:2:1: error: a value is missing here, or a bracket was not closed [yaml-syntax]"],
      status: 2),
    Case(
      "no base URL", ["site.yaml": "title: T\n"],
      ["site.yaml:1:1: error: the configuration needs 'base_url' [missing-setting]"], status: 2),
    Case(
      "this machine as base URL", ["site.yaml": "title: T\nbase_url: http://localhost/\n"],
      [
        "site.yaml:2:11: error: 'http://localhost/' is this machine, which no visitor can reach"
          + " [local-base-url]"
      ], status: 2),
    Case(
      "a base URL without a scheme", ["site.yaml": "title: T\nbase_url: test.example\n"],
      ["site.yaml:2:11: error: 'test.example' is no base URL [invalid-base-url]"], status: 2),
  ]

  static let templates: [Case] = [
    template(
      "{% include \"nope.html\" %}",
      "1:1: error: there is no template 'nope.html' [missing-template]"),
    template(
      "{% include \"../site.yaml\" %}",
      "1:1: error: '../site.yaml' leaves the folder of the templates [template-outside-root]"),
    template(
      "{% include \"page.html\" %}", "1:1: error: 'page.html' includes 'page.html' [template-cycle]"
    ),
    template("{{ page.title | uper }}", "1:17: error: there is no filter 'uper' [unknown-filter]"),
    template("{{ page.title", "1:1: error: '{{' is never closed [template-syntax]"),
    template("{{ page.description }}", "1:4: error: 'page.description' is none [printed-none]"),
    template(
      "{{ \"x\" * 100000000000 }}",
      "1:4: error: the value is larger than 67108864 bytes [limit-reached]"),
  ]

  private static func template(_ text: String, _ message: String) -> Case {
    Case(text, ["templates/page.html": text], ["templates/page.html:" + message])
  }

  @Test(arguments: frontMatter + addresses + settings + templates)
  func `bad input is refused with one message at its place`(bad: Case) async throws {
    let site = try FixtureSite(bad.files)
    let before = try site.tree("")
    let run = try await site.build()
    #expect(run.problems == bad.messages)
    #expect(run.status == bad.status)
    #expect(try site.tree("") == before)
  }

  @Test func `text is kept as it was written`() async throws {
    let titles = ["no", "012", "10.10", "2026", "true", "1e3", "0x10", "2026-01-01"]
    var files: [String: String] = [:]
    for (index, title) in titles.enumerated() {
      files["content/page-\(index).md"] = "---\ntitle: \(title)\n---\n"
    }
    let site = try FixtureSite(files)
    #expect(try await site.build().status == 0)
    for (index, title) in titles.enumerated() {
      #expect(try site.text(at: "output/page-\(index)/index.html").contains("<h1>\(title)</h1>"))
    }
  }

  @Test func `line ends and a byte order mark make no difference`() async throws {
    let text = "---\ntitle: X\ndate: 2023-01-01\n---\nText.\n\nMore.\n"
    var pages: Set<String> = []
    for variant in [
      text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
    ] {
      let site = try FixtureSite(["content/posts/x.md": variant])
      #expect(try await site.build().status == 0)
      pages.insert(try site.text(at: "output/news/2023/x/index.html"))
    }
    #expect(pages.count == 1)
  }

  @Test func `bytes that are no UTF-8 are refused in every text`() async throws {
    let latin = Data([0x63, 0x61, 0x66, 0xE9, 0x0A])
    for (path, status) in [
      ("content/posts/kick-off.md", 1), ("templates/page.html", 1), ("site.yaml", 2),
    ] {
      let site = try FixtureSite()
      try site.write(latin, at: path)
      let run = try await site.build()
      #expect(
        run.problems.first
          == "\(path):1:4: error: byte 4 of the file is not UTF-8 [invalid-encoding]")
      #expect(run.status == Int32(status))
    }
    let site = try FixtureSite()
    try site.write(Data([0xFF, 0xFE, 0x2D, 0x00]), at: "content/a.md")
    #expect(try await site.build().errors.contains("looks like UTF-16"))
  }

  @Test func `files without front matter or without text are read as far as they go`() async throws
  {
    let site = try FixtureSite([
      "content/posts/plain.md": "# A heading\n\nText.\n",
      "content/posts/head.md": "---\ntitle: Head\ndate: 2023-01-01\n---",
      "content/notes.md": "# Notes\n",
    ])
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(
      run.problems == [
        "content/posts/plain.md:1:1: warning: a post needs the field 'date' [missing-field]"
      ])
    #expect(try site.text(at: "output/notes/index.html").contains("<h1>Notes</h1>"))
    #expect(site.has("output/news/2023/head/index.html"))
  }

  @Test func `an empty file is an error with a way out`() async throws {
    let site = try FixtureSite(["content/empty.md": ""])
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.problems == [
        "content/empty.md:1:1: error: there is neither a title nor a heading [missing-title]"
      ])
  }

  /// Each anchor names the one before it nine times.
  private static let aliases: String = {
    var text = "&a0 [x]"
    for number in 1...9 {
      let before = Array(repeating: "*a\(number - 1)", count: 9).joined(separator: ",")
      text += "\n  a\(number): &a\(number) [\(before)]"
    }
    return text
  }()

  @Test(.timeLimit(.minutes(1)), arguments: [String(repeating: "[", count: 100_000), aliases])
  func `a few bytes cannot become billions of values`(value: String) async throws {
    let site = try FixtureSite([
      "content/posts/x.md": "---\ntitle: X\ndate: 2023-01-01\nextra:\n  a: \(value)\n---\n"
    ])
    let run = try await site.build()
    #expect(run.status == 1 && run.problems.count == 1)
    #expect(run.problems.first?.contains("[yaml-limit]") == true)
  }

  @Test(arguments: [
    ("content/p.txt", "/etc/passwd"), ("content/up", ".."), ("content/dangling.md", "/nope"),
    ("content/loop.md", "loop.md"), ("static", "/etc"), ("templates/page.html", "/etc/passwd"),
  ])
  func `a symbolic link is refused and never followed`(path: String, target: String) async throws {
    let site = try FixtureSite()
    let link = "\(site.folder)/\(path)"
    try FileManager.default.createDirectory(
      at: URL(filePath: link).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.problems == [
        "\(path):1:1: error: '\(path)' is a symbolic link, which could lead out of the site"
          + " [symbolic-link]"
      ])
  }

  @Test func `a linked folder 'content' does not empty the site`() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.tree()
    let line = "mv content texts && ln -s texts content && \"$brightpress\""
    let run = try await Program.shell(line, in: site.folder)
    #expect(run.status == 1)
    #expect(run.problems.count == 1 && run.problems.first?.contains("[symbolic-link]") == true)
    #expect(try site.tree() == published)
  }

  @Test func `foreign files are kept, and a folder of them is refused`() async throws {
    let site = try FixtureSite(["output/mine.txt": "mine"])
    let refused = try await site.build()
    #expect(refused.status == 2 && refused.errors.contains("such as 'mine.txt'"))
    #expect(try site.tree() == ["mine.txt": Data("mine".utf8)])

    try site.remove("output")
    _ = try await site.build()
    try site.write("mine", at: "output/mine.txt")
    try site.write("---\ntitle: B\n---\n", at: "content/about.md")
    #expect(try await site.build().status == 0)
    #expect(try site.text(at: "output/mine.txt") == "mine")
  }

  @Test func `an output that is a link or a file is refused`() async throws {
    let site = try FixtureSite(["output": "a file"])
    #expect(try await site.build().status == 2)
    #expect(try site.text(at: "output") == "a file")
    let line = "rm output && mkdir real && ln -s real output && \"$brightpress\""
    #expect(try await Program.shell(line, in: site.folder).status == 2)
    #expect(try site.tree("real").isEmpty)
  }

  @Test func `most of a site is removed only where that is confirmed`() async throws {
    let site = try FixtureSite(FixtureSite.posts(20, text: "Text."))
    _ = try await site.build()
    let published = try site.tree()
    try site.remove("content")
    try site.write("---\ntitle: About\n---\n", at: "content/about.md")
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.problems.count == 1 && run.problems.first?.contains("[many-removals]") == true)
    #expect(try site.tree() == published)
    #expect(try await site.build("--allow-removals").status == 0)
    #expect(!site.has("output/news/2023/visit") && site.has("output/about/index.html"))
  }

  @Test func `a site without content is published, which is told`() async throws {
    let site = try FixtureSite(
      ["site.yaml": FixtureSite.configuration], withoutStandardFiles: true)
    let run = try await site.build()
    #expect(run.status == 0 && run.problems == [])
    #expect(run.errors.hasPrefix("content:1:1: note: the folder 'content' has nothing to publish"))
  }

  @Test func `scripts in Markdown are left out and counted`() async throws {
    let body = """
      <script>alert(1)</script>

      <img src=x onerror=alert(1)>

      [a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html;base64,xx)
      <javascript:alert(1)> ![d](javascript:alert(1)) [e](java&#10;script:alert(1))

      ```js"><script>alert(1)</script>
      x
      ```
      """
    let site = try FixtureSite(["content/x.md": "---\ntitle: X\n---\n\(body)\n"])
    let run = try await site.build()
    #expect(run.status == 0 && run.problems.count == 8)
    let page = try site.text(at: "output/x/index.html")
    #expect(!page.contains("<script") && !page.contains("onerror"))
    #expect(page.firstMatch(of: /(href|src)="[^"]*(script|data):/) == nil)
  }

  @Test func `signs that mean something in HTML and XML are text in a title`() async throws {
    let title = #"a "q" <b> 's' & </script> ]]> &nbsp; <!-- x"#
    let quoted = "\"" + title.replacing("\"", with: "\\\"") + "\""
    let site = try FixtureSite([
      "content/posts/x.md":
        "---\ntitle: \(quoted)\ndate: 2023-01-01\ntags: [\(quoted)]\n---\nText.\n"
    ])
    #expect(try await site.build().status == 0)
    let page = try site.text(at: "output/news/2023/x/index.html")
    #expect(page.contains("<h1>a &quot;q&quot; &lt;b&gt;"))
    #expect(!page.contains("<b>") && !page.contains("</script>") && !page.contains("<!-- x"))
    let feed = try site.text(at: "output/feed.xml")
    #expect(!feed.contains("<b>") && !feed.contains("]]>") && !feed.contains("<!-- x"))
  }

  @Test func `a heading cannot take an id of the theme's`() async throws {
    let body = "## Content\n\n## Main\n\n## Main content\n\n## Contents title\n\n## A\n\n## A\n"
    let site = try FixtureSite(["content/x.md": "---\ntitle: X\ntoc: true\n---\n\(body)"])
    #expect(try await site.build().status == 0)
    let page = try site.text(at: "output/x/index.html")
    let identifiers = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(identifiers.count > 6 && Set(identifiers).count == identifiers.count)
  }

  @Test func `nothing is written outside the output folder and the cache`() async throws {
    let site = try FixtureSite(FixtureSite.posts(5, text: "Text."))
    let before = try site.tree("")
    #expect(try await site.build("-d", "public").status == 0)
    let after = try site.tree("").filter { !$0.key.hasPrefix("public/") }
    #expect(after.filter { !$0.key.hasPrefix(".brightpress/") } == before)
    #expect(try await site.build("-d", "other", "--no-cache").status == 0)
    let without = try site.tree("").filter { !$0.key.hasPrefix("public/") }
    #expect(without.filter { !$0.key.hasPrefix("other/") } == after)
  }
}
