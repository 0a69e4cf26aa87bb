import Feeds
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://bright.example", "https://bright.example/"),
    ("HTTP://Bright.Example:8080/A b", "http://bright.example:8080/A%20b"),
    ("https://x.eu?q=é", "https://x.eu/?q=%C3%A9"),
    ("https://x.eu/caf%C3%A9/100%/ž", "https://x.eu/caf%C3%A9/100%25/%C5%BE"),
    ("https://x.eu/#a|b", "https://x.eu/#a%7Cb"),
    ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
    ("https://Événement.eu/", "https://xn--vnement-9xab.eu/"),
    ("https://他们为什么不说中文.example/", "https://xn--ihqwcrb4cv8a8dqg056pqjye.example/"),
  ])
  func `an address comes out in ASCII`(written: String, expected: String) throws {
    #expect(try address(written).text == expected)
  }

  @Test(arguments: ["/", "/news/a/", "/é ž/", "/caf%C3%A9/100%/"])
  func `another path at the same host is an address as if written whole`(path: String) throws {
    let home = try address("https://bücher.example:8080/project/?q#f")
    let moved = home.replacingPath(by: path)
    #expect(moved == WebAddress("https://bücher.example:8080" + path))
  }

  @Test(arguments: [
    "", "/news/", "bright.example", "ftp://x.eu/", "https:/x.eu", "https://", "https:///a",
    "mailto:a@b.eu", "javascript:alert(1)", "https://a b.eu/", "//x.eu/",
  ])
  func `what is no web address is refused`(written: String) {
    #expect(WebAddress(written) == nil)
  }

  // The normal and abnormal examples of RFC 3986, sections 5.4.1 and 5.4.2.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/../x", "http://a/b/c/g#s/../x"), ("mailto:x@y.eu", "mailto:x@y.eu"),
    ("https://h/é", "https://h/%C3%A9"), (" g\n", "http://a/b/c/g"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"), ("g:h", "g:h"),
  ])
  func `a reference means what RFC 3986 says`(reference: String, expected: String) throws {
    #expect(try address("http://a/b/c/d;p?q").resolving(reference) == expected)
  }

  @Test func `a fragment of the page itself is not kept`() throws {
    let page = try address("https://x.eu/a/#top")
    #expect(page.resolving("#fn1") == "https://x.eu/a/#fn1")
    #expect(page.resolving("") == "https://x.eu/a/")
  }
}
