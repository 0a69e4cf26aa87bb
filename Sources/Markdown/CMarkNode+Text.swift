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

  /// The text inside a node without markup and without white space around it.
  var plainText: String {
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
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
