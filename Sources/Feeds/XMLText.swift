internal import CivilTime
internal import Text

extension Array where Element == UInt8 {
  /// Appends a plain-text element, indented by two spaces for each level.
  ///
  /// `&` and `<` become hexadecimal references, which the RSS Best Practices Profile prefers
  /// because even readers that decode twice show them right.
  mutating func append(element name: String, text: String, level: Int) {
    append(indentation: level)
    append("<\(name)>")
    append(plainText: text)
    append("</\(name)>\n")
  }

  /// Appends an element that holds HTML, escaped once more for XML.
  mutating func append(element name: String, html: Bytes, level: Int) {
    append(indentation: level)
    append("<\(name)>")
    append(escapingXML: html)
    append("</\(name)>\n")
  }

  /// Appends an element whose contents are escaped already.
  mutating func append(element name: String, escaped: Bytes, level: Int) {
    append(indentation: level)
    append("<\(name)>")
    append(contentsOf: escaped)
    append("</\(name)>\n")
  }

  /// Appends an element that holds an address.
  mutating func append(element name: String, address: WebAddress, level: Int) {
    append(element: name, html: address.bytes, level: level)
  }

  /// Appends one attribute and the space before it.
  mutating func append(attribute name: String, _ value: String) {
    append(" \(name)=\"")
    append(escapingXML: Bytes(value.feedLine.utf8))
    append("\"")
  }

  /// Appends two spaces for each level.
  mutating func append(indentation level: Int) {
    for _ in 0..<level { append("  ") }
  }

  /// Appends text of one line for an element that holds no markup.
  mutating func append(plainText text: String) {
    for byte in text.feedLine.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&#x26;")
      case UInt8(ascii: "<"): append("&#x3C;")
      case UInt8(ascii: ">"): append("&#x3E;")
      default: append(byte)
      }
    }
  }

  /// Appends the declaration of an XML document, and of the style sheet that shows it to a person.
  mutating func append(xmlDeclarationWith stylesheet: String?) {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    guard let stylesheet else { return }
    append("<?xml-stylesheet type=\"text/css\"")
    append(attribute: "href", stylesheet)
    append("?>\n")
  }
}

extension Timestamp {
  /// `Thu, 23 Feb 2023 14:00:00 +0100` for RSS: in UTC where the zone is none of whole or half
  /// hours, which validators take for a slip.
  var rssDate: String {
    offsetSeconds % 1800 == 0
      ? rfc822 : Timestamp(secondsSinceEpoch: secondsSinceEpoch).rfc822
  }
}
