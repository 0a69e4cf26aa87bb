import Text

extension HTMLRenderer {
  /// Takes the ids that are not ours to choose, before the first heading gets one.
  mutating func reserveIdentifiers(of document: CMarkNode) {
    footnotes = FootnoteLedger(of: document, identifiers: &identifiers)
    guard survey.mentionsIdentifier else { return }
    document.forEachDescendant { node in
      guard node.kind == .heading else { return true }
      if let explicit = ExplicitIdentifier(of: node) {
        if explicit.isValid, identifiers.claim(explicit.word) != nil {
          explicitHeadings[node] = explicit
        } else {
          problems.reportIdentifier(explicit, of: node, prefix: options.idPrefix)
          // A second heading of that name gets the next free one.
          if explicit.isValid { explicitHeadings[node] = explicit.asDuplicate }
        }
      }
      return false
    }
  }

  mutating func enterHeading(_ node: CMarkNode) {
    block = (node.startLine, node.endLine)
    words.endWord()
    endLine()
    let explicit = explicitHeadings[node]
    headingEnd = explicit.map { ($0.text, $0.shownCount) }
    let title = title(of: node, explicit)
    let id =
      if let explicit, !explicit.isDuplicate {
        options.idPrefix + explicit.word
      } else {
        identifiers.claimNearest(to: explicit?.word ?? HeadingIdentifiers.word(for: title))
      }
    html.append(literal: "<h")
    html.append(decimal: node.headingLevel)
    html.append(literal: " id=\"")
    html.append(escaped: id)
    html.append(literal: "\">")
    result.anchors.append(id)
    result.headings.append(
      MarkdownHeading(
        level: node.headingLevel, id: id, title: title, titleHTML: titleHTML(of: node, explicit)))
  }

  mutating func exitHeading(_ node: CMarkNode) {
    headingEnd = nil
    html.append(literal: "</h")
    html.append(decimal: node.headingLevel)
    html.append(literal: ">\n")
  }

  private func title(of heading: CMarkNode, _ explicit: ExplicitIdentifier?) -> String {
    guard let explicit else { return heading.plainText }
    var text = Bytes()
    heading.appendPlainText(to: &text)
    text.removeLast(explicit.text.withLiteral { $0.count } - explicit.shownCount)
    return text.trimmed.text
  }

  /// The heading's markup without links, images and footnotes; nil where it is plain text.
  private func titleHTML(of heading: CMarkNode, _ explicit: ExplicitIdentifier?) -> String? {
    guard heading.onlyText == nil else { return nil }
    var html = Bytes()
    var hasMarkup = false
    func append(tagOf node: CMarkNode, closing: Bool) {
      guard let name = node.inlineElementName else { return }
      hasMarkup = true
      html.append(closing ? "</\(name)>" : "<\(name)>")
    }
    func visit(_ node: CMarkNode) -> Bool {
      append(tagOf: node, closing: false)
      switch node.kind {
      case .text, .code:
        node.withLiteral { literal in
          let count = node == explicit?.text ? explicit?.shownCount : nil
          html.append(escaped: literal.extracting(0..<(count ?? literal.count)))
        }
        if node.kind == .code { append(tagOf: node, closing: true) }
      case .softBreak, .lineBreak: html.append(0x20)
      case .image: return false
      default: break
      }
      return true
    }
    heading.forEachDescendant(leave: { append(tagOf: $0, closing: true) }, visit)
    return hasMarkup ? html.trimmed.text : nil
  }
}

extension CMarkNode {
  /// The element of an inline that has no attributes.
  fileprivate var inlineElementName: String? {
    switch kind {
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    case .code: "code"
    default: nil
    }
  }
}
