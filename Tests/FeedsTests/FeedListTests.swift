import Feeds
import Testing
import Text

@Suite struct FeedListTests {
  private func entry(_ title: String, _ path: String, _ format: FeedFormat = .rss) throws
    -> FeedList.Entry
  {
    FeedList.Entry(
      title: title, address: try address("https://x.eu/\(path)\(format.fileName)"),
      page: try address("https://x.eu/\(path)"), format: format, language: "en")
  }

  @Test func `a list has single feeds and groups`() throws {
    let list = FeedList(
      title: "A & B",
      groups: [
        FeedList.Group(title: "", entries: [try entry("All \"news\"", "")]),
        FeedList.Group(title: "Tags", entries: [try entry("R&D", "r/", .atom)]),
        FeedList.Group(title: "None", entries: []),
      ])
    #expect(
      list.opml().text == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
          <head>
            <title>A &#x26; B</title>
          </head>
          <body>
            <outline text="All &quot;news&quot;" title="All &quot;news&quot;" type="rss" version="RSS2" xmlUrl="https://x.eu/feed.xml" htmlUrl="https://x.eu/" language="en"/>
            <outline text="Tags">
              <outline text="R&amp;D" title="R&amp;D" type="rss" xmlUrl="https://x.eu/r/atom.xml" htmlUrl="https://x.eu/r/" language="en"/>
            </outline>
          </body>
        </opml>

        """#)
  }
}

@Suite struct FeedStylesheetTests {
  @Test func `an explanation cannot end its string`() {
    let css = FeedStylesheet.css(explanation: "say \"a\\\"\nnext").text
    #expect(css.contains(#"content: "say \"a\\\" next";"#))
  }
}
