/// Eight bytes of a text in one word, looked at together; the first byte is the lowest.
struct ByteGroup {
  fileprivate let word: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether all bytes are ASCII.
  var isASCII: Bool { word & Self.highs == 0 }

  /// The high bit of each byte above `byte`, where all are ASCII.
  @inline(__always)
  func matches(above byte: UInt8) -> UInt64 {
    (word &+ UInt64(0x7F - byte) &* Self.ones) & Self.highs
  }

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
  /// The eight bytes at a position.
  @inline(__always)
  func group(at position: Int) -> ByteGroup {
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    return ByteGroup(word: UInt64(littleEndian: word))
  }

  /// The scalar that begins at a position, which moves behind it; valid UTF-8 is assumed, and
  /// other bytes give some scalar.
  func scalar(at position: inout Int) -> UInt32 {
    let lead = self[position]
    var scalar = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    position += 1
    while position < count, self[position] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(self[position] & 0x3F)
      position += 1
    }
    return scalar
  }

  /// The first byte from a position on that is looked for, or the end: `group` says of eight bytes
  /// which of them are, and `byte` the same of one.
  @inline(__always)
  func firstIndex(
    from start: Int, group: (ByteGroup) -> UInt64, byte: (UInt8) -> Bool
  ) -> Int {
    var position = start
    while position &+ 8 <= count {
      let matches = group(self.group(at: position))
      if matches != 0 { return position &+ matches.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < count && !byte(self[position]) { position &+= 1 }
    return position
  }
}
