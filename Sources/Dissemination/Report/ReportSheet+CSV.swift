package import Text

extension ReportSheet {
  /// The sheet as comma-separated values (RFC 4180), for Excel and LibreOffice.
  ///
  /// - UTF-8 with a byte order mark: without it, Excel takes the bytes for the machine's old
  ///   code page; LibreOffice and other readers of UTF-8 understand both.
  /// - Lines end with CR LF; a field with a comma, a quotation mark or a line break stands in
  ///   quotation marks.
  /// - A text that a spreadsheet would calculate (one that begins with `=`, `+`, `-` or `@`) has an
  ///   apostrophe before it, so that no front matter can run a formula on the reader's machine.
  package var csv: Bytes {
    var csv: Bytes = [0xEF, 0xBB, 0xBF]
    csv.append(csvRow: columns.map(\.title))
    for row in rows { csv.append(csvRow: row) }
    return csv
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(csvRow fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(csvField: field)
    }
    append("\r\n")
  }

  private mutating func append(csvField field: String) {
    let text = field.isFormula ? "'" + field : field
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) || text.hasEdgeSpace else {
      append(text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}

extension String {
  /// Whether a spreadsheet takes it for a formula: tabs and line breaks before it are passed over.
  fileprivate var isFormula: Bool {
    guard let first = first(where: { !$0.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".contains(first)
  }

  /// Whether a reader may drop a space at one of its ends.
  fileprivate var hasEdgeSpace: Bool {
    first?.isWhitespace == true || last?.isWhitespace == true
  }
}
