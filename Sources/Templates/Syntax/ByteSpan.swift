/// A range of bytes in a template, in half the space of a `Range<Int>`.
struct ByteSpan: Sendable, Hashable {
  let start: Int32
  let end: Int32

  init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: Swift.max(start, end))
  }

  var range: Range<Int> { Int(start)..<Int(end) }

  /// From the beginning of this to the end of another.
  func joined(to other: ByteSpan) -> ByteSpan {
    ByteSpan(Int(start), Swift.max(Int(end), Int(other.end)))
  }
}
