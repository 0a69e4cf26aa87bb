import Feeds
import Testing

@Suite struct FeedIdentityTests {
  @Test(arguments: [
    ("bright.example", "bright.example,2026"), ("bright.example,2022", "bright.example,2022"),
    ("a@bright.example,2022-02-01", "a@bright.example,2022-02-01"),
  ])
  func `a domain or an address with a date is an authority`(written: String, expected: String) {
    #expect(TagAuthority(written)?.text == expected)
  }

  @Test(arguments: [
    "", "https://bright.example/", "Bright.Example", "bright.example,22", "bright..example",
    "bright.example,2022-1", "@bright.example", "a,2022,b", "-a.example", "é.example",
  ])
  func `anything else is none`(written: String) {
    #expect(TagAuthority(written) == nil)
  }

  @Test(arguments: [
    ("tag:a.eu,2022:x", "tag:a.eu,2022:x"), ("https://a.eu/?p=1", "https://a.eu/?p=1"),
    ("urn:uuid:1", "urn:uuid:1"), ("63a2e", "tag:bright.example,2022:63a2e"),
    ("https://a.eu/é", "https://a.eu/%C3%A9"), ("a b", "tag:bright.example,2022:a%20b"),
    ("17 at https://a.eu", "tag:bright.example,2022:17%20at%20https://a.eu"),
  ])
  func `a written identity stays itself, and is a URI for Atom`(written: String, uri: String) throws
  {
    let identity = FeedIdentity(written: written, authority: try authority())
    #expect(identity.text == written)
    #expect(identity.uri == uri)
  }

  @Test func `a given identity is a tag URI`() throws {
    let identity = FeedIdentity(naming: "2023-02-23/posts/é", authority: try authority())
    #expect(identity.text == "tag:bright.example,2022:2023-02-23/posts/%C3%A9")
    #expect(identity.uri == identity.text)
  }
}
