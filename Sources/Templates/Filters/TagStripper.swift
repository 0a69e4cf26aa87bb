import Text

/// Takes the tags and comments out of HTML.
enum TagStripper {
  /// The text of some HTML, its white space collapsed and its common references read.
  static func text(of html: Bytes) -> String {
    var result = Bytes()
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), let end = tagEnd(html, index) {
        index = end
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = reference(html, index) {
        result.append(String(scalar))
        index = end
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The end of the tag or comment that begins at `start`; nil where none does.
  private static func tagEnd(_ html: Bytes, _ start: Int) -> Int? {
    if html[start...].starts(with: "<!--".utf8) {
      var index = start + 4
      while index + 2 < html.count {
        if html[index] == 0x2D, html[index + 1] == 0x2D, html[index + 2] == 0x3E {
          return index + 3
        }
        index += 1
      }
      return nil
    }
    return html[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// The character that a reference such as `&amp;` or `&#233;` stands for, and its end.
  private static func reference(_ html: Bytes, _ start: Int) -> (Unicode.Scalar, Int)? {
    let limit = min(html.count, start + 12)
    guard let end = html[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = html[(start + 1)..<end].text
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
      "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
      "rdquo": "”", "shy": "\u{AD}", "copy": "©",
    ]
    return named[name].map { ($0, end + 1) }
  }
}
