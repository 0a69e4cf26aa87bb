import CivilTime
import Feeds
import Testing
import Text

/// An address that is known to be one.
func address(_ text: String) throws -> WebAddress {
  try #require(WebAddress(text))
}

/// Noon in Stockholm on a day of 2023.
func noon(month: Int, day: Int) throws -> Timestamp {
  let date = try #require(CivilDate(year: 2023, month: month, day: day))
  let local = try #require(LocalDateTime(date: date, hour: 12, minute: 0, second: 0))
  return Timestamp(local: local, offsetSeconds: 3600)
}

/// A name under which the samples have identities.
func authority() throws -> TagAuthority {
  try #require(TagAuthority("bright.example,2022"))
}

/// A feed without items.
func emptyFeed() throws -> FeedDocument {
  FeedDocument(
    id: FeedIdentity(naming: "feed/en", authority: try authority()), title: "BRIGHT & friends",
    description: "News from <four> clusters", link: try address("https://bright.example/eu/"),
    language: "en")
}

extension FeedDocument {
  /// The feed in a format, as text.
  func text(_ format: FeedFormat = .rss) throws -> String {
    written(as: format, at: try address("https://bright.example/eu/" + format.fileName)).text
  }

  /// The feed with some items.
  func with(_ items: [FeedItem]) -> FeedDocument {
    var feed = self
    feed.items = items.map { PreparedFeedItem($0) }
    return feed
  }
}

/// The text of an item on its page.
func text(_ html: String, picture: FeedPicture? = nil, notices: [String] = []) throws
  -> SyndicatedText
{
  let page = try address("https://bright.example/eu/news/visit/")
  return SyndicatedText(
    html: Bytes(html.utf8), page: page, picture: picture,
    ending: SyndicatedEnding(label: "Originally published at", original: page, notices: notices))
}

/// An item with nothing but what every item has.
func plainItem(_ id: String = "tag:bright.example,2022:visit", month: Int = 2, day: Int = 23) throws
  -> FeedItem
{
  FeedItem(
    id: FeedIdentity(written: id, authority: try authority()), title: "Study visit",
    link: try address("https://bright.example/eu/news/visit/"), text: try text(""),
    published: try noon(month: month, day: day))
}

/// A picture of the size that partners prepare for the European Cluster Collaboration Platform.
func samplePicture() throws -> FeedPicture {
  FeedPicture(
    address: try address("https://bright.example/eu/news/visit/lead.jpg"), mediaType: "image/jpeg",
    byteCount: 48_211, size: FeedPictureSize(width: 1200, height: 900),
    alternativeText: "Twelve people & a \"lab\"")
}

/// An item that has everything an item can have.
func fullItem() throws -> FeedItem {
  var item = try plainItem()
  item.summary = "Clusters & care: <what> we saw"
  item.picture = try samplePicture()
  item.text = try text(
    ##"<p>See <a href="../plan/?a=1&amp;b=2#x">the plan</a><sup><a href="#fn1">1</a></sup></p>"##,
    picture: item.picture, notices: ["Funded by the European Union's programme."])
  item.updated = try noon(month: 3, day: 1)
  item.authors = ["Perrine Speybroek", "Märt O'Neil"]
  item.categories = [
    FeedCategory(name: "Health", domain: try address("https://bright.example/eu/ecosystems/")),
    FeedCategory(name: "R&D"),
  ]
  item.attachments = [
    FeedAttachment(
      address: try address("https://bright.example/eu/report.pdf"), title: "Report",
      mediaType: "application/pdf", byteCount: 12)
  ]
  return item
}

/// The feed with one item, which has everything an item can have.
func fullFeed() throws -> FeedDocument {
  var feed = try emptyFeed()
  feed.timeToLiveMinutes = 360
  feed.generator = "Brightpress 1.0"
  feed.copyright = "CC BY 4.0"
  feed.stylesheet = "/eu/feed.css"
  return feed.with([try fullItem()])
}
