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

  /// Appends an element that holds an address.
  mutating func append(element name: String, address: WebAddress, level: Int) {
    append(element: name, html: address.bytes, level: level)
  }

  /// Appends one attribute and the space before it.
  mutating func append(attribute name: String, _ value: String) {
    append(" \(name)=\"")
    append(escapingXML: value)
    append("\"")
  }

  mutating func append(indentation level: Int) {
    for _ in 0..<level { append("  ") }
  }

  /// Appends text for an element that holds no markup, without what XML 1.0 forbids.
  mutating func append(plainText text: String) {
    for scalar in text.unicodeScalars where scalar.isAllowedInXML {
      switch scalar {
      case "&": append("&#x26;")
      case "<": append("&#x3C;")
      case ">": append("&#x3E;")
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 can hold the character at all (section 2.2).
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension String {
  /// Plain text written as HTML: for elements that readers take for HTML, such as `description`.
  var asHTML: Bytes {
    var html = Bytes()
    html.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): html.append("&amp;")
      case UInt8(ascii: "<"): html.append("&lt;")
      case UInt8(ascii: ">"): html.append("&gt;")
      default: html.append(byte)
      }
    }
    return html
  }
}
