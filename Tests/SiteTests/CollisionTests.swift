import Diagnostics
import Site
import Testing

/// Two things at one address, and addresses that are none.
@Suite struct CollisionTests {
  @Test func `a term that no file can be called after is told where it stands`() async {
    let site = TestSite()
    let long = String(repeating: "A long tag ", count: 20)
    site.writePost("a", "tags: [Health, \"\(long)\"]")
    site.writePost("b", "tags: [con]")
    let shown = long.prefix(59) + "…"
    #expect(
      await site.build().problems == [
        "content/posts/a.md:4:16: error: '\(shown)' is too long for 'tags': "
          + "its page would have an address of 219 bytes [invalid-term]",
        "content/posts/b.md:4:8: error: 'con' cannot stand in 'tags': "
          + "no file can be called 'con' on every system [invalid-term]",
      ])
  }

  @Test func `one slug twice is an error that names both files`() async {
    let site = TestSite()
    site.writePost("a", "slug: same")
    site.writePost("b", "slug: same")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/posts/b.md:4:7: error: 'content/posts/b.md' and 'content/posts/a.md' would both be at '/news/2023/same/' [duplicate-address]"
      ])
    #expect(build.result.diagnostics.first?.related.first?.location.path == "content/posts/a.md")
    #expect(build.files == [:])
  }

  @Test(arguments: [
    ("permalink: /x/A/", "permalink: /x/a/"), ("permalink: /x/\u{E9}/", "permalink: /x/e\u{301}/"),
    ("permalink: /x/", "permalink: /x/index.html"), ("permalink: /x", "permalink: /x/y/"),
    ("permalink: /X", "permalink: /x/y/"), ("slug: a", "aliases: [/news/2023/a/]"),
    ("aliases: [/old/]", "aliases: [/OLD]"), ("aliases: [/old/]", "aliases: [/old/index.html]"),
    ("permalink: /news/", ""), ("permalink: /", ""), ("permalink: /feed.xml", ""),
    ("permalink: /sitemap.xml", ""), ("permalink: /404.html", ""), ("aliases: [/]", ""),
    ("aliases: [/tags/]", ""), ("permalink: /robots.txt/x/", ""), ("permalink: /asset.txt", ""),
    ("permalink: /static.txt/a/", ""), ("slug: first\naliases: [/news/2023/first/]", ""),
  ])
  func `two things at one address are one error`(first: String, second: String) async {
    let site = TestSite("-- content/asset.txt --\na\n-- static/static.txt --\na\n")
    site.writePost("a", first)
    site.writePost("b", second)
    let build = await site.build()
    #expect(build.rules == ["duplicate-address"])
    // What the site generates has no place of its own.
    let places =
      [build.result.diagnostics[0].location] + build.result.diagnostics[0].related.map(\.location)
    #expect(!places.contains { $0.path == "site.yaml" })
    #expect(build.files == [:])
  }

  @Test func `a file of the site and an asset of one name collide`() async {
    let build = await TestSite("-- content/a.txt --\n1\n-- static/a.txt --\n2\n").build()
    #expect(build.rules == ["duplicate-address"])
  }

  @Test func `a draft takes no address away`() async {
    let site = TestSite()
    site.writePost("a", "slug: same\ndraft: true")
    site.writePost("b", "slug: same")
    let last = await site.build()
    #expect(last.problems == [])
  }

  @Test(arguments: [
    "../x", "..", "%2e%2e/x", "/etc/x", "a\\..\\b", "con", "CON.txt", "end.", "a b", "x?y", "x#y",
    "a/b", "a:b", "x/",
  ])
  func `a slug that is no part of an address is an error with a slug that is one`(
    slug: String
  ) async throws {
    let site = TestSite()
    site.writePost("a", "slug: '\(slug)'")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/posts/a.md:4:7: error: '\(slug)' cannot be the last part of an address [invalid-slug]"
      ])
    #expect(build.files == [:])
    // What it says to write works.
    let help = try #require(build.help("invalid-slug").first)
    let proposed = help.split(separator: "'").dropFirst().first.map(String.init)
    site.writePost("a", "slug: '\(try #require(proposed))'")
    let last = await site.build()
    #expect(last.problems == [])
  }

  @Test func `a slug that is too long or empty is an error`() async {
    let site = TestSite()
    site.writePost("a", "slug: \(String(repeating: "x", count: 300))")
    site.writePost("b", "slug: ''")
    let build = await site.build()
    #expect(build.rules == ["invalid-slug", "invalid-slug"])
    #expect(build.help("invalid-slug").allSatisfy { !$0.contains("''") && $0.count < 100 })
  }

  @Test func `a file name that is too long for an address is one error`() async {
    let site = TestSite()
    site.writePost(String(repeating: "x", count: 230))
    let last = await site.build()
    #expect(last.rules == ["invalid-address"])
  }

  @Test(arguments: [
    "/../x/", "/%2e%2e/x/", "/a/../../x/", "/a\\b/", "/con/", "/x./", "//evil.example/x/", "/a//b/",
    "/a b\u{0}/".replacing("\u{0}", with: "?"), "https://example.com/x",
  ])
  func `a permalink or an alias that leaves the site is an error`(path: String) async {
    for field in ["permalink: '\(path)'", "aliases: ['\(path)']"] {
      let site = TestSite()
      site.writePost("a", field)
      let build = await site.build()
      #expect(build.rules == ["invalid-address"])
      #expect(build.files == [:])
    }
  }

  @Test(arguments: ["content/con.txt", "content/a?.txt", "static/a:b.txt", "static/100%.txt"])
  func `a file that cannot be published says so`(path: String) async {
    let site = TestSite()
    site.write(path, "x")
    let build = await site.build()
    #expect(build.rules == ["invalid-file-name"])
    #expect(build.result.diagnostics.contains { $0.location.path == path })
  }

  @Test func `a symbolic link is refused and never followed`() async {
    let site = TestSite()
    site.fileSystem.addSymbolicLink(at: "\(TestSite.source)/content/passwd.txt")
    site.fileSystem.addSymbolicLink(at: "\(TestSite.source)/content/up")
    site.fileSystem.addSymbolicLink(at: "\(TestSite.source)/static/x")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/passwd.txt:1:1: error: 'content/passwd.txt' is a symbolic link, which could lead out of the site [symbolic-link]",
        "content/up:1:1: error: 'content/up' is a symbolic link, which could lead out of the site [symbolic-link]",
        "static/x:1:1: error: 'static/x' is a symbolic link, which could lead out of the site [symbolic-link]",
      ])
    #expect(build.files == [:])
  }

  @Test(arguments: ["/old/index.html/new/", "/feed.xml/new/", "/FEED.xml/a/b/"])
  func `a folder cannot have the name of a file`(alias: String) async {
    let site = TestSite()
    site.writePost("a", "permalink: /old/")
    site.writePost("b", "aliases: ['\(alias)']")
    let build = await site.build()
    #expect(build.rules == ["duplicate-address"])
    #expect(build.files == [:])
  }
}
