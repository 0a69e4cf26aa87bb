internal import Text

/// Takes an HTML document apart into tags and text, as a browser would (HTML, section 13.2.5), but
/// tolerantly: whatever is no tag is text, and nothing is ever refused.
///
/// One forward pass over the bytes. Comments and the text of scripts and styles are left out.
struct HTMLScanner {
  private let bytes: Bytes
  private var position = 0
  /// The element whose text ends at its own end tag only, such as `script`.
  private var rawElement: String?

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// The next piece; nil at the end.
  mutating func next() -> HTMLToken? {
    if let raw = rawElement {
      rawElement = nil
      return rawText(of: raw)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return text() }
      if let tag = tag() { return tag }
      guard skipMarkup() else { return text() }
    }
    return nil
  }

  /// Text up to the next `<`; one `<` that opens nothing belongs to it.
  private mutating func text() -> HTMLToken {
    let start = position
    position = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return HTMLToken(
      kind: .text, name: "", attributes: [], isSelfClosing: false, range: start..<position)
  }

  /// A comment, a declaration or an instruction is passed over.
  private mutating func skipMarkup() -> Bool {
    guard position + 1 < bytes.count else { return false }
    if has("<!--") {
      position = end(of: "-->", from: position + 4)
      return true
    }
    guard bytes[position + 1] == UInt8(ascii: "!") || bytes[position + 1] == UInt8(ascii: "?")
    else { return false }
    position = end(of: ">", from: position + 1)
    return true
  }

  private mutating func rawText(of name: String) -> HTMLToken {
    let start = position
    let closing = Bytes("</\(name)".utf8)
    while position < bytes.count, !has(closing) { position += 1 }
    return HTMLToken(
      kind: .text, name: name, attributes: [], isSelfClosing: false, range: start..<position)
  }

  // MARK: Tags

  private mutating func tag() -> HTMLToken? {
    let start = position
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    guard nameStart < bytes.count, bytes[nameStart].isASCIILetter else { return nil }
    position = nameStart
    let name = word { !$0.isTagEnd }
    var attributes: [HTMLAttribute] = []
    var isSelfClosing = false
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position].isSpace {
        position += 1
      } else if bytes[position] == UInt8(ascii: "/") {
        position += 1
        isSelfClosing = position < bytes.count && bytes[position] == UInt8(ascii: ">")
      } else {
        let attribute = attribute()
        if !attributes.contains(where: { $0.name == attribute.name }) {
          attributes.append(attribute)
        }
      }
    }
    position = min(position + 1, bytes.count)
    if !isEnd && rawElements.contains(name) { rawElement = name }
    return HTMLToken(
      kind: isEnd ? .endTag : .startTag, name: name, attributes: attributes,
      isSelfClosing: isSelfClosing, range: start..<position)
  }

  private mutating func attribute() -> HTMLAttribute {
    let name = word { !$0.isTagEnd && $0 != UInt8(ascii: "=") }
    // A lone `=` begins a name, as in a browser.
    guard !name.isEmpty else {
      position += 1
      return HTMLAttribute(name: "=", value: "")
    }
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return HTMLAttribute(name: name, value: "")
    }
    position += 1
    skipSpace()
    return HTMLAttribute(name: name, value: value())
  }

  private mutating func value() -> String {
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    let start: Int
    let end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = position + 1
      end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      position = min(end + 1, bytes.count)
    } else {
      start = position
      end =
        bytes[start...].firstIndex { $0.isSpace || $0 == UInt8(ascii: ">") } ?? bytes.count
      position = end
    }
    return HTMLText.decoded(bytes[start..<end])
  }

  private mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return bytes[start..<position].text.lowercased()
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }

  // MARK: Looking ahead

  private func has(_ text: StaticString) -> Bool { has(Bytes("\(text)".utf8)) }

  /// Whether a text in lower case stands here.
  private func has(_ text: Bytes) -> Bool {
    position + text.count <= bytes.count
      && zip(bytes[position...], text).allSatisfy { $0.lowercased == $1 }
  }

  private func end(of text: String, from start: Int) -> Int {
    let wanted = Bytes(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index + wanted.count }
      index += 1
    }
    return bytes.count
  }
}

/// Elements whose text is no HTML.
private let rawElements: Set<String> = ["script", "style", "textarea", "title", "noscript"]

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
  fileprivate var isTagEnd: Bool {
    isSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
  }
}
