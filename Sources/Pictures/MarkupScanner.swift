internal import Text

/// Finds the root element of an XML document, without reading any further.
struct MarkupScanner {
  let bytes: ArraySlice<UInt8>
  private var position = 0

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The name of the first element; the scanner stands behind it then.
  ///
  /// Nil where anything but declarations, comments and white space comes before it.
  mutating func rootElementName() -> String? {
    while true {
      skipWhitespace()
      guard take("<") else { return nil }
      if take("!--") {
        guard skip(past: "-->") else { return nil }
      } else if take("?") {
        guard skip(past: "?>") else { return nil }
      } else if take("!") {
        guard skipDeclaration() else { return nil }
      } else {
        return name()
      }
    }
  }

  /// The attributes of the element behind whose name the scanner stands; nil where the tag does not
  /// end.
  mutating func attributes() -> [String: String]? {
    var found: [String: String] = [:]
    while true {
      skipWhitespace()
      guard position < bytes.count else { return nil }
      if take(">") || take("/") { return found }
      let key = name()
      skipWhitespace()
      guard !key.isEmpty, take("=") else { return nil }
      skipWhitespace()
      guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      position += 1
      let start = position
      guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
      found[key] = bytes[start..<end].text
      position = end + 1
    }
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func name() -> String {
    let start = position
    while let byte, !byte.isWhitespace, !">/='\"<".utf8.contains(byte) { position += 1 }
    return bytes[start..<position].text
  }

  private mutating func skipWhitespace() {
    while let byte, byte.isWhitespace { position += 1 }
  }

  private mutating func take(_ expected: String) -> Bool {
    guard bytes[position...].starts(with: expected.utf8) else { return false }
    position += expected.utf8.count
    return true
  }

  private mutating func skip(past mark: String) -> Bool {
    while position < bytes.count {
      if take(mark) { return true }
      position += 1
    }
    return false
  }

  /// Moves behind a document type declaration, whose inner subset may hold `>`.
  private mutating func skipDeclaration() -> Bool {
    var depth = 0
    while let byte {
      position += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth == 0 { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isWhitespace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}
