extension String {
  /// The words of a text with one space between them: for formats in which a line is a value.
  ///
  /// Line breaks of every kind, tabs and the control characters of ASCII and Latin 1 count as
  /// spaces.
  public var inOneLine: String {
    guard !isInOneLine else { return self }
    return unicodeScalars.split(whereSeparator: \.separatesWords).map(String.init)
      .joined(separator: " ")
  }

  private var isInOneLine: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      let isSpace = scalar == " "
      if isSpace ? isAfterSpace : scalar.separatesWords { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace || isEmpty
  }
}

extension Unicode.Scalar {
  fileprivate var separatesWords: Bool {
    switch value {
    case 0...0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
