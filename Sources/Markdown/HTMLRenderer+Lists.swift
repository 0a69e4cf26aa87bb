import Diagnostics
import Text

extension HTMLRenderer {
  mutating func exitList(_ node: CMarkNode) {
    html.append(literal: node.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  mutating func enterList(_ node: CMarkNode) {
    endLine()
    if writesComponents, openComponent == nil, node.isListOfCards {
      openComponent = OpenComponent(node: node, start: html.count)
      return
    }
    guard node.isOrdered else {
      html.append(literal: "<ul>\n")
      return
    }
    if node.listStart == 1 {
      html.append(literal: "<ol>\n")
    } else {
      html.append(literal: "<ol start=\"")
      html.append(decimal: node.listStart)
      html.append(literal: "\">\n")
    }
  }

  mutating func enterItem(_ node: CMarkNode) {
    endLine()
    if enterCard(node) { return }
    guard node.isTask else {
      html.append(literal: "<li>")
      return
    }
    html.append(literal: "<li class=\"task-list-item\">")
    if node.taskLabelParagraph == nil {
      appendCheckbox(of: node, named: options.labels.task)
      html.append(0x20)
    }
  }

  /// Begins the label of a task: the box and the text beside it, which thereby is the box's name.
  mutating func appendTaskLabel(of item: CMarkNode) {
    html.append(literal: "<label>")
    appendCheckbox(of: item, named: nil)
    html.append(0x20)
  }

  private mutating func appendCheckbox(of item: CMarkNode, named name: String?) {
    html.append(literal: "<input type=\"checkbox\"")
    if isDone(item) { html.append(literal: " checked=\"\"") }
    html.append(literal: " disabled=\"\"")
    if let name {
      html.append(literal: " aria-label=\"")
      html.append(escaped: name)
      html.append(UInt8(ascii: "\""))
    }
    html.append(literal: " />")
  }

  /// Whether a task's box is checked, by the author's line.
  ///
  /// libcmark-gfm looks for an `[x]` anywhere in the line, so that `- [ ] see [x]` counts as done.
  private mutating func isDone(_ item: CMarkNode) -> Bool {
    let line = lines.range(ofLine: item.startLine)
    let bytes = source.text.bytes
    guard let bracket = bytes[line].firstIndex(of: UInt8(ascii: "[")), bracket + 1 < line.upperBound
    else { return false }
    return bytes[bracket + 1].lowercased == UInt8(ascii: "x")
  }
}

extension CMarkNode {
  /// The paragraph that is the name of a task's checkbox: what the task begins with, unless raw
  /// HTML in it might hold a control of its own.
  var taskLabelParagraph: CMarkNode? {
    guard kind == .item, isTask, let paragraph = firstChild, paragraph.kind == .paragraph else {
      return nil
    }
    var containsHTML = false
    paragraph.forEachDescendant { inner in
      if inner.kind == .htmlInline { containsHTML = true }
      return !containsHTML
    }
    return containsHTML ? nil : paragraph
  }
}
