import Text

extension HTMLRenderer {
  mutating func enterText(_ node: CMarkNode) -> Bool {
    if let alertMarker, node == alertMarker.text { return false }
    let shownCount = headingEnd?.text == node ? headingEnd?.count : nil
    node.withLiteral { literal in
      let start = openComponent?.hiddenCount(of: node, literal) ?? 0
      let shown = literal.extracting(start..<max(start, shownCount ?? literal.count))
      html.append(escaped: shown)
      words.add(shown)
      summary.add(shown)
    }
    return false
  }

  mutating func enterBreak(_ node: CMarkNode) -> Bool {
    if let alertMarker, node == alertMarker.lineBreak { return false }
    html.append(literal: node.kind == .lineBreak ? "<br />\n" : "\n")
    words.endWord()
    summary.addSpace()
    return false
  }

  mutating func enterCode(_ node: CMarkNode) -> Bool {
    html.append(literal: "<code>")
    node.withLiteral { literal in
      html.append(escaped: literal)
      words.add(literal)
      summary.add(literal)
    }
    html.append(literal: "</code>")
    return false
  }
}
