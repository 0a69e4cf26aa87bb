internal import Text

/// The parts of a text that is written below its key, after `|` or `>`.
struct BlockScalarLines {
  /// The mark in the line of the key, with an anchor or a tag before it.
  let header: Range<Int>
  /// The lines of the text, without empty ones at its end, which belong to the look of the file.
  let content: Range<Int>

  /// The parts of a scalar's bytes; nil where it is written in another form.
  init?(of scalar: Range<Int>, in bytes: Bytes) {
    var mark = scalar.lowerBound
    while mark < scalar.upperBound, bytes[mark] == UInt8(ascii: "&") || bytes[mark] == 0x21 {
      while mark < scalar.upperBound, !bytes[mark].isBlankOrLineEnd { mark += 1 }
      while mark < scalar.upperBound, bytes[mark] == 0x20 || bytes[mark] == 0x09 { mark += 1 }
    }
    guard mark < scalar.upperBound, bytes[mark] == 0x7C || bytes[mark] == 0x3E else { return nil }
    let headerEnd =
      bytes[mark..<scalar.upperBound].firstIndex(where: \.isBlankOrLineEnd) ?? scalar.upperBound
    header = scalar.lowerBound..<headerEnd
    let start = bytes.lineStart(after: headerEnd, before: scalar.upperBound)
    let last = bytes[start..<max(start, scalar.upperBound)].lastIndex {
      $0 != 0x20 && $0 != 0x0A && $0 != 0x0D
    }
    content = start..<(last.map { bytes.lineStart(after: $0, before: bytes.count) } ?? start)
  }
}

extension UInt8 {
  fileprivate var isBlankOrLineEnd: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
}

extension Array where Element == UInt8 {
  /// Where the line after the one with a position begins.
  fileprivate func lineStart(after position: Int, before limit: Int) -> Int {
    guard let end = self[position..<limit].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return limit
    }
    let isPair = self[end] == 0x0D && end + 1 < limit && self[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }
}
