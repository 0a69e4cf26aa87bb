internal import CivilTime
public import Text

extension FeedDocument {
  /// The feed as RSS 2.0, after the RSS Advisory Board's Best Practices Profile.
  ///
  /// Written for what consumers really read: `dc:creator` and no `author` (WordPress shows an empty
  /// name otherwise), the summary in `description` before the whole text in `content:encoded`, one
  /// enclosure an item, and no Atom elements inside items. Everything is escaped, nothing is CDATA.
  /// Equal feeds give equal bytes.
  public func rss() -> Bytes {
    var xml = Bytes()
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
    for (prefix, namespace) in rssNamespaces {
      xml.append("\n  xmlns:\(prefix)=\"\(namespace)\"")
    }
    xml.append(">\n  <channel>\n")
    append(channelTo: &xml)
    for item in itemsNewestFirst { append(item, to: &xml) }
    xml.append("  </channel>\n</rss>\n")
    return xml
  }
}

private let rssNamespaces = [
  ("atom", "http://www.w3.org/2005/Atom"),
  ("content", "http://purl.org/rss/1.0/modules/content/"),
  ("dc", "http://purl.org/dc/elements/1.1/"),
  ("media", "http://search.yahoo.com/mrss/"),
]

extension FeedDocument {
  private func append(channelTo xml: inout Bytes) {
    xml.append(element: "title", text: title, level: 2)
    xml.append(element: "link", address: link, level: 2)
    xml.append(element: "description", html: description.asHTML, level: 2)
    xml.append(element: "language", text: language, level: 2)
    if let copyright { xml.append(element: "copyright", text: copyright, level: 2) }
    if let updated { xml.append(element: "lastBuildDate", text: updated.rfc822, level: 2) }
    if let generator { xml.append(element: "generator", text: generator, level: 2) }
    xml.append(element: "docs", text: "https://www.rssboard.org/rss-specification", level: 2)
    if let timeToLiveMinutes, timeToLiveMinutes > 0 {
      xml.append(element: "ttl", text: String(timeToLiveMinutes), level: 2)
    }
    xml.append("    <atom:link")
    xml.append(attribute: "href", selfAddress.text)
    xml.append(" rel=\"self\" type=\"application/rss+xml\"/>\n")
    if let picture { append(channelPicture: picture, to: &xml) }
  }

  /// The channel's picture; its title and link have to be the channel's own.
  private func append(channelPicture picture: FeedPicture, to xml: inout Bytes) {
    xml.append("    <image>\n")
    xml.append(element: "url", address: picture.address, level: 3)
    xml.append(element: "title", text: title, level: 3)
    xml.append(element: "link", address: link, level: 3)
    // RSS knows no larger picture; without numbers, a reader scales it to its own place.
    if let size = picture.size, 1...144 ~= size.width, 1...400 ~= size.height {
      xml.append(element: "width", text: String(size.width), level: 3)
      xml.append(element: "height", text: String(size.height), level: 3)
    }
    xml.append("    </image>\n")
  }

  private func append(_ item: FeedItem, to xml: inout Bytes) {
    xml.append("    <item>\n")
    xml.append(element: "title", text: item.title, level: 3)
    xml.append(element: "link", address: item.link, level: 3)
    xml.append("      <guid isPermaLink=\"false\">")
    xml.append(plainText: item.id)
    xml.append("</guid>\n")
    xml.append(element: "pubDate", text: item.published.rfc822, level: 3)
    let authors = item.authors.isEmpty ? self.authors : item.authors
    if !authors.isEmpty {
      xml.append(element: "dc:creator", text: authors.joined(separator: ", "), level: 3)
    }
    for category in item.categories { xml.append(category) }
    xml.append(element: "description", html: item.summary.asHTML, level: 3)
    xml.append(element: "content:encoded", html: syndicatedHTML(of: item), level: 3)
    xml.append(enclosureOf: item)
    if let picture = item.picture { xml.append(media: picture) }
    xml.append("    </item>\n")
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(_ category: FeedCategory) {
    append("      <category")
    if let domain = category.domain { append(attribute: "domain", domain.text) }
    append(">")
    append(plainText: category.name)
    append("</category>\n")
  }

  /// Appends the one enclosure that RSS allows: the picture, or else the first document.
  ///
  /// The picture comes before a document because importers take the first enclosure for it.
  fileprivate mutating func append(enclosureOf item: FeedItem) {
    if let picture = item.picture {
      append(enclosure: picture.address, picture.mediaType, byteCount: picture.byteCount)
    } else if let document = item.attachments.first {
      append(enclosure: document.address, document.mediaType, byteCount: document.byteCount)
    }
  }

  private mutating func append(
    enclosure address: WebAddress, _ mediaType: String, byteCount: Int
  ) {
    append("      <enclosure")
    append(attribute: "url", address.text)
    append(attribute: "length", String(byteCount))
    append(attribute: "type", mediaType)
    append("/>\n")
  }

  fileprivate mutating func append(media picture: FeedPicture) {
    append("      <media:content")
    append(attribute: "url", picture.address.text)
    append(attribute: "type", picture.mediaType)
    append(attribute: "medium", "image")
    if let size = picture.size {
      append(attribute: "width", String(size.width))
      append(attribute: "height", String(size.height))
    }
    append(">\n")
    if !picture.alternativeText.isEmpty {
      append("        <media:description type=\"plain\">")
      append(plainText: picture.alternativeText)
      append("</media:description>\n")
    }
    if let credit = picture.credit {
      append(element: "media:credit", text: credit, level: 4)
    }
    append("      </media:content>\n")
  }
}
