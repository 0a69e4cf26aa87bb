extension EditorDocument {
  /// The text without any markup, for a field that takes none: paragraphs apart by an empty line,
  /// addresses in brackets behind what they stand for.
  var plainText: String {
    blocks.textBlocks.joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n")
  }
}

extension [EditorNode] {
  /// The blocks, each of one or more lines.
  fileprivate var textBlocks: [String] {
    var blocks: [String] = []
    var line: [EditorNode] = []
    for node in self {
      if case .element(let element) = node, !element.tag.isInline {
        if !line.isEmpty { blocks.append(line.lineText) }
        line = []
        blocks.append(contentsOf: element.textBlocks)
      } else {
        line.append(node)
      }
    }
    if !line.isEmpty { blocks.append(line.lineText) }
    return blocks.filter { !$0.isEmpty }
  }

  fileprivate var lineText: String {
    map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.lineText
      }
    }.joined()
  }
}

extension EditorElement {
  fileprivate var lineText: String {
    switch tag {
    case .lineBreak: return "\n"
    case .picture: return attribute("alt").flatMap { $0.isEmpty ? nil : "[Picture: \($0)]" } ?? ""
    case .link:
      let text = children.lineText
      guard let address = attribute("href"), address != text, address != "mailto:" + text else {
        return text
      }
      return text.isEmpty ? address : "\(text) (\(address))"
    case .paragraph, .heading2, .heading3, .heading4, .bulletList, .numberedList, .item, .quote,
      .table, .tableHead, .tableBody, .row, .headerCell, .cell, .strong, .emphasis:
      return children.lineText
    }
  }

  fileprivate var textBlocks: [String] {
    switch tag {
    case .bulletList: return [list { _ in "- " }]
    case .numberedList:
      let start = attribute("start").flatMap { Int($0) } ?? 1
      return [list { "\(start + $0). " }]
    case .quote: return children.textBlocks.map { $0.indented(by: "> ", rest: "> ") }
    case .table: return [rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")]
    case .paragraph, .heading2, .heading3, .heading4, .item, .tableHead, .tableBody, .row,
      .headerCell, .cell, .link, .strong, .emphasis, .picture, .lineBreak:
      return children.textBlocks
    }
  }

  private func list(_ mark: (Int) -> String) -> String {
    let items = children.compactMap { node -> EditorElement? in
      if case .element(let element) = node, element.tag == .item { element } else { nil }
    }
    return items.enumerated().map { index, item in
      let mark = mark(index)
      let text = item.children.textBlocks.joined(separator: "\n")
      return text.indented(by: mark, rest: String(repeating: " ", count: mark.count))
    }.joined(separator: "\n")
  }

  /// The cells of a table, row by row.
  private var rows: [[String]] {
    children.flatMap { node -> [[String]] in
      guard case .element(let element) = node else { return [] }
      guard element.tag == .row else { return element.rows }
      return [
        element.children.compactMap { cell in
          if case .element(let cell) = cell {
            cell.children.textBlocks.joined(separator: " ")
          } else {
            nil
          }
        }
      ]
    }
  }
}

extension String {
  /// The lines with something before the first and something before the others.
  fileprivate func indented(by first: String, rest: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }.joined(separator: "\n")
  }
}
