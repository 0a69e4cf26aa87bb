internal import Text

/// One walk over an HTML fragment that makes of it what a feed can carry.
///
/// - Every address becomes absolute (`href`, `src`, `srcset`, `poster`, `cite`, a footnote's
///   `#fn1`): feed readers resolve some of these, and none of them `srcset`.
/// - What belongs to the page and not to the text is left out: identifiers, which would be somebody
///   else's on another page; what assistive technology is told of the page's parts; event handlers
///   and styles, which every importer removes and validators warn of.
/// - What runs or is embedded is left out, and a link stands in its place where there is one.
///
/// Everything else is copied byte for byte.
struct FeedMarkup {
  let html: Bytes
  let base: WebAddress
  var output = Bytes()
  /// The first byte that is not in `output` yet.
  var copied = 0
  var position = 0
  /// What the `video` or `audio` that is open plays.
  private var medium: Bytes?

  init(html: Bytes, base: WebAddress) {
    self.html = html
    self.base = base
    output.reserveCapacity(html.count + html.count / 8)
  }

  /// The fragment for a feed.
  ///
  /// - Complexity: O(*n*): one forward pass.
  mutating func run() -> Bytes {
    while let start = html.span.firstIndex(of: UInt8(ascii: "<"), in: position..<html.count),
      start + 1 < html.count
    {
      position = start
      let next = html[position + 1]
      if next.isASCIILetter {
        passStartTag(from: start)
      } else if next == UInt8(ascii: "/") {
        passEndTag(from: start)
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        remove(from: start, upTo: endOfDeclaration(from: start))
      } else {
        position += 1
      }
    }
    copy(upTo: html.count)
    return output
  }

  // MARK: Copying

  private mutating func copy(upTo end: Int) {
    if end > copied { output.append(copied..<end, of: html) }
    copied = end
  }

  private mutating func remove(from start: Int, upTo end: Int) {
    copy(upTo: start)
    copied = end
    position = end
  }

  /// The end of a comment, a document type or a processing instruction.
  private func endOfDeclaration(from start: Int) -> Int {
    let isComment = html[start...].starts(with: "<!--".utf8)
    return end(of: isComment ? "-->" : ">", from: start + (isComment ? 4 : 2))
  }

  /// The position behind the next `mark`, or the end.
  private func end(of mark: StaticString, from start: Int) -> Int {
    let mark = Bytes(mark.description.utf8)
    var position = start
    while position + mark.count <= html.count {
      if html[position...].starts(with: mark) { return position + mark.count }
      position += 1
    }
    return html.count
  }

  // MARK: Tags

  private mutating func passStartTag(from start: Int) {
    position = start + 1
    let name = passName()
    switch FeedElement.rules[name] ?? .unwrapped {
    case .kept: keepTag(name)
    case .unwrapped:
      remove(from: start, upTo: endOfTag())
    case .removed:
      remove(from: start, upTo: endOfElement(name))
    case .embedded:
      let address = attribute(.src)
      remove(from: start, upTo: endOfElement(name))
      if let address { appendLink(to: address) }
    case .checkbox:
      let isChecked = hasAttribute(.checked)
      let isCheckbox = attributeValue(.type)?.elementsEqual("checkbox".utf8) ?? false
      remove(from: start, upTo: endOfTag())
      if isCheckbox { output.append(isChecked ? "☑" : "☐") }
    }
  }

  private mutating func keepTag(_ name: MarkupName) {
    if name == .video || name == .audio { medium = attribute(.src) }
    if name == .source, medium == nil { medium = attribute(.src) }
    passAttributes()
  }

  private mutating func passEndTag(from start: Int) {
    position = start + 2
    guard position < html.count, html[position].isASCIILetter else {
      remove(from: start, upTo: end(of: ">", from: start))
      return
    }
    let name = passName()
    guard case .kept = FeedElement.rules[name] ?? .unwrapped else {
      remove(from: start, upTo: endOfTag())
      return
    }
    passRestOfTag()
    // Without its controls, which importers take away, a reader needs another way to the file.
    if name == .video || name == .audio, let address = medium {
      copy(upTo: position)
      appendLink(to: address)
      medium = nil
    }
  }

  private mutating func appendLink(to address: Bytes) {
    output.append("<a href=\"")
    output.append(escapingHTML: address)
    output.append("\">")
    output.append(escapingHTML: address)
    output.append("</a>")
  }

  /// The position behind the tag that is being read; quotation marks hide a `>`.
  private mutating func endOfTag() -> Int {
    let start = position
    defer { position = start }
    passRestOfTag()
    return position
  }

  /// Walks over the rest of the tag that is being read.
  private mutating func passRestOfTag() { while nextAttribute() != nil {} }

  /// The position behind the end of an element of which nothing is kept.
  private mutating func endOfElement(_ name: MarkupName) -> Int {
    let tagEnd = endOfTag()
    guard !FeedElement.voids.contains(name) else { return tagEnd }
    var reader = self
    reader.position = tagEnd
    var depth = 1
    while depth > 0, reader.position < html.count {
      guard html[reader.position] == UInt8(ascii: "<"), reader.position + 1 < html.count else {
        reader.position += 1
        continue
      }
      let isEnd = html[reader.position + 1] == UInt8(ascii: "/")
      reader.position += isEnd ? 2 : 1
      guard reader.position < html.count, html[reader.position].isASCIILetter,
        reader.passName() == name
      else { continue }
      // Scripts and styles hold text: what looks like another one's beginning in them is none.
      depth += isEnd ? -1 : FeedElement.textOnly.contains(name) ? 0 : 1
      reader.passRestOfTag()
    }
    return depth == 0 ? reader.position : html.count
  }

  // MARK: Attributes

  /// An attribute as it stands in the fragment.
  private struct Attribute {
    let name: MarkupName
    /// The attribute with the white space before it.
    let whole: Range<Int>
    /// Its value without quotation marks; nil where it has none.
    let value: Range<Int>?
    let isQuoted: Bool
  }

  private mutating func passAttributes() {
    while let attribute = nextAttribute() {
      guard let rule = FeedAttribute.rules[attribute.name] else {
        copy(upTo: attribute.whole.lowerBound)
        copied = attribute.whole.upperBound
        continue
      }
      guard rule == .address || rule == .candidates else { continue }
      rewrite(attribute, isList: rule == .candidates)
    }
  }

  private mutating func rewrite(_ attribute: Attribute, isList: Bool) {
    guard let range = attribute.value else { return }
    let value = html[range].withoutCharacterReferences
    let resolved = isList ? base.resolving(candidates: value[...]) : base.resolving(value[...])
    guard resolved.isFollowed(in: attribute.name) else {
      copy(upTo: attribute.whole.lowerBound)
      copied = attribute.whole.upperBound
      return
    }
    guard resolved != value else { return }
    copy(upTo: range.lowerBound)
    if !attribute.isQuoted { output.append("\"") }
    output.append(escapingHTML: resolved)
    if !attribute.isQuoted { output.append("\"") }
    copied = range.upperBound
  }

  /// The next attribute of the tag; nil at its end, which is then behind the position.
  private mutating func nextAttribute() -> Attribute? {
    let start = position
    while position < html.count {
      let byte = html[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return nil
      }
      guard byte.isASCIIWhitespace || byte == UInt8(ascii: "/") else { break }
      position += 1
    }
    guard position < html.count else { return nil }
    let name = passName()
    let nameEnd = position
    skipWhitespace()
    guard position < html.count, html[position] == UInt8(ascii: "=") else {
      position = nameEnd
      return Attribute(name: name, whole: start..<nameEnd, value: nil, isQuoted: false)
    }
    position += 1
    skipWhitespace()
    guard position < html.count else { return nil }
    let quote = html[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let valueStart = isQuoted ? position + 1 : position
    let valueEnd =
      html[valueStart...].firstIndex {
        isQuoted ? $0 == quote : $0.isASCIIWhitespace || $0 == UInt8(ascii: ">")
      } ?? html.count
    position = min(valueEnd + (isQuoted ? 1 : 0), html.count)
    return Attribute(
      name: name, whole: start..<position, value: valueStart..<valueEnd, isQuoted: isQuoted)
  }

  private func attributeValue(_ name: MarkupName) -> Bytes? {
    var reader = self
    while let attribute = reader.nextAttribute() {
      if attribute.name == name {
        return attribute.value.map { html[$0].withoutCharacterReferences }
      }
    }
    return nil
  }

  /// The absolute address in an attribute of the tag; nil where none can be followed.
  private func attribute(_ name: MarkupName) -> Bytes? {
    guard let value = attributeValue(name), !value.isEmpty else { return nil }
    let resolved = base.resolving(value[...])
    return resolved.isFollowed(in: .href) ? resolved : nil
  }

  private func hasAttribute(_ name: MarkupName) -> Bool {
    var reader = self
    while let attribute = reader.nextAttribute() {
      if attribute.name == name { return true }
    }
    return false
  }

  // MARK: Names

  /// Walks over a tag's or an attribute's name.
  private mutating func passName() -> MarkupName {
    let start = position
    // The first byte belongs to the name whatever it is (a stray `=` or quotation mark).
    position += 1
    while position < html.count, !html[position].endsName { position += 1 }
    return MarkupName(html[start..<position])
  }

  private mutating func skipWhitespace() {
    while position < html.count, html[position].isASCIIWhitespace { position += 1 }
  }
}

extension UInt8 {
  fileprivate var endsName: Bool {
    isASCIIWhitespace || self == UInt8(ascii: "=") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "/")
  }
}

extension Array where Element == UInt8 {
  /// Whether a reader's program may follow the address: the schemes of links that people write, and
  /// pictures that are written out in their address.
  fileprivate func isFollowed(in attribute: MarkupName) -> Bool {
    guard let end = self[...].schemeEnd else { return true }
    let scheme = self[..<(end - 1)].asciiLowercased
    if FeedAttribute.schemes.contains(where: { scheme.elementsEqual($0.utf8) }) { return true }
    return attribute != .href && asciiLowercased(upTo: 11).elementsEqual("data:image/".utf8)
  }

  private func asciiLowercased(upTo length: Int) -> Bytes { prefix(length).asciiLowercased }
}
