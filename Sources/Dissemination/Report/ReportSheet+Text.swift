internal import Text

extension ReportSheet {
  /// The sheet as lines with columns in place, for a terminal.
  func text(cellLength: Int = 60) -> String {
    guard !rows.isEmpty else { return "\(title)\n  \(emptyText)\n" }
    let cells = ([columns.map(\.title)] + rows).map { row in
      row.map { $0.onOneLine.truncated(toCharacters: cellLength) }
    }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      let fields = row.indices.map { index -> String in
        let space = String(repeating: " ", count: widths[index] - row[index].count)
        return columns[index].isNumber ? space + row[index] : row[index] + space
      }
      var line = "  " + fields.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }
    return title + "\n" + lines.joined()
  }
}

extension String {
  /// The text with its line breaks and tabs as spaces.
  fileprivate var onOneLine: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
