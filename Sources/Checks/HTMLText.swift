internal import Text

/// The text of HTML as a person reads it.
enum HTMLText {
  /// Bytes with the character references resolved that pages contain.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes.text }
    var decoded = ""
    var rest = bytes
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      decoded += rest[..<mark].text
      let body = rest[(mark + 1)...].prefix(10)
      if let end = body.firstIndex(of: UInt8(ascii: ";")),
        let character = character(named: body[..<end].text)
      {
        decoded += character
        rest = rest[(end + 1)...]
      } else {
        decoded += "&"
        rest = rest[(mark + 1)...]
      }
    }
    return decoded + rest.text
  }

  private static func character(named name: String) -> String? {
    guard name.first == "#" else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘", "rdquo": "”",
    "ldquo": "“", "eacute": "é", "shy": "",
  ]

  /// A text for comparing: white space as one space each, typographic apostrophes as typed ones,
  /// soft hyphens gone.
  static func normalized(_ text: String) -> String {
    var normal = ""
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isAfterSpace { normal += " " }
        isAfterSpace = true
        continue
      }
      isAfterSpace = false
      switch scalar {
      case "\u{2019}", "\u{2018}": normal += "'"
      case "\u{AD}": break
      default: normal.unicodeScalars.append(scalar)
      }
    }
    if normal.hasSuffix(" ") { normal.removeLast() }
    return normal
  }
}
