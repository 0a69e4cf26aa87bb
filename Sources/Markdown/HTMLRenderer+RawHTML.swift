import Text

extension HTMLRenderer {
  mutating func enterHTMLBlock(_ node: CMarkNode) -> Bool {
    let raw = RawHTML(node.withLiteral { Bytes(copying: $0) })
    if raw.containsMoreMarker { summary.endAtMarker() }
    if options.allowsRawHTML {
      endLine()
      html.append(contentsOf: raw.bytes)
      endLine()
      result.anchors += raw.identifiers
    } else if !raw.isOnlyComments {
      problems.reportRawHTML(raw, line: node.startLine, lastLine: node.endLine)
    }
    return false
  }

  mutating func enterInlineHTML(_ node: CMarkNode) -> Bool {
    let raw = RawHTML(node.withLiteral { Bytes(copying: $0) })
    if raw.containsMoreMarker { summary.endAtMarker() }
    if options.allowsRawHTML {
      html.append(contentsOf: raw.bytes)
      result.anchors += raw.identifiers
    } else if !raw.isOnlyComments && !raw.isClosingTag {
      let line = node.startLine
      problems.reportRawHTML(
        raw, line: line > 0 ? line : block.line, lastLine: max(line, block.lastLine))
    }
    return false
  }
}
