import Text

extension HTMLRenderer {
  mutating func enterTable(_ node: CMarkNode) {
    endLine()
    html.append(literal: "<table>")
    table = TableState(alignments: node.columnAlignments)
  }

  mutating func exitTable() {
    endLine()
    if table.hasBody { html.append(literal: "</tbody>\n") }
    html.append(literal: "</table>\n")
  }

  mutating func enterTableRow(_ node: CMarkNode) {
    endLine()
    table.column = 0
    table.isInHeader = node.isHeaderRow
    if table.isInHeader {
      html.append(literal: "<thead>\n")
    } else if !table.hasBody {
      html.append(literal: "<tbody>\n")
      table.hasBody = true
    }
    html.append(literal: "<tr>")
  }

  mutating func exitTableRow(_ node: CMarkNode) {
    endLine()
    html.append(literal: "</tr>")
    if table.isInHeader { html.append(literal: "\n</thead>") }
    table.isInHeader = false
  }

  mutating func enterTableCell(_ node: CMarkNode) {
    block = (node.startLine, node.startLine)
    words.endWord()
    endLine()
    html.append(literal: table.isInHeader ? "<th" : "<td")
    if table.column < table.alignments.count {
      // A class, since `align` is obsolete and a strict content security policy blocks `style`.
      switch table.alignments[table.column] {
      case UInt8(ascii: "l"): html.append(literal: " class=\"align-left\"")
      case UInt8(ascii: "c"): html.append(literal: " class=\"align-center\"")
      case UInt8(ascii: "r"): html.append(literal: " class=\"align-right\"")
      default: break
      }
    }
    html.append(UInt8(ascii: ">"))
    table.column += 1
  }

  mutating func exitTableCell() {
    html.append(literal: table.isInHeader ? "</th>" : "</td>")
  }
}
