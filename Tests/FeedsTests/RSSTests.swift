import CivilTime
import Feeds
import Testing
import Text

@Suite struct RSSTests {
  @Test func `a feed begins with its declaration at the first byte`() throws {
    #expect(
      try emptyFeed().rss().text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss "))
  }

  @Test func `a feed without items names no build date`() throws {
    let text = try emptyFeed().rss().text
    #expect(!text.contains("lastBuildDate"))
    #expect(!text.contains("<item>"))
  }

  @Test func `a whole feed is written as expected`() throws {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"
        xmlns:atom="http://www.w3.org/2005/Atom"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>BRIGHT &#x26; friends</title>
          <link>https://bright.example/eu/</link>
          <description>News from &amp;lt;four&amp;gt; clusters</description>
          <language>en</language>
          <copyright>CC BY 4.0</copyright>
          <lastBuildDate>Wed, 01 Mar 2023 12:00:00 +0100</lastBuildDate>
          <generator>Brightpress 1.0</generator>
          <docs>https://www.rssboard.org/rss-specification</docs>
          <ttl>360</ttl>
          <atom:link href="https://bright.example/eu/feed.xml" rel="self" type="application/rss+xml"/>
          <item>
            <title>Study visit</title>
            <link>https://bright.example/eu/news/visit/</link>
            <guid isPermaLink="false">tag:bright.example,2023:visit</guid>
            <pubDate>Thu, 23 Feb 2023 12:00:00 +0100</pubDate>
            <dc:creator>Perrine Speybroek, Märt O'Neil</dc:creator>
            <category domain="https://bright.example/eu/ecosystems/">Health</category>
            <category>R&#x26;D</category>
            <description>Clusters &amp;amp; care: &amp;lt;what&amp;gt; we saw</description>
            <content:encoded>CONTENT</content:encoded>
            <enclosure url="https://bright.example/eu/news/visit/lead.jpg" length="48211" type="image/jpeg"/>
            <media:content url="https://bright.example/eu/news/visit/lead.jpg" type="image/jpeg" medium="image" width="1200" height="900">
              <media:description type="plain">Twelve people &#x26; a "lab"</media:description>
            </media:content>
          </item>
        </channel>
      </rss>

      """#
    let text = try fullFeed().rss().text
    let start = try #require(text.firstRange(of: "<content:encoded>")).upperBound
    let end = try #require(text.firstRange(of: "</content:encoded>")).lowerBound
    #expect(text.replacingCharacters(in: start..<end, with: "CONTENT") == expected)
  }

  @Test func `the whole text has its picture first, its source and the notices last`() throws {
    let expected = """
      <p><img src="https://bright.example/eu/news/visit/lead.jpg" \
      alt="Twelve people &amp; a &quot;lab&quot;" width="1200" height="900"></p>
      <p>See <a href="https://bright.example/eu/news/plan/?a=1&amp;b=2#x">the plan</a>\
      <sup><a href="https://bright.example/eu/news/visit/#fn1">1</a></sup></p>
      <p>Originally published at <a href="https://bright.example/eu/news/visit/">\
      https://bright.example/eu/news/visit/</a></p>
      <p>Funded by the European Union&#39;s programme.</p>
      """
    var escaped = Bytes()
    escaped.append(escapingXML: expected)
    let text = try fullFeed().rss().text
    #expect(text.contains("<content:encoded>" + escaped.text + "</content:encoded>"))
  }

  @Test func `a picture that the text shows already is not shown twice`() throws {
    var item = try plainItem()
    item.picture = try samplePicture()
    item.contentHTML = Bytes(#"<p><img src="lead.jpg" alt=""></p>"#.utf8)
    var feed = try emptyFeed()
    feed.items = [item]
    #expect(feed.rss().text.split(separator: "&lt;img").count == 2)
  }

  @Test func `a credit is shown with the picture`() throws {
    var item = try plainItem()
    var picture = try samplePicture()
    picture.credit = "Ada <L>"
    item.picture = picture
    var feed = try emptyFeed()
    feed.items = [item]
    let text = feed.rss().text
    #expect(text.contains("<media:credit>Ada &#x3C;L&#x3E;</media:credit>"))
    #expect(text.contains("&lt;figcaption&gt;Ada &amp;lt;L&amp;gt;&lt;/figcaption&gt;"))
  }

  @Test func `a document is the enclosure where there is no picture`() throws {
    var item = try #require(try fullFeed().items.first)
    item.picture = nil
    var feed = try emptyFeed()
    feed.items = [item]
    let text = feed.rss().text
    #expect(text.contains(#"report.pdf" length="12" type="application/pdf"/>"#))
    #expect(!text.contains("<media:content"))
  }

  @Test func `items are newest first and equal dates keep their order`() throws {
    var feed = try emptyFeed()
    feed.items = [
      try plainItem("a", month: 1, day: 1), try plainItem("b", month: 2, day: 2),
      try plainItem("c", month: 2, day: 2), try plainItem("d", month: 3, day: 1),
    ]
    let text = feed.rss().text
    let order = try ["d", "b", "c", "a"].map { id in
      try #require(text.firstRange(of: "<guid isPermaLink=\"false\">\(id)</guid>")).lowerBound
    }
    #expect(order == order.sorted())
  }

  @Test func `an item without authors has the feed's`() throws {
    var feed = try emptyFeed()
    feed.authors = ["BRIGHT"]
    feed.items = [try plainItem()]
    #expect(feed.rss().text.contains("<dc:creator>BRIGHT</dc:creator>"))
  }

  @Test func `what XML forbids never gets in`() throws {
    var item = try plainItem()
    item.title = "a\u{1}b\u{FFFE}c\u{B}d\te"
    item.summary = "a\u{1C}b"
    item.contentHTML = Bytes("<p>a\u{3}b\u{FFFF}c</p>".utf8) + [0xC3]
    var feed = try emptyFeed()
    feed.title = "x\u{0}y"
    feed.items = [item]
    let text = try #require(String(validating: feed.rss(), as: UTF8.self))
    #expect(text.contains("<title>abcd\te</title>"))
    #expect(text.contains("<title>xy</title>"))
    #expect(text.contains("<description>ab</description>"))
    #expect(text.contains("&lt;p&gt;abc&lt;/p&gt;\u{FFFD}"))
  }

  @Test func `a channel's picture repeats the channel's title and link`() throws {
    var feed = try emptyFeed()
    var picture = try samplePicture()
    feed.picture = picture
    #expect(!feed.rss().text.contains("<width>"))
    picture.size = FeedPictureSize(width: 144, height: 108)
    feed.picture = picture
    let text = feed.rss().text
    #expect(text.contains("<width>144</width>"))
    #expect(text.split(separator: "<title>BRIGHT &#x26; friends</title>").count == 3)
    #expect(text.split(separator: "<link>https://bright.example/eu/</link>").count == 3)
  }

  @Test func `equal feeds give equal bytes`() throws {
    #expect(try fullFeed().rss() == fullFeed().rss())
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
