internal import Text

extension Array where Element == UInt8 {
  /// The text without what no feed may hold.
  ///
  /// XML 1.0 (section 2.2) forbids most control characters, U+FFFE and U+FFFF even as references:
  /// one of them makes a whole feed unreadable. The controls from U+007F to U+009F are allowed and
  /// nearly always Windows letters gone wrong, and U+FFFD is what is left of a letter that could not
  /// be read: validators warn of both. What is not UTF-8 counts as U+FFFD.
  var feedText: Bytes {
    let bytes = span.firstInvalidUTF8 == nil ? self : Bytes(text.utf8)
    guard let first = bytes.firstForbidden else { return bytes }
    var kept = Bytes()
    kept.reserveCapacity(bytes.count)
    kept.append(contentsOf: bytes[..<first])
    var index = first
    while index < bytes.count {
      let length = bytes.isForbidden(at: index)
      if length == 0 { kept.append(bytes[index]) }
      index += Swift.max(length, 1)
    }
    return kept
  }

  /// Where the first forbidden character of valid UTF-8 begins.
  private var firstForbidden: Int? {
    var index = 0
    while true {
      index = span.firstControlCharacterLead(in: index..<count)
      guard index < count else { return nil }
      if isForbidden(at: index) > 0 { return index }
      index += 1
    }
  }

  /// The length of the forbidden character that begins at a byte of valid UTF-8; 0 where none does.
  private func isForbidden(at index: Int) -> Int {
    switch self[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20, 0x7F: 1
    case 0xC2: 0x80...0x9F ~= self[index + 1] ? 2 : 0
    case 0xEF: self[index + 1] == 0xBF && self[index + 2] >= 0xBD ? 3 : 0
    default: 0
    }
  }
}

extension UInt8 {
  /// Whether a forbidden character can begin with the byte; most text has none such.
  fileprivate var mayBeForbidden: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xEF
  }
}

extension String {
  /// The text on one line, without what no feed may hold: for titles and names.
  var feedLine: String {
    guard utf8.contains(where: \.mayBeForbidden) else { return self }
    let bytes = Bytes(utf8).feedText
    guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
      return bytes.text
    }
    return bytes.split(whereSeparator: \.isASCIIWhitespace).map { $0.text }.joined(separator: " ")
  }

  /// Plain text written as HTML: for elements that readers take for HTML, such as `description`.
  var asHTML: Bytes {
    var html = Bytes()
    html.reserveCapacity(utf8.count)
    for byte in Bytes(utf8).feedText {
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
