public import CivilTime

/// One post, event or publication in a feed.
public struct FeedItem: Sendable, Hashable {
  /// What the item is known by for ever (RSS `guid`, Atom `id`).
  public var id: FeedIdentity
  /// The item's title, plain text.
  public var title: String
  /// The item's own page.
  public var link: WebAddress
  /// What the item says in a sentence or two, plain text; importers cut it at 300 characters.
  public var summary = ""
  /// The item's text with all that copies of it must carry.
  public var text: SyndicatedText
  /// When the item was published; a time that is past, or readers hide the item.
  public var published: Timestamp
  /// When the item was last changed, where that was after it was published.
  public var updated: Timestamp?
  /// Who wrote the item.
  public var authors: [String] = []
  /// What the item is filed under.
  public var categories: [FeedCategory] = []
  /// The picture that stands for the item.
  public var picture: FeedPicture?
  /// The documents that the item offers.
  public var attachments: [FeedAttachment] = []

  /// An item with what every item has; the rest is set afterwards.
  public init(
    id: FeedIdentity, title: String, link: WebAddress, text: SyndicatedText, published: Timestamp
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.text = text
    self.published = published
  }

  /// When the item last changed.
  var lastChange: Timestamp { max(updated ?? published, published) }
}
