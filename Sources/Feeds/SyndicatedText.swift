public import Text

/// An item's text as it is handed to others, ready for every feed that the item is in.
///
/// Making it absolute and escaping it is most of the work of a feed: it is done once for an item,
/// however many feeds of whatever formats there are.
public struct SyndicatedText: Sendable, Hashable {
  /// In which form feeds need the text.
  public struct Forms: OptionSet, Sendable, Hashable {
    /// The forms as bits.
    public let rawValue: UInt8

    /// Some forms.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// For RSS and Atom.
    public static let xml = Forms(rawValue: 1)
    /// For JSON Feed.
    public static let json = Forms(rawValue: 2)
  }

  /// The HTML, escaped once more for XML; empty where that form is not made.
  let xml: Bytes
  /// The HTML as a JSON string with its quotation marks; empty where that form is not made.
  let json: Bytes

  /// The text of an item: whole, with absolute addresses only.
  ///
  /// The picture comes first, since some importers look nowhere else; the link to the original and
  /// the notices come last, as plain paragraphs, since classes and styles are stripped.
  ///
  /// - Complexity: O(*n*) in the length of `html`.
  public init(
    html: Bytes, page: WebAddress, picture: FeedPicture? = nil, ending: SyndicatedEnding,
    forms: Forms = [.xml, .json]
  ) {
    var markup = FeedMarkup(html: html.feedText, base: page)
    let body = markup.run()
    var whole = Bytes()
    whole.reserveCapacity(body.count + 1024)
    if let picture, !body.contains(escaped: picture.address.bytes) {
      whole.append(figure: picture)
    }
    whole.append(contentsOf: body)
    whole.append(ending)
    var xml = Bytes()
    if forms.contains(.xml) {
      xml.reserveCapacity(whole.count + whole.count / 4)
      xml.append(escapingXML: whole)
    }
    self.xml = xml
    var json = Bytes()
    if forms.contains(.json) {
      json.reserveCapacity(whole.count + whole.count / 8)
      json.append(jsonString: whole)
    }
    self.json = json
  }

  /// How much memory the text takes.
  public var byteCount: Int { xml.count + json.count }
}

/// What every copy of a text ends with.
public struct SyndicatedEnding: Sendable, Hashable {
  /// The words before the link to the original, such as `Originally published at`.
  public var label: String
  /// Where the text was first published.
  public var original: WebAddress
  /// Plain paragraphs after it: the funding statement and the disclaimer, which copies of a text
  /// must carry too.
  public var notices: [String]

  /// An ending.
  public init(label: String, original: WebAddress, notices: [String]) {
    self.label = label
    self.original = original
    self.notices = notices
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes of an address stand in this HTML.
  fileprivate func contains(escaped address: Bytes) -> Bool {
    var escaped = Bytes()
    escaped.append(escapingHTML: address)
    guard let first = escaped.first, count >= escaped.count else { return false }
    var rest = self[...]
    while let index = rest.firstIndex(of: first), count - index >= escaped.count {
      if self[index...].starts(with: escaped) { return true }
      rest = self[(index + 1)...]
    }
    return false
  }

  fileprivate mutating func append(_ ending: SyndicatedEnding) {
    append("\n<p>")
    append(escapingHTML: Bytes(ending.label.utf8).feedText)
    append(" <a href=\"")
    append(escapingHTML: ending.original.bytes)
    append("\">")
    append(escapingHTML: ending.original.bytes)
    append("</a></p>")
    for notice in ending.notices {
      append("\n<p>")
      append(escapingHTML: Bytes(notice.utf8).feedText)
      append("</p>")
    }
  }

  fileprivate mutating func append(figure picture: FeedPicture) {
    append(picture.credit == nil ? "<p>" : "<figure>")
    append("<img src=\"")
    append(escapingHTML: picture.address.bytes)
    append("\" alt=\"")
    append(escapingHTML: Bytes(picture.alternativeText.feedLine.utf8))
    append("\"")
    if let size = picture.size {
      append(" width=\"")
      append(decimal: size.width)
      append("\" height=\"")
      append(decimal: size.height)
      append("\"")
    }
    append(">")
    if let credit = picture.credit {
      append("<figcaption>")
      append(escapingHTML: Bytes(credit.utf8).feedText)
      append("</figcaption></figure>\n")
    } else {
      append("</p>\n")
    }
  }
}
