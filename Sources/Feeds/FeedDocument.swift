public import CivilTime

/// A feed before it is written in one format or another.
public struct FeedDocument: Sendable, Hashable {
  /// What the feed is called, plain text.
  public var title: String
  /// What the feed is about, plain text.
  public var description: String
  /// The page that the feed belongs to.
  public var link: WebAddress
  /// Where the feed itself is served.
  public var selfAddress: WebAddress
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
  /// Who wrote the items that name nobody.
  public var authors: [String] = []
  /// The words before the link to an item's own page, such as `Originally published at`.
  ///
  /// Where they are given, every item's text ends with that link, so that copies lead back.
  public var originLabel: String?
  /// Plain paragraphs that end every item's text: the funding statement and the disclaimer, which
  /// syndicated copies must carry too.
  public var notices: [String] = []
  /// The items; they are written newest first, whatever their order here.
  public var items: [FeedItem] = []

  /// A feed with what every feed has; the rest is set afterwards.
  public init(
    title: String, description: String, link: WebAddress, selfAddress: WebAddress, language: String
  ) {
    self.title = title
    self.description = description
    self.link = link
    self.selfAddress = selfAddress
    self.language = language
  }

  /// When the newest item last changed; nil where there are no items.
  ///
  /// The time of a build is never in a feed, so that nothing changes where no content did.
  public var updated: Timestamp? { items.map(\.lastChange).max() }

  /// The items, newest first, in a stable order.
  ///
  /// Programs that post automatically look only at items newer than the newest they have seen.
  var itemsNewestFirst: [FeedItem] {
    items.enumerated()
      .sorted { ($1.element.published, $0.offset) < ($0.element.published, $1.offset) }
      .map(\.element)
  }
}
