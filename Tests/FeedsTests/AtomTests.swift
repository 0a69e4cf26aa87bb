import CivilTime
import Feeds
import Testing
import Text

@Suite struct AtomTests {
  @Test func `a whole feed is written as expected`() throws {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <?xml-stylesheet type="text/css" href="/eu/feed.css"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>BRIGHT &#x26; friends</title>
        <subtitle>News from &#x3C;four&#x3E; clusters</subtitle>
        <link rel="self" type="application/atom+xml" href="https://bright.example/eu/atom.xml"/>
        <link rel="alternate" type="text/html" href="https://bright.example/eu/"/>
        <id>tag:bright.example,2022:feed/en</id>
        <updated>2023-03-01T12:00:00+01:00</updated>
        <author><name>BRIGHT &#x26; friends</name></author>
        <rights>CC BY 4.0</rights>
        <generator>Brightpress 1.0</generator>
        <entry>
          <title>Study visit</title>
          <link rel="alternate" type="text/html" href="https://bright.example/eu/news/visit/"/>
          <id>tag:bright.example,2022:visit</id>
          <published>2023-02-23T12:00:00+01:00</published>
          <author><name>Perrine Speybroek</name></author>
          <author><name>Märt O'Neil</name></author>
          <category term="Health" scheme="https://bright.example/eu/ecosystems/"/>
          <category term="R&amp;D"/>
          <link rel="enclosure" type="image/jpeg" href="https://bright.example/eu/news/visit/lead.jpg" length="48211" title="Twelve people &amp; a &quot;lab&quot;"/>
          <link rel="enclosure" type="application/pdf" href="https://bright.example/eu/report.pdf" length="12" title="Report"/>
          <summary>Clusters &#x26; care: &#x3C;what&#x3E; we saw</summary>
          <updated>2023-03-01T12:00:00+01:00</updated>
          <content type="html">CONTENT</content>
        </entry>
      </feed>

      """#
    let text = try fullFeed().text(.atom)
    let start = try #require(text.firstRange(of: "<content type=\"html\">")).upperBound
    let end = try #require(text.firstRange(of: "</content>")).lowerBound
    #expect(String(text[..<start]) + "CONTENT" + text[end...] == expected)
  }

  @Test func `an identity that is no URI becomes one`() throws {
    let text = try emptyFeed().with([try plainItem("kick off #1")]).text(.atom)
    #expect(text.contains("<id>tag:bright.example,2022:kick%20off%20%231</id>"))
  }

  @Test func `a feed without items has a date that no build changes`() throws {
    #expect(
      try emptyFeed().text(.atom).contains("<updated>2000-01-01T00:00:00+00:00</updated>"))
  }

  /// The dates of changes in an Atom feed, the feed's own first.
  private func changes(_ items: [FeedItem]) throws -> [String] {
    try emptyFeed().with(items).text(.atom).split(separator: "<updated>").dropFirst()
      .map { String($0.prefix { $0 != "<" }) }
  }

  @Test func `no two entries changed at the same moment`() throws {
    var items = try (0..<40).map { try plainItem("id-\($0)") }
    let day = try #require(CivilDate(year: 2023, month: 2, day: 23))
    for index in items.indices where index % 2 == 0 {
      items[index].published = Timestamp(
        local: LocalDateTime(startOf: day), offsetSeconds: 3600, isDateOnly: true)
    }
    let found = try changes(items)
    #expect(Set(found.dropFirst()).count == 40)
    #expect(found.first == found.dropFirst().max())
  }

  @Test func `the moment of a day stays what it is when another entry comes`() throws {
    let day = try #require(CivilDate(year: 2023, month: 2, day: 23))
    let items = try ["a", "b"].map { id in
      var item = try plainItem(id)
      item.published = Timestamp(
        local: LocalDateTime(startOf: day), offsetSeconds: 0, isDateOnly: true)
      return item
    }
    let alone = try #require(try changes([items[0]]).last)
    #expect(try changes(items).contains(alone))
    #expect(alone.hasPrefix("2023-02-23T00:0"))
  }
}
