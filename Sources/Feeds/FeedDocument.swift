internal import CivilTime

/// A feed before it is written in one format or another.
public struct FeedDocument: Sendable {
  /// What the feed is known by for ever, in Atom.
  public var id: FeedIdentity
  /// What the feed is called, plain text.
  public var title: String
  /// What the feed is about, plain text.
  public var description: String
  /// The page that the feed belongs to.
  public var link: WebAddress
  /// The language of the feed (BCP 47), such as `en`.
  public var language: String
  /// How many minutes a reader may wait before it asks again.
  public var timeToLiveMinutes: Int?
  /// The program that wrote the feed.
  public var generator: String?
  /// Who may do what with the contents.
  public var copyright: String?
  /// A picture that stands for the feed.
  public var picture: FeedPicture?
  /// The style sheet with which a browser shows the feed to a person, as an address or a path.
  public var stylesheet: String?
  /// Who publishes the feed, where that is not what it is called.
  public var authors: [String] = []
  /// The items; they are written newest first, whatever their order here.
  public var items: [PreparedFeedItem] = []

  /// A feed with what every feed has; the rest is set afterwards.
  public init(
    id: FeedIdentity, title: String, description: String, link: WebAddress, language: String
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.link = link
    self.language = language
  }

  /// The feed in a format, as it is served under an address.
  ///
  /// Equal feeds give equal bytes: no time of a build, and nothing of a machine, is in them.
  public func written(as format: FeedFormat, at address: WebAddress) -> [UInt8] {
    switch format {
    case .rss: rss(at: address, isFullTextInDescription: false)
    case .fullTextRSS: rss(at: address, isFullTextInDescription: true)
    case .atom: atom(at: address)
    case .json: json(at: address)
    }
  }

  /// How many bytes the feed takes, about: items, and what is around them.
  var byteCount: Int { items.reduce(4096) { $0 + $1.byteCount } }

  /// When the newest item last changed; nil where there are no items.
  ///
  /// The time of a build is never in a feed, so that nothing changes where no content did.
  var updated: Timestamp? { items.map(\.lastChange).max() }

  /// The items, newest first, in a stable order.
  ///
  /// Programs that post automatically look only at items newer than the newest they have seen.
  var itemsNewestFirst: [PreparedFeedItem] {
    items.enumerated()
      .sorted { ($1.element.published, $0.offset) < ($0.element.published, $1.offset) }
      .map(\.element)
  }
}
