internal import Feeds

/// A feed of the site: what it is about, in a language.
struct SiteFeed: Sendable, Hashable {
  /// What a feed is about.
  enum Topic: Sendable, Hashable {
    /// The whole site.
    case site
    /// A kind, by its index.
    case kind(Int)
    /// A term of a taxonomy, by their indices.
    case term(taxonomy: Int, term: Int)
    /// What comes from a partner, by the partner's item.
    case partner(Int)
  }

  let topic: Topic
  let language: Int

  init(_ topic: Topic, _ language: Int) {
    self.topic = topic
    self.language = language
  }

  /// The formats in which the feed is written, of those that the site writes.
  ///
  /// Nobody imports a tag whole: what is for importers alone would only double the files of a site
  /// with many tags.
  func formats(_ configured: [FeedFormat]) -> [FeedFormat] {
    switch topic {
    case .site, .kind, .partner: configured
    case .term: configured.filter { $0 != .fullTextRSS }
    }
  }
}

/// The feeds of a site, each with its newest items.
struct SiteFeeds: Sendable {
  /// The feeds in the order in which lists show them: the site's, those of kinds, of partners and of
  /// terms.
  let all: [SiteFeed]
  /// The items of each feed, newest first.
  let items: [SiteFeed: [Int]]
  /// The items that any feed has.
  let members: Set<Int>

  init(_ feeds: [(feed: SiteFeed, items: [Int])]) {
    all = feeds.map(\.feed)
    items = Dictionary(uniqueKeysWithValues: feeds.map { ($0.feed, $0.items) })
    members = feeds.reduce(into: []) { $0.formUnion($1.items) }
  }
}
