internal import Text

/// Takes an HTML fragment apart in one pass; whatever the bytes are, it comes to an end.
struct HTMLTokenizer {
  private let html: Bytes
  private var position = 0
  /// The element whose text is no markup and was just passed over.
  private var openedRawText: String?

  /// Elements whose text is no markup.
  private static let rawText: Set<String> = [
    "script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes", "noscript",
  ]

  init(_ html: Bytes) { self.html = html }

  /// The next piece; nil at the end.
  mutating func next() -> HTMLToken? {
    if let name = openedRawText {
      openedRawText = nil
      return .end(name)
    }
    while position < html.count {
      guard isMarkup(at: position) else { return .text(text()) }
      switch html[position + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/"):
        guard position + 2 < html.count, html[position + 2].isASCIILetter else {
          skip(past: ">", from: position + 2)
          continue
        }
        position += 2
        let name = self.name()
        skip(past: ">", from: position)
        return .end(name)
      default:
        position += 1
        return startTag()
      }
    }
    return nil
  }

  private func isMarkup(at index: Int) -> Bool {
    guard html[index] == UInt8(ascii: "<"), index + 1 < html.count else { return false }
    let next = html[index + 1]
    return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func text() -> String {
    let start = position
    position += 1
    while position < html.count, !isMarkup(at: position) { position += 1 }
    return html[start..<position].text.resolvingCharacterReferences
  }

  private mutating func skipDeclaration() {
    let isComment = html[position...].starts(with: "<!--".utf8)
    skip(past: isComment ? "-->" : ">", from: position + (isComment ? 4 : 2))
  }

  /// Moves behind the next mark, or to the end.
  private mutating func skip(past mark: String, from start: Int) {
    position = min(start, html.count)
    while position < html.count {
      if html[position...].starts(with: mark.utf8) {
        position += mark.utf8.count
        return
      }
      position += 1
    }
  }

  private mutating func startTag() -> HTMLToken {
    let name = self.name()
    var attributes = HTMLAttributes()
    while position < html.count, html[position] != UInt8(ascii: ">") {
      if html[position].isBlank || html[position] == UInt8(ascii: "/") {
        position += 1
      } else {
        addAttribute(to: &attributes)
      }
    }
    position = min(position + 1, html.count)
    if Self.rawText.contains(name) {
      openedRawText = name
      skipRawText(of: name)
    }
    return .start(name, attributes)
  }

  private mutating func skipRawText(of name: String) {
    while position < html.count {
      if html[position] == UInt8(ascii: "<") {
        let end = html[position...].prefix(name.utf8.count + 2).text
        if end.lowercased() == "</" + name { return skip(past: ">", from: position) }
      }
      position += 1
    }
  }

  private mutating func addAttribute(to attributes: inout HTMLAttributes) {
    let name = self.name()
    skipBlanks()
    guard position < html.count, html[position] == UInt8(ascii: "=") else {
      attributes.add(name, "")
      return
    }
    position += 1
    skipBlanks()
    guard position < html.count else { return }
    let quote = html[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? position + 1 : position
    let end =
      html[start...].firstIndex { isQuoted ? $0 == quote : $0.isBlank || $0 == UInt8(ascii: ">") }
      ?? html.count
    position = min(isQuoted ? end + 1 : end, html.count)
    attributes.add(name, html[start..<end].text.resolvingCharacterReferences)
  }

  private mutating func name() -> String {
    let start = position
    position += 1
    while position < html.count, !html[position].isBlank, html[position] != UInt8(ascii: ">"),
      html[position] != UInt8(ascii: "/"), html[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    return html[start..<position].text.lowercased()
  }

  private mutating func skipBlanks() {
    while position < html.count, html[position].isBlank { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
