private import Synchronization
internal import Templates

/// What pages say about feeds in their heads: the same on ten thousand pages, so made once.
final class FeedLinkStore: Sendable {
  /// The links to a feed in its formats, with what they were made from.
  struct Entry: Sendable {
    let links: [TemplateValue]
    let reads: [PlanFact]
  }

  private let entries = Mutex<[SiteFeed: Entry]>([:])

  /// The links to a feed, where they were made.
  subscript(feed: SiteFeed) -> Entry? {
    get { entries.withLock { $0[feed] } }
    set { entries.withLock { $0[feed] = newValue } }
  }
}
