/// Eight bytes of a text in one word, looked at together; the first byte is the lowest.
struct ByteGroup {
  fileprivate let word: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that equals `byte`; above the first one there may be false ones.
  @inline(__always)
  func matches(_ byte: UInt8) -> UInt64 {
    let difference = word ^ (UInt64(byte) &* Self.ones)
    return (difference &- Self.ones) & ~difference & Self.highs
  }

  /// The high bit of each byte below `byte`, at most 0x80; above the first one there may be false
  /// ones.
  @inline(__always)
  func matches(below byte: UInt8) -> UInt64 {
    (word &- (UInt64(byte) &* Self.ones)) & ~word & Self.highs
  }
}

extension Span where Element == UInt8 {
  /// The first byte from a position on that is looked for, or the end: `group` says of eight bytes
  /// which of them are, and `byte` the same of one.
  @inline(__always)
  func firstIndex(
    from start: Int, group: (ByteGroup) -> UInt64, byte: (UInt8) -> Bool
  ) -> Int {
    var position = start
    let raw = unsafe bytes
    while position &+ 8 <= count {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let matches = group(ByteGroup(word: UInt64(littleEndian: word)))
      if matches != 0 { return position &+ matches.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < count && !byte(self[position]) { position &+= 1 }
    return position
  }
}
