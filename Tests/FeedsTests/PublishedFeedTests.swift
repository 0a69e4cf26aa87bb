import Feeds
import Testing
import Text

@Suite struct PublishedFeedTests {
  @Test(arguments: FeedFormat.allCases)
  func `a feed is read as it was written`(format: FeedFormat) throws {
    var item = try fullItem()
    item.title = "AT&T ]]> a < b é"
    let bytes = Bytes(try emptyFeed().with([item, try plainItem("b")]).text(format).utf8)
    let feed = try PublishedFeed(reading: bytes)
    #expect(feed.items.count == 2)
    #expect(feed.items[0].id == "tag:bright.example,2022:visit")
    #expect(feed.items[0].link == "https://bright.example/eu/news/visit/")
    #expect(feed.items[0].title == "AT&T ]]> a < b é")
    let isRSS = format == .rss || format == .fullTextRSS
    #expect(
      feed.items[0].published
        == (isRSS ? "Thu, 23 Feb 2023 12:00:00 +0100" : "2023-02-23T12:00:00+01:00"))
  }

  @Test func `feeds of other programs are read`() throws {
    let rss = """
      \u{FEFF}<!DOCTYPE rss [<!ENTITY a "b">]><!-- c --><rss version="2.0"><channel><title>C</title>
      <item><title><![CDATA[A & <b>]]> &amp; c</title><link> https://a.eu/1 </link>
      <source url='x'>S</source><media:group><title>no</title></media:group></item></channel></rss>
      """
    let feed = try PublishedFeed(reading: Bytes(rss.utf8))
    #expect(feed.items.count == 1)
    #expect(feed.items.first?.id == "https://a.eu/1")
    #expect(feed.items.first?.title == "A & <b> & c")
    let atom = """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id>
      <a:link rel="self" href="s"/><a:link href="https://a.eu/2"/></a:entry></a:feed>
      """
    let second = try PublishedFeed(reading: Bytes(atom.utf8)).items.first
    #expect(second?.id == "1")
    #expect(second?.link == "https://a.eu/2")
  }

  @Test(arguments: [
    "", "<html></html>", "{}", "[]", "<rss>", "<rss><item", "<rss><item a=1>", "<feed><!--",
    "{\"items\":", "<rss><![CDATA[",
  ])
  func `what is no feed is refused`(text: String) {
    #expect(throws: PublishedFeedError.self) { try PublishedFeed(reading: Bytes(text.utf8)) }
  }

  @Test func `no beginning of a feed traps`() throws {
    for format in FeedFormat.allCases {
      let bytes = Bytes(try fullFeed().text(format).utf8)
      for length in stride(from: 0, to: bytes.count, by: 7) {
        _ = try? PublishedFeed(reading: Bytes(bytes[..<length]))
      }
    }
  }
}
