internal import CivilTime
internal import Text

/// An item written in the formats that its feeds have, but for what differs from feed to feed.
///
/// An item stands in the feeds of the site, its kind, its tags and its partner, each in several
/// formats: it is escaped once, and then copied.
public final class PreparedFeedItem: Sendable {
  let uri: String
  let published: Timestamp
  let lastChange: Timestamp
  let text: SyndicatedText
  let rssBeginning: Bytes
  let rssDescription: Bytes
  let rssEnd: Bytes
  let atomBeginning: Bytes
  let jsonBeginning: Bytes
  let jsonEnd: Bytes

  /// An item, to be written in some formats.
  public init(_ item: FeedItem, formats: [FeedFormat] = FeedFormat.allCases) {
    uri = item.id.uri
    published = item.published
    lastChange = item.lastChange
    text = item.text
    let hasRSS = formats.contains(.rss) || formats.contains(.fullTextRSS)
    rssBeginning = hasRSS ? item.rssBeginning : []
    rssDescription = formats.contains(.rss) ? item.rssDescription : []
    rssEnd = hasRSS ? item.rssEnd : []
    atomBeginning = formats.contains(.atom) ? item.atomBeginning : []
    jsonBeginning = formats.contains(.json) ? item.jsonBeginning : []
    jsonEnd = formats.contains(.json) ? item.jsonEnd : []
  }

  /// How much memory the item takes, about, and at most how much of a feed.
  public var byteCount: Int {
    256 + text.byteCount + rssBeginning.count + rssDescription.count + rssEnd.count
      + atomBeginning.count + jsonBeginning.count + jsonEnd.count
  }
}
