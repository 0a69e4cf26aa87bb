import Feeds
import Testing
import Text

@Suite struct JSONFeedTests {
  @Test func `a whole feed is written as expected`() throws {
    let expected = #"""
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "BRIGHT & friends",
        "home_page_url": "https://bright.example/eu/",
        "feed_url": "https://bright.example/eu/feed.json",
        "description": "News from <four> clusters",
        "language": "en",
        "authors": [{"name":"BRIGHT & friends"}],
        "items": [
          {
            "id": "tag:bright.example,2022:visit",
            "url": "https://bright.example/eu/news/visit/",
            "title": "Study visit",
            "content_html": "CONTENT",
            "summary": "Clusters & care: <what> we saw",
            "image": "https://bright.example/eu/news/visit/lead.jpg",
            "date_published": "2023-02-23T12:00:00+01:00",
            "date_modified": "2023-03-01T12:00:00+01:00",
            "authors": [{"name":"Perrine Speybroek"},{"name":"Märt O'Neil"}],
            "tags": ["Health","R&D"],
            "attachments": [{"url":"https://bright.example/eu/report.pdf","mime_type":"application/pdf","title":"Report","size_in_bytes":12}]
          }
        ]
      }

      """#
    let text = try fullFeed().text(.json)
    let start = try #require(text.firstRange(of: "\"content_html\": \"")).upperBound
    let end = try #require(text.firstRange(of: "\",\n      \"summary\"")).lowerBound
    #expect(String(text[..<start]) + "CONTENT" + text[end...] == expected)
  }

  @Test func `titles with quotation marks, backslashes and emoji stay JSON`() throws {
    var item = try plainItem()
    item.title = #"a "b" \ ]]> 🇪🇺 سلام"#
    let feed = try emptyFeed().with([item, try plainItem("b")]).text(.json)
    guard case .object(let members) = try JSONValue(reading: Bytes(feed.utf8)),
      case .list(let items)? = members.first(where: { $0.name == "items" })?.value,
      case .object(let first)? = items.first
    else {
      Issue.record("the feed is no object with items")
      return
    }
    #expect(items.count == 2)
    #expect(first.first { $0.name == "title" }?.value == .text(item.title))
  }

  @Test func `a feed without items is JSON too`() throws {
    #expect(throws: Never.self) {
      try JSONValue(reading: Bytes(try emptyFeed().text(.json).utf8))
    }
  }
}
