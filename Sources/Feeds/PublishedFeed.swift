public import Text

/// A feed as subscribers have it: what they know its items by.
///
/// Read from a file of any program, so that a site that moves to this one can be compared too.
public struct PublishedFeed: Sendable, Hashable {
  /// An item in a published feed.
  public struct Item: Sendable, Hashable {
    /// What readers know the item by: RSS's `guid` or else its link, Atom's and JSON Feed's `id`.
    public var id: String
    /// The item's page.
    public var link: String
    /// The item's title, plain text.
    public var title: String
    /// When the item was published, as it is written.
    public var published: String
  }

  /// The format that the feed is in.
  public var format: FeedFormat
  /// The page that the feed belongs to; empty where it names none.
  public var page: String
  /// The items in their order.
  public var items: [Item]

  /// A feed read from a file's bytes.
  ///
  /// - Throws: what is wrong where the bytes are no RSS, Atom or JSON Feed.
  public init(reading bytes: Bytes) throws(PublishedFeedError) {
    let start = bytes.first { !$0.isASCIIWhitespace && ![0xEF, 0xBB, 0xBF].contains($0) }
    if start == UInt8(ascii: "{") {
      self = try PublishedFeed.jsonFeed(bytes)
    } else {
      self = try PublishedFeed.xmlFeed(bytes)
    }
  }

  private init(format: FeedFormat, page: String = "", items: [Item] = []) {
    self.format = format
    self.page = page
    self.items = items
  }

  // MARK: JSON Feed

  private static func jsonFeed(_ bytes: Bytes) throws(PublishedFeedError) -> PublishedFeed {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONValue(reading: bytes)
    } catch {
      throw .malformed(error.message)
    }
    guard case .list(let values)? = root.member("items") else { throw .noFeed }
    let items = values.map { value in
      Item(
        id: value.member("id")?.plainText ?? "", link: value.member("url")?.plainText ?? "",
        title: value.member("title")?.plainText ?? "",
        published: value.member("date_published")?.plainText ?? "")
    }
    return PublishedFeed(
      format: .json, page: root.member("home_page_url")?.plainText ?? "", items: items)
  }

  // MARK: XML

  private static func xmlFeed(_ bytes: Bytes) throws(PublishedFeedError) -> PublishedFeed {
    var reader = XMLReader(bytes: bytes)
    var path: [String] = []
    var feed: PublishedFeed?
    var item: Item?
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes):
        path.append(name)
        if path.count == 1 {
          guard let format = format(ofRoot: name) else { throw .noFeed }
          feed = PublishedFeed(format: format)
        } else if name == "item" || name == "entry" {
          item = Item(id: "", link: "", title: "", published: "")
        } else if name == "link", attributes["rel"] ?? "alternate" == "alternate",
          let address = attributes["href"]
        {
          if path.dropLast().last == "entry" { item?.link = address }
          if path == ["feed", "link"] { feed?.page = address }
        }
      case .text(let text):
        item?.add(text, path)
        if path.suffix(2) == ["channel", "link"] { feed?.page += text }
      case .end:
        if let finished = item, path.last == "item" || path.last == "entry" {
          feed?.items.append(finished.trimmed)
          item = nil
        }
        path.removeLast()
      }
    }
    guard var feed else { throw .noFeed }
    guard path.isEmpty else { throw .malformed("the file ends within an element") }
    feed.page = feed.page.trimmed
    return feed
  }

  private static func format(ofRoot name: String) -> FeedFormat? {
    switch name {
    case "rss", "rdf:RDF": .rss
    case "feed": .atom
    default: nil
    }
  }
}

extension PublishedFeed.Item {
  /// Adds a piece of an element's text.
  fileprivate mutating func add(_ text: String, _ path: [String]) {
    guard path.dropLast().last == "item" || path.dropLast().last == "entry" else { return }
    switch path.last {
    case "guid", "id": id += text
    case "link": link += text
    case "title": title += text
    case "pubDate", "published", "dc:date": published += text
    default: break
    }
  }

  /// The item without the white space around its values; RSS without a `guid` has its link for one.
  fileprivate var trimmed: PublishedFeed.Item {
    let (id, link) = (id.trimmed, link.trimmed)
    return PublishedFeed.Item(
      id: id.isEmpty ? link : id, link: link, title: title.trimmed, published: published.trimmed)
  }
}

extension String {
  fileprivate var trimmed: String { Bytes(utf8)[...].trimmingASCIIWhitespace.text }
}

/// Why a file is no feed that can be read.
public enum PublishedFeedError: Error, Sendable, Hashable {
  /// The file is neither RSS nor Atom nor JSON Feed.
  case noFeed
  /// The file begins like a feed, and is broken.
  case malformed(String)
}

extension JSONValue {
  fileprivate func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  fileprivate var plainText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .decimal(let digits): digits
    case .null, .bool, .list, .object: nil
    }
  }
}
