import CivilTime
import Testing

@testable import Site

@Suite struct SiteAddressTests {
  @Test(arguments: [
    ("/", "/", "index.html"), ("news/", "/news/", "news/index.html"),
    ("/feed.xml", "/feed.xml", "feed.xml"), ("/å/ä.html", "/å/ä.html", "å/ä.html"),
    ("/e\u{301}/", "/\u{E9}/", "\u{E9}/index.html"),
    ("/.well-known/a", "/.well-known/a", ".well-known/a"),
    ("/console/", "/console/", "console/index.html"), ("/a b/", "/a b/", "a b/index.html"),
  ])
  func `an address has a path and a file`(written: String, path: String, file: String) throws {
    let address = try #require(SiteAddress(written))
    #expect(address.path.utf8.elementsEqual(path.utf8))
    #expect(address.outputPath.utf8.elementsEqual(file.utf8))
  }

  @Test(arguments: [
    "../x", "/a/../x", "/..", "/.", "/./a", "%2e%2e/x", "/a%2Fb", "a\\..\\b", "/a//b",
    "//evil.org/x",
    "/con", "/CON.txt", "/a/nul/b", "/com1.html", "/dot./", "/space /x", "/a:b", "/a?b", "/a#b",
    "/a*b", "/a\"b", "/a<b", "/a|b", "/nul\u{0}byte", "/line\nbreak", "/\u{7F}",
    "/" + String(repeating: "x", count: 201),
  ])
  func `what could leave the folder or be no file name is no address`(written: String) {
    #expect(SiteAddress(written) == nil)
  }

  @Test func `two addresses that differ only in case collide`() {
    #expect(SiteAddress("/A/")?.collisionKey == SiteAddress("/a/")?.collisionKey)
    #expect(SiteAddress("/a/")?.collisionKey == SiteAddress("/a/index.html")?.collisionKey)
    #expect(SiteAddress("/a")?.collisionKey != SiteAddress("/a/")?.collisionKey)
  }

  @Test func `an address in a URL is percent-encoded UTF-8`() {
    #expect(SiteAddress("/å b/~x_1.html")?.encoded == "/%C3%A5%20b/~x_1.html")
  }

  @Test func `decoding takes back what encoding did, and refuses what is no text`() {
    #expect(percentDecoded("/%C3%A5%20b") == "/å b")
    #expect(percentDecoded("100%") == nil)
    #expect(percentDecoded("%zz") == nil)
    #expect(percentDecoded("%FF") == nil)
  }

  @Test func `something in a folder has the folder's address before its name`() {
    #expect(SiteAddress.home.appending("feed.xml").path == "/feed.xml")
    #expect(SiteAddress("/news/")?.appending("page/2/").path == "/news/page/2/")
    #expect(SiteAddress("/news")?.appending("").path == "/news/")
  }
}

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://bright.example", "https://bright.example", ""),
    ("https://bright.example/", "https://bright.example", ""),
    ("HTTPS://Bright.Example/", "https://bright.example", ""),
    ("https://host.example:8080/proj/", "https://host.example:8080", "/proj"),
    ("http://host.example/a/b", "http://host.example", "/a/b"),
    ("https://host.example/å/", "https://host.example", "/%C3%A5"),
  ])
  func `a base URL has an origin and a path`(written: String, origin: String, path: String) throws {
    let url = try #require(BaseURL(written))
    #expect(url.origin == origin)
    #expect(url.path == path)
  }

  @Test(arguments: [
    "", "bright.example", "//bright.example/", "ftp://bright.example/", "https://", "https:///x",
    "https://a b/", "https://host/?q", "https://host/#f", "https://user@host/", "https://host/../",
    "https://host/\"x", "javascript://host/",
  ])
  func `anything else is none`(written: String) {
    #expect(BaseURL(written) == nil)
  }

  @Test(arguments: ["http://localhost:8000/", "http://127.0.0.1/", "http://site.localhost/x"])
  func `this machine's own addresses are known`(written: String) {
    #expect(BaseURL(written)?.isLocal == true)
    #expect(BaseURL("https://localhost.example.org/")?.isLocal == false)
  }

  @Test func `the base path stands before every address`() throws {
    let url = try #require(BaseURL("https://host.example/proj/"))
    let address = try #require(SiteAddress("/news/"))
    #expect(url.relative(address) == "/proj/news/")
    #expect(url.absolute(address) == "https://host.example/proj/news/")
    #expect(url.relative(.home) == "/proj/")
  }
}

@Suite struct PermalinkPatternTests {
  private func expanded(
    _ pattern: String, slug: String = "kick-off", folders: [String] = []
  ) throws -> String {
    try PermalinkPattern(pattern).expanded(
      .init(date: CivilDate(year: 2023, month: 2, day: 3), slug: slug, folders: folders))
  }

  @Test func `tokens are replaced, numbers padded`() throws {
    #expect(try expanded("/news/:year/:month/:day/:slug/") == "/news/2023/02/03/kick-off/")
    #expect(try expanded("/:year-:month-:slug.html") == "/2023-02-kick-off.html")
    #expect(try expanded("news/:slug/") == "/news/kick-off/")
    #expect(try expanded("/docs/:path/", folders: ["a", "b"]) == "/docs/a/b/kick-off/")
  }

  @Test(arguments: [
    ("/news/:year/:slug/", "/news/"), ("/:path/", "/"), ("/a/b/:slug/", "/a/b/"),
    ("/a/post-:slug/", "/a/"),
  ])
  func `the folder of a pattern is what stands before its first token`(
    pattern: String, folder: String
  ) throws {
    #expect(try PermalinkPattern(pattern).folder == folder)
  }

  @Test func `a text that is no pattern says why`() {
    #expect(throws: PermalinkPattern.Failure.unknownToken(":titel")) {
      try PermalinkPattern("/:titel/:slug/")
    }
    #expect(throws: PermalinkPattern.Failure.noSlug) { try PermalinkPattern("/:year/") }
    #expect(throws: PermalinkPattern.Failure.invalidAddress) { try PermalinkPattern("/../:slug/") }
    #expect(throws: PermalinkPattern.Failure.invalidAddress) { try PermalinkPattern("/a?b/:slug/") }
  }
}
