import CivilTime
import Diagnostics
import Site
import Testing

/// What `site.yaml` and the files of `environments/` may say.
@Suite struct ConfigurationTests {
  private func build(
    _ settings: String, files: [String: String] = [:],
    _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async -> TestBuild {
    let site = TestSite()
    site.write("site.yaml", settings)
    for (path, text) in files { site.write(path, text) }
    return await site.build(adjust)
  }

  private let minimum = "title: Test site\nbase_url: https://example.org/\n"

  @Test func `a folder without a configuration is no site`() async throws {
    let site = TestSite()
    try site.remove("site.yaml")
    let build = await site.build()
    #expect(build.rules == ["no-site"])
    #expect(build.result.failure == .configuration)
  }

  @Test func `an unknown setting is an error with the nearest known one`() async {
    let build = await build(
      minimum + "langauges: [en]\nfunding: {preset: cosme-2014, autority: X}\n")
    #expect(
      build.problems == [
        "site.yaml:3:1: error: the configuration has no field 'langauges' [unknown-field]",
        "site.yaml:4:31: error: the funding has no field 'autority' [unknown-field]",
      ])
    #expect(build.help("unknown-field").contains("did you mean 'languages'?"))
    #expect(build.result.failure == .configuration)
    #expect(build.files == [:])
  }

  @Test(arguments: [
    ("feeds: {limit: many}", "3:16: error: 'limit' is a whole number, not 'many' [wrong-type]"),
    ("feeds: {limit: 0}", "3:16: error: 'limit' is 0 [out-of-range]"),
    ("feeds: all", "3:8: error: 'feeds' is a table of keys and values, not 'all' [wrong-type]"),
    (
      "menu: {label: A, url: /}",
      "3:7: error: 'menu' is a list, each a table of keys and values, not a table of keys and values [wrong-type]"
    ),
    (
      "markdown: {raw_html: yes}",
      "3:22: error: 'raw_html' is true or false, not 'yes' [wrong-type]"
    ),
    (
      "format: 2",
      "3:9: error: this Brightpress reads format 1, and the file is of format 2 [unknown-format]"
    ),
    (
      "time_zone: Europe/Stokholm",
      "3:12: error: there is no time zone 'Europe/Stokholm' [unknown-time-zone]"
    ),
    ("languages: [en, english]", "3:17: error: 'english' is no language code [invalid-language]"),
    (
      "checks: {broken-lnk: off}",
      "3:10: error: there is no rule 'broken-lnk' that a site can adjust [unknown-rule]"
    ),
    (
      "checks: {broken-link: no}", "3:23: error: 'checks.broken-link' cannot be 'no' [not-a-choice]"
    ),
    (
      "kinds: {posts: {permalink: \"/:yaer/:slug/\"}}",
      "3:28: error: a permalink has no part ':yaer' [invalid-permalink]"
    ),
    (
      "kinds: {posts: {permalink: \"/:year/\"}}",
      "3:28: error: without ':slug' or ':path', all items would have one address [invalid-permalink]"
    ),
    (
      "kinds: {posts: {permalink: \"/../:slug/\"}}",
      "3:28: error: '/../:slug/' does not make an address [invalid-permalink]"
    ),
    (
      "kinds: {posts: {list: /n}}",
      "3:23: error: '/n' cannot be the address of a list [invalid-address]"
    ),
    (
      "kinds: {../x: {title: X}}",
      "3:9: error: '../x' cannot be the name of a kind, which is also a folder's [invalid-kind]"
    ),
    (
      "kinds: {x: {fields: {title: {type: text}}}}",
      "3:22: error: every kind has a field 'title' already [field-exists]"
    ),
    (
      "kinds: {x: {fields: {a: {type: choice}}}}",
      "3:22: error: the choice 'a' does not say what it can be [choice-without-values]"
    ),
    (
      "kinds: {x: {fields: {a: {type: txt}}}}", "3:32: error: 'type' cannot be 'txt' [not-a-choice]"
    ),
    (
      "kinds: {x: {fields: {a: {type: reference, kind: partnrs}}}}",
      "3:49: error: there is no kind 'partnrs' [unknown-kind-name]"
    ),
    (
      "taxonomies: {tags: {permalink: \"/tags/\"}}",
      "3:32: error: without ':slug' or ':path', all items would have one address [invalid-permalink]"
    ),
    (
      "project: {start: 2022-13}",
      "3:18: error: the calendar has no such day: '2022-13' [invalid-date]"
    ),
    (
      "funding: {authority: X}", "3:10: error: the funding needs the field 'preset' [missing-field]"
    ),
  ])
  func `a setting of the wrong form is an error at its place`(line: String, problem: String) async {
    let build = await build(minimum + line + "\n")
    #expect(build.problems == ["site.yaml:" + problem])
    #expect(build.result.failure == .configuration)
    #expect(build.files == [:])
  }

  @Test func `a zone is unknown, or the machine knows of none`() async {
    var site = TestSite()
    for (written, help) in [
      ("Europe/Stokholm", "did you mean 'Europe/Stockholm'?"),
      ("stockholm", "did you mean 'Europe/Stockholm'?"),
      ("Sweden", "use a name of the IANA database, such as Europe/Stockholm"),
    ] {
      site.write("site.yaml", minimum + "time_zone: \(written)\n")
      let build = await site.build()
      #expect(build.help("unknown-time-zone") == [help])
    }
    site.timeZones = TimeZones { _ in nil }
    site.write("site.yaml", minimum + "time_zone: Europe/Stockholm\n")
    let bare = await site.build()
    #expect(bare.rules == ["unknown-time-zone"])
    #expect(
      bare.help("unknown-time-zone") == [
        "this machine has no time zone database: install it (on Debian and Ubuntu: tzdata)"
      ])
  }

  @Test func `a site needs a title and a production build a base URL`() async {
    let nothing = await build("description: Nothing else\n")
    #expect(
      nothing.problems == [
        "site.yaml:1:1: error: the configuration needs 'base_url' [missing-setting]",
        "site.yaml:1:1: error: the configuration needs 'title' [missing-setting]",
      ])
    let empty = await build("")
    #expect(empty.rules == ["missing-setting", "missing-setting"])
    let preview = await build("title: T\n") { $0.configuration.environment = "development" }
    #expect(preview.problems == [])
    let given = await build("title: T\n") { $0.configuration.baseURL = "https://example.com/p/" }
    #expect(given.problems == [])
    #expect(given["sitemap.xml"].contains("<loc>https://example.com/p/news/</loc>"))
  }

  @Test(arguments: [
    ("example.org", "invalid-base-url"), ("ftp://example.org/", "invalid-base-url"),
    ("https://", "invalid-base-url"), ("https://example.org/?x", "invalid-base-url"),
    ("http://localhost:8000/", "local-base-url"), ("http://127.0.0.1/", "local-base-url"),
  ])
  func `a base URL that no visitor can use is an error at its place`(url: String, rule: String)
    async
  {
    let build = await build("title: T\nbase_url: \(url)\n")
    #expect(build.rules == [rule])
    #expect(build.problems.first?.hasPrefix("site.yaml:2:11: error: '\(url)'") == true)
  }

  @Test func `an environment's file is read over the site's`() async {
    let files = [
      "environments/staging.yaml":
        "base_url: https://staging.example.org/\nextra: {b: 3, c: 4}\nmenu: [{label: B, url: /}]\n",
      "templates/home.html":
        "{{ site.title }} {{ site.base_url }} {{ site.extra.a }}{{ site.extra.b }}{{ site.extra.c }} {{ site.menu | length }}{{ site.menu[0].label }} {{ site.environment }}",
    ]
    let settings = minimum + "extra: {a: 1, b: 2}\nmenu: [{label: A, url: /}, {label: X, url: /}]\n"
    let build = await build(settings, files: files) { $0.configuration.environment = "staging" }
    #expect(build.problems == [])
    #expect(build["index.html"].hasPrefix("Test site https://staging.example.org"))
    #expect(build["index.html"].hasSuffix(" 134 1B staging"))
    #expect(build["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }

  @Test func `a problem of an environment's file is told at its place there`() async {
    let build = await build(
      minimum,
      files: ["environments/production.yaml": "# For visitors\nbase_url: localhost\ntilte: X\n"])
    #expect(
      build.problems == [
        "environments/production.yaml:2:11: error: 'localhost' is no base URL [invalid-base-url]",
        "environments/production.yaml:3:1: error: the configuration has no field 'tilte' [unknown-field]",
      ])
  }

  @Test func `an environment that has no file is an error unless it is a usual one`() async {
    let development = await build(minimum) { $0.configuration.environment = "development" }
    #expect(development["robots.txt"].contains("Disallow: /\n"))
    let misspelt = await build(minimum) { $0.configuration.environment = "stagnig" }
    #expect(misspelt.rules == ["unknown-environment"])
  }

  @Test
  func `a language without a funding statement is an error, and the site's own wording mends it`()
    async
  {
    let settings = minimum + "languages: [en, xx]\nfunding: {preset: cosme-2014"
    let missing = await build(settings + "}\n")
    #expect(
      missing.problems == [
        "site.yaml:4:10: error: no funding statement is known in the language 'xx' [missing-funding-text]"
      ])
    let given = await build(settings + ", statement: {xx: Yy zz}}\n")
    #expect(given.problems == [])
  }

  @Test func `a configuration that is no YAML is one error with its line`() async {
    let build = await build("title: D1.1: Plan\n")
    #expect(
      build.problems == [
        "site.yaml:1:12: error: a value with a colon and a space in it needs quotation marks [yaml-syntax]"
      ])
    #expect(build.result.failure == .configuration)
  }

  @Test func `a sub-path stands before every address in the theme that comes along`() async {
    var site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/proj/
      funding: {preset: cosme-2014}
      menu: [{label: News, url: /news/}]
      -- content/about.md --
      # About
      """)
    site.theme = TestSite.defaultTheme
    site.writePost("a", "tags: [one]\naliases: [/old/]")
    let build = await site.build()
    #expect(build.problems == [])
    for page in build.pages {
      for attribute in ["href=\"/", "src=\"/", "url=/"] {
        let addresses = build[page].ranges(of: attribute).map {
          build[page][$0.upperBound...].prefix(5)
        }
        #expect(addresses.allSatisfy { $0 == "proj/" }, "\(page): \(attribute)")
      }
    }
  }
}
