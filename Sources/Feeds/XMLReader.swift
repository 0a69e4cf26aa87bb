internal import Text

/// Reads an XML document's elements and texts, one after the other.
///
/// Enough for feeds: names keep their prefixes but for Atom's, document types are passed over, and
/// entities other than XML's five stay as they are written.
struct XMLReader {
  /// What stands next in the document.
  enum Event: Hashable {
    case start(name: String, attributes: [String: String])
    case text(String)
    case end
  }

  private let bytes: Bytes
  private var position = 0
  /// Whether the element that has just begun has ended, too: `<br/>`.
  private var isEmptyElement = false
  /// The prefix of Atom's elements, with its colon, where the document gives them one.
  private var atomPrefix = ""

  init(bytes: Bytes) { self.bytes = bytes }

  /// What stands next; nil at the end.
  mutating func next() throws(PublishedFeedError) -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      return .end
    }
    while position < bytes.count {
      let rest = bytes[position...]
      if rest[position] != UInt8(ascii: "<") {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { position = end }
        return .text(rest[..<end].withoutCharacterReferences.text)
      }
      if rest.starts(with: "<![CDATA[".utf8) {
        let start = position + 9
        let end = try find("]]>", from: start)
        position = end + 3
        return .text(bytes[start..<end].text)
      }
      if rest.starts(with: "<!--".utf8) {
        position = try find("-->", from: position + 4) + 3
      } else if rest.starts(with: "<?".utf8) {
        position = try find("?>", from: position + 2) + 2
      } else if rest.starts(with: "<!".utf8) {
        position = try find(">", from: position + 2) + 1
      } else if rest.starts(with: "</".utf8) {
        position = try find(">", from: position + 2) + 1
        return .end
      } else {
        return try startTag()
      }
    }
    return nil
  }

  private func find(_ mark: String, from start: Int) throws(PublishedFeedError) -> Int {
    let mark = Bytes(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index...].starts(with: mark) { return index }
      index += 1
    }
    throw .malformed("'\(mark.text)' is missing")
  }

  private mutating func startTag() throws(PublishedFeedError) -> Event {
    position += 1
    let name = passName()
    guard !name.isEmpty else { throw .malformed("an element has no name") }
    var attributes: [String: String] = [:]
    while true {
      skipWhitespace()
      guard position < bytes.count else { throw .malformed("the file ends within a tag") }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      if bytes[position] == UInt8(ascii: "/") {
        isEmptyElement = true
        position += 1
        continue
      }
      let attribute = passName()
      skipWhitespace()
      guard !attribute.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        throw .malformed("an attribute has no value")
      }
      position += 1
      skipWhitespace()
      guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else {
        throw .malformed("an attribute's value has no quotation marks")
      }
      let quote = String(UnicodeScalar(bytes[position]))
      let end = try find(quote, from: position + 1)
      attributes[attribute] = bytes[(position + 1)..<end].withoutCharacterReferences.text
      position = end + 1
    }
    if let colon = name.firstIndex(of: ":"),
      attributes["xmlns:" + name[..<colon]] == "http://www.w3.org/2005/Atom"
    {
      atomPrefix = String(name[...colon])
    }
    let isAtom = !atomPrefix.isEmpty && name.hasPrefix(atomPrefix)
    return .start(
      name: isAtom ? String(name.dropFirst(atomPrefix.count)) : name, attributes: attributes)
  }

  private mutating func passName() -> String {
    let start = position
    while position < bytes.count, !bytes[position].isASCIIWhitespace,
      !"=/>".utf8.contains(bytes[position])
    {
      position += 1
    }
    return bytes[start..<position].text
  }

  private mutating func skipWhitespace() {
    while position < bytes.count, bytes[position].isASCIIWhitespace { position += 1 }
  }
}
