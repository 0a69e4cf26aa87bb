internal import CivilTime
internal import Text

extension FeedDocument {
  /// The feed as Atom 1.0 (RFC 4287).
  ///
  /// Texts are `html` and everything else is plain text, which every reader understands; nothing
  /// hangs on `xml:base`.
  func atom(at address: WebAddress) -> Bytes {
    var xml = Bytes()
    xml.reserveCapacity(byteCount)
    xml.append(xmlDeclarationWith: stylesheet)
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.append(attribute: "xml:lang", language)
    xml.append(">\n")
    let entries = itemsNewestFirst
    let changes = AtomChanges(entries)
    append(metadataAt: address, updated: changes.newest, to: &xml)
    for (entry, change) in zip(entries, changes.dates) {
      xml.append(contentsOf: entry.atomBeginning)
      xml.append(element: "updated", text: change.rfc3339, level: 2)
      xml.append("    <content type=\"html\">")
      xml.append(contentsOf: entry.text.xml)
      xml.append("</content>\n  </entry>\n")
    }
    xml.append("</feed>\n")
    return xml
  }

  private func append(metadataAt address: WebAddress, updated: Timestamp, to xml: inout Bytes) {
    xml.append(element: "title", text: title, level: 1)
    if !description.isEmpty { xml.append(element: "subtitle", text: description, level: 1) }
    xml.append(atomLink: "self", FeedFormat.atom.mediaType, address, level: 1)
    xml.append(atomLink: "alternate", "text/html", link, level: 1)
    xml.append(element: "id", text: id.uri, level: 1)
    xml.append(element: "updated", text: updated.rfc3339, level: 1)
    // Every entry needs an author, its own or the feed's (section 4.2.1).
    for author in authors.isEmpty ? [title] : authors { xml.append(atomAuthor: author, level: 1) }
    if let picture { xml.append(element: "logo", address: picture.address, level: 1) }
    if let copyright { xml.append(element: "rights", text: copyright, level: 1) }
    if let generator { xml.append(element: "generator", text: generator, level: 1) }
  }
}

extension FeedItem {
  /// What stands in an Atom entry before the date of its last change and its text.
  var atomBeginning: Bytes {
    var xml = Bytes()
    xml.append("  <entry>\n")
    xml.append(element: "title", text: title, level: 2)
    xml.append(atomLink: "alternate", "text/html", link, level: 2)
    xml.append(element: "id", text: id.uri, level: 2)
    xml.append(element: "published", text: published.rfc3339, level: 2)
    for author in authors { xml.append(atomAuthor: author, level: 2) }
    for category in categories { xml.append(atomCategory: category) }
    if let picture {
      xml.append(
        atomEnclosure: picture.address, picture.mediaType, picture.byteCount,
        title: picture.alternativeText)
    }
    for document in attachments {
      xml.append(
        atomEnclosure: document.address, document.mediaType, document.byteCount,
        title: document.title)
    }
    if !summary.isEmpty { xml.append(element: "summary", text: summary, level: 2) }
    return xml
  }
}

/// When the entries of an Atom feed last changed, each at another time.
///
/// RFC 4287 lets the publisher say what `updated` means, and validators take two equal ones for a
/// slip. A day without a time becomes a moment in its first minutes, made from the entry's identity,
/// so that it is the same in every feed and stays what it is when another entry joins it.
private struct AtomChanges {
  /// In the order of the entries.
  let dates: [Timestamp]

  /// The newest of all; the year 2000 where there are no entries, since a feed must have a date and
  /// must not have that of the build.
  var newest: Timestamp { dates.max() ?? Timestamp(secondsSinceEpoch: 946_684_800) }

  init(_ entries: [PreparedFeedItem]) {
    var dates = entries.map(AtomChanges.date)
    var taken = Set<Int>()
    // The order of identities decides who gives way: it is the same whatever feed they are in.
    let order = entries.indices.sorted {
      (entries[$0].uri, $0) < (entries[$1].uri, $1)
    }
    for index in order {
      while !taken.insert(dates[index].secondsSinceEpoch).inserted {
        dates[index] = dates[index].adding(seconds: 1)
      }
    }
    self.dates = dates
  }

  /// The first minutes of a day that are used: fewer than what readers forgive as a clock's error.
  private static let daySeconds = 300

  private static func date(of entry: PreparedFeedItem) -> Timestamp {
    let change = entry.lastChange
    guard change.isDateOnly else { return change }
    // FNV-1a: the same on every machine, unlike the standard library's hash.
    var hash: UInt32 = 2_166_136_261
    for byte in entry.uri.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return change.adding(seconds: Int(hash) % daySeconds)
  }
}

extension Timestamp {
  fileprivate func adding(seconds: Int) -> Timestamp {
    Timestamp(secondsSinceEpoch: secondsSinceEpoch + seconds, offsetSeconds: offsetSeconds)
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(
    atomLink relation: String, _ mediaType: String, _ address: WebAddress, level: Int
  ) {
    append(indentation: level)
    append("<link")
    append(attribute: "rel", relation)
    append(attribute: "type", mediaType)
    append(attribute: "href", address.text)
    append("/>\n")
  }

  fileprivate mutating func append(
    atomEnclosure address: WebAddress, _ mediaType: String, _ byteCount: Int, title: String
  ) {
    append("    <link rel=\"enclosure\"")
    append(attribute: "type", mediaType)
    append(attribute: "href", address.text)
    if byteCount > 0 { append(attribute: "length", String(byteCount)) }
    if !title.isEmpty { append(attribute: "title", title) }
    append("/>\n")
  }

  fileprivate mutating func append(atomAuthor name: String, level: Int) {
    append(indentation: level)
    append("<author><name>")
    append(plainText: name)
    append("</name></author>\n")
  }

  fileprivate mutating func append(atomCategory category: FeedCategory) {
    append("    <category")
    append(attribute: "term", category.name)
    if let domain = category.domain { append(attribute: "scheme", domain.text) }
    append("/>\n")
  }
}
