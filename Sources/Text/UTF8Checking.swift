extension Span where Element == UInt8 {
  /// The first byte that is not part of UTF-8 (Unicode, table 3-7); nil where all are.
  ///
  /// Only what lies between two ASCII characters is given to the standard library, which reads a text
  /// byte by byte from its first character beyond ASCII on.
  ///
  /// - Complexity: O(*n*), about a sixteenth of a nanosecond a byte of ASCII.
  public var firstInvalidUTF8: Int? {
    var position = 0
    while true {
      position = firstIndex(
        in: position..<count, group: { $0.matches(from: 0x80) }, byte: { $0 >= 0x80 })
      guard position < count else { return nil }
      var end = position + 1
      while end < count && self[end] >= 0x80 { end += 1 }
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: extracting(position..<end))
      } catch {
        return position + error.byteOffsets.lowerBound
      }
      position = end
    }
  }
}
