extension ReportSheet {
  /// The sheet as a heading and a table of GitHub Flavored Markdown.
  var markdown: String {
    var text = "## \(title)\n\n"
    guard !rows.isEmpty else { return text + emptyText + "\n" }
    text += row(columns.map(\.title))
    text += "|" + columns.map { $0.isNumber ? "--:|" : "---|" }.joined() + "\n"
    for cells in rows { text += row(cells.map(\.markdownCell)) }
    return text
  }

  private func row(_ cells: [String]) -> String {
    "|" + cells.map { " \($0) |" }.joined() + "\n"
  }
}

extension String {
  /// The text on one line, with every character that Markdown would read in another way escaped.
  fileprivate var markdownCell: String {
    var cell = ""
    for character in self {
      if character.isNewline || character == "\t" {
        cell += " "
      } else {
        if "\\`*_[]<>|&~#".contains(character) && !isAddress { cell += "\\" }
        cell.append(character == "|" && isAddress ? "%7C" : String(character))
      }
    }
    return cell
  }

  private var isAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
