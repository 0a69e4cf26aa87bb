public import Text

/// A text file that was read, named by its path, in which problems have places.
public struct SourceText: Sendable {
  /// The path as the user knows it: relative to the site's folder, with `/` between its parts.
  public let path: String
  /// The whole file, byte for byte.
  public let bytes: Bytes
  /// Whether the bytes are known to be UTF-8, because `checkEncoding` has looked at them.
  public internal(set) var isKnownUTF8 = false

  /// A file's text under its path.
  public init(path: String, bytes: Bytes) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a range of bytes, as a person counts: line and column from 1.
  ///
  /// Positions are byte offsets everywhere inside the program and are converted here, once, when
  /// a problem is reported. Lines end at LF, CR LF or CR; columns count characters (grapheme
  /// clusters); a byte order mark is no character. A range that leaves its line is cut at the
  /// line's end, and one outside the file is moved to its end.
  ///
  /// - Complexity: O(*n*) in the length of the file before the range.
  public func location(of range: Range<Int>) -> TextLocation {
    let start = min(max(range.lowerBound, 0), bytes.count)
    var line = 1
    var lineStart = 0
    var index = 0
    while index < start {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    if lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lineStart = min(3, start) }
    let end = min(max(range.upperBound, start), lineEnd)
    // A problem may lie megabytes into one line: look only at what can be shown.
    let column = characterCount(lineStart..<start) + 1
    let shownEnd = characterStart(atOrBefore: min(end, start + 400), above: start)
    let length = max(1, characterCount(start..<shownEnd))
    let lastShown = characterStart(
      atOrBefore: min(lineEnd, max(shownEnd, start + 120)), above: shownEnd)
    return TextLocation(
      path: path, line: line, column: column, length: length,
      excerpt: TextExcerpt(
        before: bytes[excerptStart(lineStart, start)..<start].text,
        marked: bytes[start..<shownEnd].text,
        after: bytes[shownEnd..<lastShown].text,
        isCutAtStart: excerptStart(lineStart, start) > lineStart,
        isCutAtEnd: lastShown < lineEnd))
  }

  /// The place of one byte.
  public func location(at offset: Int) -> TextLocation {
    location(of: offset..<offset)
  }

  private func characterCount(_ range: Range<Int>) -> Int {
    let part = bytes[range]
    return part.allSatisfy { $0 < 0x80 } ? part.count : part.text.count
  }

  /// The offset itself, or the beginning of the character that it would cut.
  private func characterStart(atOrBefore offset: Int, above start: Int) -> Int {
    guard offset < bytes.count else { return offset }
    var cut = offset
    while cut > start && bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }

  /// At most 100 bytes before the problem are shown, from the beginning of a character.
  private func excerptStart(_ lineStart: Int, _ start: Int) -> Int {
    guard start - lineStart > 100 else { return lineStart }
    var cut = start - 100
    while cut < start && bytes[cut] & 0xC0 == 0x80 { cut += 1 }
    return cut
  }
}
