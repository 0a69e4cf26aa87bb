internal import Text

extension FeedDocument {
  /// The text of `item` as it is handed to others: whole, with absolute addresses only.
  ///
  /// The picture comes first, since some importers look nowhere else; the link to the original and
  /// the notices come last, as plain paragraphs, since classes and styles are stripped.
  func syndicatedHTML(of item: FeedItem) -> Bytes {
    let body = absolutized(html: item.contentHTML.validUTF8, base: item.link)
    var html = Bytes()
    if let picture = item.picture, !body.contains(Bytes(escapingHTML: picture.address.bytes)) {
      html.append(figure: picture)
    }
    html.append(contentsOf: body)
    if let originLabel {
      html.append("\n<p>")
      html.append(escapingHTML: originLabel)
      html.append(" <a href=\"")
      html.append(escapingHTML: item.link.bytes)
      html.append("\">")
      html.append(escapingHTML: item.link.bytes)
      html.append("</a></p>")
    }
    for notice in notices {
      html.append("\n<p>")
      html.append(escapingHTML: notice)
      html.append("</p>")
    }
    return html
  }
}

extension Array where Element == UInt8 {
  fileprivate init(escapingHTML bytes: Bytes) {
    self = []
    append(escapingHTML: bytes)
  }

  /// The bytes, with U+FFFD for what is not UTF-8: one bad byte makes a whole feed unreadable.
  fileprivate var validUTF8: Bytes {
    String(validating: self, as: UTF8.self) == nil ? Bytes(text.utf8) : self
  }

  fileprivate mutating func append(figure picture: FeedPicture) {
    append(picture.credit == nil ? "<p>" : "<figure>")
    append("<img src=\"")
    append(escapingHTML: picture.address.bytes)
    append("\" alt=\"")
    append(escapingHTML: picture.alternativeText)
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
      append(escapingHTML: credit)
      append("</figcaption></figure>\n")
    } else {
      append("</p>\n")
    }
  }
}
