public import Text

/// All feeds of a site, for readers to import at once (OPML 2.0, opml.org/spec2.opml).
public struct FeedList: Sendable, Hashable {
  /// A feed in the list.
  public struct Entry: Sendable, Hashable {
    /// What the feed is called.
    public var title: String
    /// Where the feed is.
    public var address: WebAddress
    /// The page that the feed belongs to.
    public var page: WebAddress
    /// The format of the feed.
    public var format: FeedFormat
    /// The language of the feed (BCP 47).
    public var language: String

    /// A feed.
    public init(
      title: String, address: WebAddress, page: WebAddress, format: FeedFormat, language: String
    ) {
      self.title = title
      self.address = address
      self.page = page
      self.format = format
      self.language = language
    }
  }

  /// Feeds that belong together, such as those of all tags.
  public struct Group: Sendable, Hashable {
    /// What they have in common; empty for those that stand by themselves.
    public var title: String
    /// The feeds.
    public var entries: [Entry]

    /// A group.
    public init(title: String, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// What the list is called.
  public var title: String
  /// The feeds, in the order in which they are written.
  public var groups: [Group]

  /// A list of feeds.
  public init(title: String, groups: [Group]) {
    self.title = title
    self.groups = groups
  }

  /// The list as OPML 2.0.
  public func opml() -> Bytes {
    var xml = Bytes()
    xml.append(xmlDeclarationWith: nil)
    xml.append("<opml version=\"2.0\">\n  <head>\n")
    xml.append(element: "title", text: title, level: 2)
    xml.append("  </head>\n  <body>\n")
    for group in groups where !group.entries.isEmpty {
      guard !group.title.isEmpty else {
        for entry in group.entries { xml.append(outline: entry, level: 2) }
        continue
      }
      xml.append("    <outline")
      xml.append(attribute: "text", group.title)
      xml.append(">\n")
      for entry in group.entries { xml.append(outline: entry, level: 3) }
      xml.append("    </outline>\n")
    }
    xml.append("  </body>\n</opml>\n")
    return xml
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(outline entry: FeedList.Entry, level: Int) {
    append(indentation: level)
    append("<outline")
    append(attribute: "text", entry.title)
    append(attribute: "title", entry.title)
    // Every reader takes `rss` for any feed; the version says more, where it is RSS.
    append(attribute: "type", "rss")
    switch entry.format {
    case .rss, .fullTextRSS: append(attribute: "version", "RSS2")
    case .atom, .json: break
    }
    append(attribute: "xmlUrl", entry.address.text)
    append(attribute: "htmlUrl", entry.page.text)
    append(attribute: "language", entry.language)
    append("/>\n")
  }
}
