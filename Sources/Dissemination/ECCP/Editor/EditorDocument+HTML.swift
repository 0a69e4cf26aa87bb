internal import Text

extension EditorDocument {
  /// The text as HTML, a block a line, for the source view of an editor.
  var html: Bytes {
    var html = Bytes()
    for block in blocks { html.append(block: block) }
    return html
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(block node: EditorNode) {
    switch node {
    case .text(let text): append(escapingHTML: text)
    case .element(let element):
      let isOneLine = element.tag.isInline || element.tag.holdsLines
      append(startTag: element)
      guard !element.tag.isVoid else { return }
      if !isOneLine { append("\n") }
      var previousIsLine = true
      for child in element.children {
        if case .element(let inner) = child, !inner.tag.isInline, isOneLine, previousIsLine {
          append("\n")
          previousIsLine = false
        }
        append(block: child)
      }
      append("</\(element.tag.rawValue)>")
      if !element.tag.isInline { append("\n") }
    }
  }

  private mutating func append(startTag element: EditorElement) {
    append("<\(element.tag.rawValue)")
    for attribute in element.attributes {
      append(" \(attribute.name)=\"")
      append(escapingHTML: attribute.value)
      append("\"")
    }
    append(">")
  }
}
