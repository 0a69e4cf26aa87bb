import Diagnostics
import Text

/// Where the lines of a Markdown text begin, for turning cmark's line numbers into bytes.
struct LineIndex {
  /// The first byte of each line in the file, and the end of the text.
  private var starts: [Int]

  /// The lines of a text as cmark counts them: they end at LF, CR LF or CR.
  init(of source: MarkdownSource) {
    starts = [source.body.lowerBound]
    let bytes = source.text.bytes.span
    let end = source.body.upperBound
    var position = source.body.lowerBound
    while true {
      position = bytes.firstIndex(
        in: position..<end, group: { $0.matches(0x0A) | $0.matches(0x0D) },
        byte: { $0 == 0x0A || $0 == 0x0D })
      guard position < end else { break }
      let isFirstHalf = bytes[position] == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A
      position += 1
      if !isFirstHalf { starts.append(position) }
    }
    starts.append(end)
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
