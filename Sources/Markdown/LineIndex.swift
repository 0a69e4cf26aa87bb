import Diagnostics

/// Where the lines of a Markdown text begin, for turning cmark's line numbers into bytes.
struct LineIndex {
  /// The first byte of each line in the file, and the end of the text.
  private var starts: [Int]

  /// The lines of a text as cmark counts them: they end at LF, CR LF or CR.
  init(of source: MarkdownSource) {
    starts = [source.body.lowerBound]
    let bytes = source.text.bytes
    for position in source.body {
      let byte = bytes[position]
      let isEnd =
        byte == 0x0A
        || (byte == 0x0D
          && !(position + 1 < source.body.upperBound && bytes[position + 1] == 0x0A))
      if isEnd { starts.append(position + 1) }
    }
    starts.append(source.body.upperBound)
  }

  /// The bytes of a line, counted from 1, with its end; empty where there is no such line.
  func range(ofLine line: Int) -> Range<Int> {
    let line = min(max(line, 1), starts.count - 1)
    return starts[line - 1]..<starts[line]
  }

  /// The bytes of some lines.
  func range(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    range(ofLine: lines.lowerBound).lowerBound..<range(ofLine: lines.upperBound).upperBound
  }
}
