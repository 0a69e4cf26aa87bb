internal import Text

extension Array where Element == UInt8 {
  /// Appends text as LaTeX, so that it prints as itself.
  ///
  /// A brace becomes a command, because BibTeX counts braces even after a backslash. Letters outside
  /// ASCII stay UTF-8, which biber, bibtex8 and every reference manager read.
  ///
  /// Signs that fonts join (`--` becomes a dash, `?`` a Spanish question mark) are kept apart.
  mutating func append(laTeX text: some StringProtocol) {
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous.map({ isLigature($0, scalar) }) ?? false { append("{}") }
      previous = scalar
      switch scalar {
      case "\\": append("\\textbackslash{}")
      case "{": append("\\textbraceleft{}")
      case "}": append("\\textbraceright{}")
      case "~": append("\\textasciitilde{}")
      case "^": append("\\textasciicircum{}")
      case "&", "%", "$", "#", "_":
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: scalar))
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Appends a title, its case protected where a style must not change it.
  ///
  /// Styles set English titles in small letters but for the first. A word with a capital is a name
  /// (`ClusterXchange`, `SMEs`, `Sweden`) and gets braces, unless it merely begins the title;
  /// titles of other languages keep their case as a whole.
  mutating func append(title: String, isEnglish: Bool) {
    guard isEnglish else {
      append("{")
      append(laTeX: title)
      append("}")
      return
    }
    for (index, word) in title.split(separator: " ").enumerated() {
      if index > 0 { append(UInt8(ascii: " ")) }
      let letters = index == 0 ? word.drop { !$0.isLetter }.dropFirst() : word[...]
      let isProtected = letters.contains(where: \.isUppercase)
      if isProtected { append(UInt8(ascii: "{")) }
      append(laTeX: word)
      if isProtected { append(UInt8(ascii: "}")) }
    }
  }

  /// Appends a field of an entry; nothing where the value is empty.
  mutating func append(bibTeXField name: String, _ value: String?) {
    guard let value = value.filledLine else { return }
    append("  \(name) = {")
    append(laTeX: value)
    append("},\n")
  }

  /// Appends a field that styles print as it is: an address or a DOI.
  mutating func append(bibTeXVerbatim name: String, _ value: String?) {
    guard let value = value.filledLine else { return }
    append("  \(name) = {")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "{"): append("%7B")
      case UInt8(ascii: "}"): append("%7D")
      case UInt8(ascii: "\\"): append("%5C")
      default: append(byte)
      }
    }
    append("},\n")
  }
}

/// Whether TeX's fonts make one sign of two.
private func isLigature(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
  switch (first, second) {
  case ("-", "-"), ("'", "'"), ("`", "`"), ("<", "<"), (">", ">"), (",", ","), ("?", "`"),
    ("!", "`"):
    true
  default: false
  }
}
