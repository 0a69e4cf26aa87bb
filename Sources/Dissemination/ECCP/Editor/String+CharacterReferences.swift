extension String {
  /// The text with HTML's character references resolved: the numeric ones, and the named ones that
  /// people write.
  ///
  /// A name that is not known stays as it was written, and so does an ampersand by itself.
  var resolvingCharacterReferences: String {
    guard contains("&") else { return self }
    var result = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let body = rest[rest.index(after: mark)...].prefix(10)
      if let end = body.firstIndex(of: ";"), let resolved = String(referenceName: body[..<end]) {
        result += resolved
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest[rest.index(after: mark)...]
      }
    }
    return result + rest
  }

  /// The character that a reference names, between its `&` and its `;`.
  private init?(referenceName name: Substring) {
    if let known = namedCharacters[String(name)] {
      self = known
      return
    }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    self.init(Character(scalar))
  }
}

/// The names that people write by hand (HTML, section 13.5).
private let namedCharacters: [String: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
  "copy": "©", "reg": "®", "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘",
  "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
  "euro": "€", "pound": "£", "middot": "·", "bull": "•", "times": "×", "divide": "÷", "deg": "°",
  "plusmn": "±", "sect": "§", "para": "¶", "frac12": "½", "sup2": "²", "sup3": "³", "larr": "←",
  "rarr": "→", "aring": "å", "auml": "ä", "ouml": "ö", "uuml": "ü", "otilde": "õ", "eacute": "é",
  "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "iexcl": "¡", "iquest": "¿",
  "Aring": "Å", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "Otilde": "Õ", "Eacute": "É",
]
