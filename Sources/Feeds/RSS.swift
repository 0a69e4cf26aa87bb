internal import CivilTime
internal import Text

extension FeedDocument {
  /// The feed as RSS 2.0, after the RSS Advisory Board's Best Practices Profile.
  ///
  /// Written for what consumers really read: `dc:creator` and no `author` (WordPress shows an empty
  /// name otherwise), the summary in `description` before the whole text in `content:encoded`, one
  /// enclosure an item, and no Atom elements inside items. Everything is escaped, nothing is CDATA.
  /// With the full text in the description, there is no other: for importers that read only that.
  func rss(at address: WebAddress, isFullTextInDescription: Bool) -> Bytes {
    var xml = Bytes()
    xml.reserveCapacity(byteCount)
    xml.append(xmlDeclarationWith: stylesheet)
    xml.append("<rss version=\"2.0\"")
    for (prefix, namespace) in rssNamespaces {
      xml.append("\n  xmlns:\(prefix)=\"\(namespace)\"")
    }
    xml.append(">\n  <channel>\n")
    append(channelAt: address, to: &xml)
    for item in itemsNewestFirst {
      xml.append(item, isFullTextInDescription: isFullTextInDescription)
    }
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
  private func append(channelAt address: WebAddress, to xml: inout Bytes) {
    xml.append(element: "title", text: title, level: 2)
    xml.append(element: "link", address: link, level: 2)
    // The channel's description is plain text, unlike an item's: validators warn of HTML in it.
    xml.append(element: "description", text: description, level: 2)
    xml.append(element: "language", text: language, level: 2)
    if let copyright { xml.append(element: "copyright", text: copyright, level: 2) }
    if let updated { xml.append(element: "lastBuildDate", text: updated.rssDate, level: 2) }
    if let generator { xml.append(element: "generator", text: generator, level: 2) }
    xml.append(element: "docs", text: "https://www.rssboard.org/rss-specification", level: 2)
    if let timeToLiveMinutes, timeToLiveMinutes > 0 {
      xml.append(element: "ttl", text: String(timeToLiveMinutes), level: 2)
    }
    xml.append("    <atom:link")
    xml.append(attribute: "href", address.text)
    xml.append(" rel=\"self\" type=\"application/rss+xml\"/>\n")
    if let picture { append(channelPicture: picture, to: &xml) }
  }

  /// The channel's picture; its title and link have to be the channel's own.
  ///
  /// RSS knows no larger picture, and none in another format.
  private func append(channelPicture picture: FeedPicture, to xml: inout Bytes) {
    guard let size = picture.size, 1...144 ~= size.width, 1...400 ~= size.height,
      ["image/png", "image/jpeg", "image/gif"].contains(picture.mediaType)
    else { return }
    xml.append("    <image>\n")
    xml.append(element: "url", address: picture.address, level: 3)
    xml.append(element: "title", text: title, level: 3)
    xml.append(element: "link", address: link, level: 3)
    xml.append(element: "width", text: String(size.width), level: 3)
    xml.append(element: "height", text: String(size.height), level: 3)
    xml.append("    </image>\n")
  }
}

extension FeedItem {
  /// What stands in an RSS item before its texts.
  var rssBeginning: Bytes {
    var xml = Bytes()
    xml.append("    <item>\n")
    xml.append(element: "title", text: title, level: 3)
    xml.append(element: "link", address: link, level: 3)
    xml.append("      <guid isPermaLink=\"false\">")
    xml.append(plainText: id.text)
    xml.append("</guid>\n")
    xml.append(element: "pubDate", text: published.rssDate, level: 3)
    if !authors.isEmpty {
      xml.append(element: "dc:creator", text: authors.joined(separator: ", "), level: 3)
    }
    for category in categories { xml.append(category) }
    return xml
  }

  /// The summary of an RSS item.
  var rssDescription: Bytes {
    var xml = Bytes()
    xml.append(element: "description", html: summary.feedLine.asHTML, level: 3)
    return xml
  }

  /// What stands in an RSS item after its texts.
  var rssEnd: Bytes {
    var xml = Bytes()
    xml.append(enclosureOf: self)
    if let picture { xml.append(media: picture) }
    xml.append("    </item>\n")
    return xml
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(_ item: PreparedFeedItem, isFullTextInDescription: Bool) {
    append(contentsOf: item.rssBeginning)
    if isFullTextInDescription {
      append(element: "description", escaped: item.text.xml, level: 3)
    } else {
      append(contentsOf: item.rssDescription)
      append(element: "content:encoded", escaped: item.text.xml, level: 3)
    }
    append(contentsOf: item.rssEnd)
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
    if picture.byteCount > 0 { append(attribute: "fileSize", String(picture.byteCount)) }
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
