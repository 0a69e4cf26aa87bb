import Text

extension HTMLRenderer {
  mutating func enterFootnoteReference(_ node: CMarkNode) -> Bool {
    guard let names = footnotes.addReference(node) else { return false }
    html.append(literal: "<sup class=\"footnote-ref\"><a href=\"#")
    append(identifier: "fn-", names.definition)
    html.append(literal: "\" id=\"")
    append(identifier: "fnref-", names.reference)
    html.append(literal: "\" data-footnote-ref role=\"doc-noteref\">")
    node.withLiteral { html.append(escaped: $0) }
    html.append(literal: "</a></sup>")
    result.anchors.append(options.idPrefix + "fnref-" + names.reference)
    return false
  }

  mutating func enterFootnoteDefinition() {
    if !footnotes.isOpen {
      html.append(literal: "<section class=\"footnotes\" data-footnotes role=\"doc-endnotes\"")
      html.append(literal: " aria-label=\"")
      html.append(escaped: options.labels.footnotes)
      html.append(literal: "\">\n<ol>\n")
    }
    let name = footnotes.beginDefinition() ?? ""
    html.append(literal: "<li id=\"")
    append(identifier: "fn-", name)
    html.append(literal: "\">\n")
    result.anchors.append(options.idPrefix + "fn-" + name)
  }

  mutating func exitFootnoteDefinition() {
    if appendFootnoteBackReferences() { html.append(0x0A) }
    html.append(literal: "</li>\n")
  }

  /// Appends the links from a footnote to where it was referred to, if not yet done.
  @discardableResult
  mutating func appendFootnoteBackReferences() -> Bool {
    guard !footnotes.hasBackReferences else { return false }
    footnotes.hasBackReferences = true
    for (index, name) in footnotes.backReferences.enumerated() {
      html.append(literal: index == 0 ? "<a href=\"#" : " <a href=\"#")
      append(identifier: "fnref-", name)
      html.append(literal: "\" class=\"footnote-backref\" data-footnote-backref")
      html.append(literal: " role=\"doc-backlink\" aria-label=\"")
      html.append(escaped: options.labels.backToText)
      if index > 0 {
        html.append(0x20)
        html.append(decimal: index + 1)
      }
      html.append(literal: "\">↩")
      if index > 0 {
        html.append(literal: "<sup class=\"footnote-ref\">")
        html.append(decimal: index + 1)
        html.append(literal: "</sup>")
      }
      html.append(literal: "</a>")
    }
    return true
  }

  private mutating func append(identifier kind: StaticString, _ name: String) {
    if !options.idPrefix.isEmpty { html.append(escaped: options.idPrefix) }
    html.append(literal: kind)
    html.append(name)
  }
}
