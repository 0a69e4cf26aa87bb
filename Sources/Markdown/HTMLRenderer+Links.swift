import Text

extension HTMLRenderer {
  mutating func enterLink(_ node: CMarkNode, resolve: Resolve) {
    if isUnsafe(node) {
      reportUnsafeAddress(of: node, as: .link)
      return
    }
    let reference = reference(of: node, as: isAutolink(node) ? .autolink : .link)
    html.append(literal: "<a href=\"")
    append(address: resolve(reference).address, orDestinationOf: node)
    appendTitle(of: node)
    html.append(literal: "\">")
  }

  mutating func exitLink(_ node: CMarkNode) {
    if !isUnsafe(node) { html.append(literal: "</a>") }
  }

  mutating func enterImage(_ node: CMarkNode, resolve: Resolve) -> Bool {
    if isUnsafe(node) {
      reportUnsafeAddress(of: node, as: .image)
      appendAlternativeText(of: node)
      return false
    }
    let target = resolve(reference(of: node, as: .image))
    html.append(literal: "<img src=\"")
    append(address: target.address, orDestinationOf: node)
    html.append(literal: "\" alt=\"")
    appendAlternativeText(of: node)
    appendTitle(of: node)
    append(attribute: "\" width=\"", target.width)
    append(attribute: "\" height=\"", target.height)
    html.append(literal: "\" loading=\"lazy\" decoding=\"async\" />")
    return false
  }

  private mutating func append(attribute: StaticString, _ pixels: Int?) {
    guard let pixels else { return }
    html.append(literal: attribute)
    html.append(decimal: pixels)
  }

  /// Appends the address that the site decided on, or the one that the author wrote.
  private mutating func append(address: String?, orDestinationOf node: CMarkNode) {
    if let address {
      address.withBytes { html.append(escapedAddress: $0) }
      return
    }
    node.withDestination { destination in
      if !options.idPrefix.isEmpty, destination.count > 1, destination[0] == UInt8(ascii: "#") {
        // A link to a place in this text, whose ids all begin with the prefix.
        html.append(UInt8(ascii: "#"))
        options.idPrefix.withBytes { html.append(escapedAddress: $0) }
        html.append(escapedAddress: destination.extracting(1..<destination.count))
      } else {
        html.append(escapedAddress: destination)
      }
    }
  }

  private mutating func appendTitle(of node: CMarkNode) {
    node.withTitle { title in
      guard !title.isEmpty else { return }
      html.append(literal: "\" title=\"")
      html.append(escaped: title)
    }
  }

  /// Appends the text inside an image, as cmark does: line breaks as spaces, HTML as text.
  private mutating func appendAlternativeText(of node: CMarkNode) {
    node.forEachDescendant { inner in
      switch inner.kind {
      case .text, .code, .htmlInline: inner.withLiteral { html.append(escaped: $0) }
      case .softBreak, .lineBreak: html.append(0x20)
      default: break
      }
      return true
    }
  }

  func isUnsafe(_ node: CMarkNode) -> Bool {
    node.withDestination { isUnsafeAddress($0) }
  }

  private mutating func reportUnsafeAddress(of node: CMarkNode, as kind: MarkdownReference.Kind) {
    problems.reportUnsafeAddress(reference(of: node, as: kind))
  }

  func reference(of node: CMarkNode, as kind: MarkdownReference.Kind) -> MarkdownReference {
    let line = node.startLine
    return MarkdownReference(
      kind: kind, destination: node.withDestination { $0.string },
      line: line > 0 ? line : block.line,
      column: line > 0 ? node.startColumn : 0, lastLine: max(line, block.lastLine))
  }

  /// Whether a link's text is its address, as in `<https://example.org>` or without the brackets.
  private func isAutolink(_ node: CMarkNode) -> Bool {
    guard let text = node.firstChild, text.kind == .text, text.next == nil else { return false }
    return text.withLiteral { text in
      node.withDestination { destination in
        // What cmark adds is `http://` or `mailto:`.
        let added = destination.count - text.count
        guard added == 7 || (added == 0 && destination.hasScheme), text.count > 0 else {
          return false
        }
        for position in text.indices where destination[added + position] != text[position] {
          return false
        }
        return true
      }
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes begin like an address with a scheme.
  fileprivate var hasScheme: Bool {
    for position in indices {
      switch self[position] {
      case UInt8(ascii: ":"): return position > 0
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return false
      default: break
      }
    }
    return false
  }
}
