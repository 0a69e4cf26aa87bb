public import CivilTime
public import Text

/// One post, event or publication in a feed.
public struct FeedItem: Sendable, Hashable {
  /// What the item is known by for ever (RSS `guid`, Atom `id`), best a tag URI (RFC 4151).
  ///
  /// Never made from the title or the address: readers show an item whose identifier changed a
  /// second time, to everybody.
  public var id: String
  /// The item's title, plain text.
  public var title: String
  /// The item's own page.
  public var link: WebAddress
  /// What the item says in a sentence or two, plain text; importers cut it at 300 characters.
  public var summary = ""
  /// The item's text, as on its page: addresses in it may be relative.
  public var contentHTML = Bytes()
  /// When the item was published; a time that is past, or readers hide the item.
  public var published: Timestamp
  /// When the item was last changed, where that was after it was published.
  public var updated: Timestamp?
  /// Who wrote the item; where empty, the feed's own authors did.
  public var authors: [String] = []
  /// What the item is filed under.
  public var categories: [FeedCategory] = []
  /// The picture that stands for the item.
  public var picture: FeedPicture?
  /// The documents that the item offers.
  public var attachments: [FeedAttachment] = []
  /// The item's language (BCP 47), where it is not the feed's.
  public var language: String?

  /// An item with what every item has; the rest is set afterwards.
  public init(id: String, title: String, link: WebAddress, published: Timestamp) {
    self.id = id
    self.title = title
    self.link = link
    self.published = published
  }

  /// When the item last changed.
  var lastChange: Timestamp { max(updated ?? published, published) }
}
