import Text

extension HTMLRenderer {
  mutating func enterParagraph(_ node: CMarkNode) -> Bool {
    block = (node.startLine, node.endLine)
    words.endWord()
    if let parent = node.parent, parent.kind == .blockQuote, parent.firstChild == node,
      let alert = alert(of: parent)
    {
      // Nothing but the marker: its title was written with the alert.
      guard let lineBreak = alert.marker.next else { return false }
      alertMarker = (alert.marker, lineBreak)
    }
    if enterQuotationSource(node) { return true }
    summary.isInParagraph = !footnotes.isOpen
    if isTight(node) {
      if let item = node.parent, item.taskLabelParagraph == node { appendTaskLabel(of: item) }
    } else {
      endLine()
      html.append(literal: "<p>")
      if let item = node.parent, item.taskLabelParagraph == node { appendTaskLabel(of: item) }
    }
    return true
  }

  mutating func exitParagraph(_ node: CMarkNode) {
    summary.endParagraph()
    if openComponent?.source == node { return }
    if let item = node.parent, item.taskLabelParagraph == node {
      html.append(literal: "</label>")
    }
    guard !isTight(node) else { return }
    if node.next == nil, let parent = node.parent, parent.kind == .footnoteDefinition {
      html.append(0x20)
      appendFootnoteBackReferences()
    }
    html.append(literal: "</p>\n")
  }

  private func isTight(_ paragraph: CMarkNode) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  mutating func enterBlockQuote(_ node: CMarkNode) {
    endLine()
    if writesComponents, openComponent == nil, let source = node.quotationSource {
      openComponent = OpenComponent(node: node, start: html.count, source: source)
      return
    }
    guard let alert = alert(of: node) else {
      html.append(literal: "<blockquote>\n")
      return
    }
    html.append(literal: "<aside class=\"alert alert-")
    html.append(alert.kind.rawValue)
    html.append(literal: "\" role=\"note\">\n<p class=\"alert-title\">")
    html.append(escaped: alert.kind.title(in: options.labels))
    html.append(literal: "</p>\n")
  }

  mutating func exitBlockQuote(_ node: CMarkNode) {
    endLine()
    html.append(literal: alert(of: node) == nil ? "</blockquote>\n" : "</aside>\n")
  }

  /// The alert that a block quote is: its first line is a marker, and there is more than that.
  private func alert(of quote: CMarkNode) -> (kind: AlertKind, marker: CMarkNode)? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let marker = paragraph.firstChild, marker.kind == .text,
      let kind = marker.withLiteral({ AlertKind(marker: $0) })
    else { return nil }
    if let lineBreak = marker.next {
      guard lineBreak.kind == .softBreak || lineBreak.kind == .lineBreak else { return nil }
    } else {
      guard paragraph.next != nil else { return nil }
    }
    return (kind, marker)
  }

  mutating func enterCodeBlock(_ node: CMarkNode) -> Bool {
    endLine()
    // A long line scrolls sideways, which must be possible without a mouse.
    html.append(literal: "<pre tabindex=\"0\"><code")
    node.withInfo { info in
      guard !info.isEmpty else { return }
      html.append(literal: " class=\"language-")
      html.append(escaped: info.extracting(0..<(info.firstSpace ?? info.count)))
      html.append(UInt8(ascii: "\""))
    }
    html.append(UInt8(ascii: ">"))
    words.endWord()
    node.withLiteral { literal in
      html.append(escaped: literal)
      words.add(literal)
    }
    html.append(literal: "</code></pre>\n")
    return false
  }

  mutating func enterThematicBreak() -> Bool {
    endLine()
    html.append(literal: "<hr />\n")
    return false
  }
}

extension Span where Element == UInt8 {
  /// Where the first ASCII white space or control character stands.
  var firstSpace: Int? {
    for position in indices where self[position] <= 0x20 { return position }
    return nil
  }
}
