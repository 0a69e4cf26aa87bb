import Text

extension CMarkNode {
  /// Visits what is inside a node, in order; where `visit` returns false, not what is inside that.
  ///
  /// `leave` is called behind what is inside a node, for nodes that have something inside. There is
  /// no recursion: a text may nest as deeply as its author likes.
  func forEachDescendant(leave: (CMarkNode) -> Void = { _ in }, _ visit: (CMarkNode) -> Bool) {
    guard var node = firstChild else { return }
    while true {
      if visit(node), let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent, parent != self else { return }
        leave(parent)
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// Appends the text inside a node without markup: code and the text of images count, HTML and
  /// the numbers of footnotes do not; line breaks become spaces.
  func appendPlainText(to text: inout Bytes, includingImages: Bool = true) {
    forEachDescendant { node in
      switch node.kind {
      case .text, .code: node.withLiteral { text.append($0) }
      case .softBreak, .lineBreak: text.append(0x20)
      case .image: return includingImages
      default: break
      }
      return true
    }
  }

  /// The text that is all there is inside a node, as in most headings; nil where there is more.
  var onlyText: CMarkNode? {
    guard let first = firstChild, first.next == nil, first.kind == .text else { return nil }
    return first
  }

  /// The text inside a node without markup and without white space around it.
  var plainText: String {
    if let onlyText { return onlyText.withLiteral { $0.extracting($0.trimmedRange).string } }
    var text = Bytes()
    appendPlainText(to: &text)
    return text.trimmed.text
  }
}

extension Array where Element == UInt8 {
  /// The bytes without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}

extension ArraySlice where Element == UInt8 {
  /// The bytes without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isSpace }),
      let last = lastIndex(where: { !$0.isSpace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

extension Span where Element == UInt8 {
  /// Where the bytes without ASCII white space at either end are.
  var trimmedRange: Range<Int> {
    var (start, end) = (0, count)
    while start < end, self[start].isSpace { start += 1 }
    while start < end, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Whether it is ASCII white space.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
