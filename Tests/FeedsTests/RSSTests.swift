import CivilTime
import Feeds
import Testing
import Text

@Suite struct RSSTests {
  @Test func `a feed begins at the first byte`() throws {
    #expect(
      try emptyFeed().text().hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss "))
  }

  @Test func `a feed without items names no build date`() throws {
    let text = try emptyFeed().text()
    #expect(!text.contains("lastBuildDate"))
    #expect(!text.contains("<item>"))
  }

  @Test func `a whole feed is written as expected`() throws {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <?xml-stylesheet type="text/css" href="/eu/feed.css"?>
      <rss version="2.0"
        xmlns:atom="http://www.w3.org/2005/Atom"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>BRIGHT &#x26; friends</title>
          <link>https://bright.example/eu/</link>
          <description>News from &#x3C;four&#x3E; clusters</description>
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
            <guid isPermaLink="false">tag:bright.example,2022:visit</guid>
            <pubDate>Thu, 23 Feb 2023 12:00:00 +0100</pubDate>
            <dc:creator>Perrine Speybroek, Märt O'Neil</dc:creator>
            <category domain="https://bright.example/eu/ecosystems/">Health</category>
            <category>R&#x26;D</category>
            <description>Clusters &amp;amp; care: &amp;lt;what&amp;gt; we saw</description>
            <content:encoded>CONTENT</content:encoded>
            <enclosure url="https://bright.example/eu/news/visit/lead.jpg" length="48211" type="image/jpeg"/>
            <media:content url="https://bright.example/eu/news/visit/lead.jpg" type="image/jpeg" medium="image" fileSize="48211" width="1200" height="900">
              <media:description type="plain">Twelve people &#x26; a "lab"</media:description>
            </media:content>
          </item>
        </channel>
      </rss>

      """#
    let text = try fullFeed().text()
    let start = try #require(text.firstRange(of: "<content:encoded>")).upperBound
    let end = try #require(text.firstRange(of: "</content:encoded>")).lowerBound
    #expect(text.replacingCharacters(in: start..<end, with: "CONTENT") == expected)
  }

  private let wholeText = """
    <p><img src="https://bright.example/eu/news/visit/lead.jpg" \
    alt="Twelve people &amp; a &quot;lab&quot;" width="1200" height="900"></p>
    <p>See <a href="https://bright.example/eu/news/plan/?a=1&amp;b=2#x">the plan</a>\
    <sup><a href="https://bright.example/eu/news/visit/#fn1">1</a></sup></p>
    <p>Originally published at <a href="https://bright.example/eu/news/visit/">\
    https://bright.example/eu/news/visit/</a></p>
    <p>Funded by the European Union&#39;s programme.</p>
    """

  @Test func `the whole text has its picture first, its source and the notices last`() throws {
    var escaped = Bytes()
    escaped.append(escapingXML: wholeText)
    let text = try fullFeed().text()
    #expect(text.contains("<content:encoded>" + escaped.text + "</content:encoded>"))
  }

  @Test func `the full-text variant has the whole text as its description, and no other`() throws {
    var escaped = Bytes()
    escaped.append(escapingXML: wholeText)
    let text = try fullFeed().text(.fullTextRSS)
    #expect(text.contains("<description>" + escaped.text + "</description>"))
    #expect(!text.contains("<content:encoded>"))
    #expect(text.contains(#"href="https://bright.example/eu/feed-full.xml" rel="self""#))
  }

  @Test func `a picture that the text shows already is not shown twice`() throws {
    var item = try plainItem()
    item.picture = try samplePicture()
    item.text = try text(#"<p><img src="lead.jpg" alt=""></p>"#, picture: item.picture)
    #expect(try emptyFeed().with([item]).text().split(separator: "&lt;img").count == 2)
  }

  @Test func `a credit is shown with the picture`() throws {
    var item = try plainItem()
    var picture = try samplePicture()
    picture.credit = "Ada <L>"
    item.picture = picture
    item.text = try text("", picture: picture)
    let text = try emptyFeed().with([item]).text()
    #expect(text.contains("<media:credit>Ada &#x3C;L&#x3E;</media:credit>"))
    #expect(text.contains("&lt;figcaption&gt;Ada &amp;lt;L&amp;gt;&lt;/figcaption&gt;"))
  }

  @Test func `a document is the enclosure where there is no picture`() throws {
    var item = try fullItem()
    item.picture = nil
    let text = try emptyFeed().with([item]).text()
    #expect(text.contains(#"report.pdf" length="12" type="application/pdf"/>"#))
    #expect(!text.contains("<media:content"))
  }

  @Test func `items are newest first and equal dates keep their order`() throws {
    let feed = try emptyFeed().with([
      try plainItem("a", month: 1, day: 1), try plainItem("b", month: 2, day: 2),
      try plainItem("c", month: 2, day: 2), try plainItem("d", month: 3, day: 1),
    ])
    let text = try feed.text()
    let order = try ["d", "b", "c", "a"].map { id in
      try #require(text.firstRange(of: "<guid isPermaLink=\"false\">\(id)</guid>")).lowerBound
    }
    #expect(order == order.sorted())
  }

  @Test func `what XML forbids and what validators warn of never gets in`() throws {
    var item = try plainItem()
    item.title = "a\u{1}b\u{FFFE}c\u{B}d\te\u{85}\u{7F}\u{FFFD}"
    item.summary = "a\u{1C}b"
    item.text = try text("<p>a\u{3}b\u{FFFF}c\u{9F}é</p>")
    var feed = try emptyFeed()
    feed.title = "x\u{0}y"
    for format in FeedFormat.allCases {
      let text = try feed.with([item]).text(format)
      for scalar in text.unicodeScalars {
        #expect(scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value)))
        #expect(!(0xFFFD...0xFFFF ~= scalar.value))
      }
      #expect(text.contains("abcd e"))
      #expect(text.contains("xy"))
      #expect(text.contains("abcé"))
    }
  }

  @Test func `a title is one line`() throws {
    var item = try plainItem()
    item.title = "a\r\n  b"
    #expect(try emptyFeed().with([item]).text().contains("<title>a b</title>"))
  }

  @Test func `a channel's picture repeats the channel's title and link`() throws {
    var feed = try emptyFeed()
    var picture = try samplePicture()
    feed.picture = picture
    #expect(try !feed.text().contains("<image>"))
    picture.size = FeedPictureSize(width: 144, height: 108)
    feed.picture = picture
    let text = try feed.text()
    #expect(text.contains("<width>144</width>"))
    #expect(text.split(separator: "<title>BRIGHT &#x26; friends</title>").count == 3)
    #expect(text.split(separator: "<link>https://bright.example/eu/</link>").count == 3)
    picture.mediaType = "image/svg+xml"
    feed.picture = picture
    #expect(try !feed.text().contains("<image>"))
  }

  @Test func `a zone of odd minutes is written in UTC`() throws {
    var item = try plainItem()
    let date = item.published
    item.published = Timestamp(secondsSinceEpoch: date.secondsSinceEpoch, offsetSeconds: 20_700)
    #expect(
      try emptyFeed().with([item]).text().contains(
        "<pubDate>Thu, 23 Feb 2023 11:00:00 +0000</pubDate>"))
  }

  @Test func `equal feeds give equal bytes`() throws {
    for format in FeedFormat.allCases {
      #expect(try fullFeed().text(format) == fullFeed().text(format))
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
