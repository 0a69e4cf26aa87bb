public import CByteVectors

/// Sixteen bytes of a text, looked at together.
@frozen
public struct ByteGroup {
  /// How many bytes it has.
  @inlinable @inline(__always)
  public static var count: Int { 16 }

  @usableFromInline let bytes: byte_vector

  @inlinable @inline(__always)
  init(_ bytes: byte_vector) { self.bytes = bytes }

  /// The bytes that equal `byte`.
  @inlinable @inline(__always)
  public func matches(_ byte: UInt8) -> ByteMatches { ByteMatches(byte_vector_equal(bytes, byte)) }

  /// The bytes below `byte`.
  @inlinable @inline(__always)
  public func matches(below byte: UInt8) -> ByteMatches {
    ByteMatches(byte_vector_below(bytes, byte))
  }

  /// `byte` and the bytes above it.
  @inlinable @inline(__always)
  public func matches(from byte: UInt8) -> ByteMatches {
    ByteMatches(byte_vector_from(bytes, byte))
  }

  /// Whether all bytes are ASCII.
  @inlinable @inline(__always)
  public var isASCII: Bool {
    let halves = byte_vector_halves(bytes)
    return (halves.low | halves.high) & 0x8080_8080_8080_8080 == 0
  }
}

/// Which bytes of a group are such as were looked for.
@frozen
public struct ByteMatches {
  @usableFromInline let bytes: byte_vector

  @inlinable @inline(__always)
  init(_ bytes: byte_vector) { self.bytes = bytes }

  /// The bytes that are either.
  @inlinable @inline(__always)
  public static func | (left: ByteMatches, right: ByteMatches) -> ByteMatches {
    ByteMatches(byte_vector_or(left.bytes, right.bytes))
  }

  /// The bytes that are both.
  @inlinable @inline(__always)
  public static func & (left: ByteMatches, right: ByteMatches) -> ByteMatches {
    ByteMatches(byte_vector_and(left.bytes, right.bytes))
  }

  /// The bytes that are not among others.
  @inlinable @inline(__always)
  public func without(_ others: ByteMatches) -> ByteMatches {
    ByteMatches(byte_vector_without(bytes, others.bytes))
  }

  /// Where in the group the first one is.
  @inlinable @inline(__always)
  public var first: Int? {
    let halves = byte_vector_halves(bytes)
    if halves.low != 0 { return halves.low.trailingZeroBitCount / 8 }
    if halves.high != 0 { return 8 &+ halves.high.trailingZeroBitCount / 8 }
    return nil
  }

  /// Whether there is none.
  @inlinable @inline(__always)
  public var isEmpty: Bool {
    let halves = byte_vector_halves(bytes)
    return halves.low | halves.high == 0
  }

  /// How many runs of matching bytes begin in the group.
  ///
  /// - Parameters:
  ///   - start: the first byte of the group that counts; a run that goes on there has begun before.
  ///   - isInRun: whether the byte before that matches; becomes whether the group's last one does.
  /// - Returns: how many.
  @inlinable @inline(__always)
  public func runCount(from start: Int = 0, after isInRun: inout Bool) -> Int {
    let halves = byte_vector_halves(bytes)
    var low = halves.low & ~(halves.low << 8 | (isInRun ? 0xFF : 0))
    var high = halves.high & ~(halves.high << 8 | halves.low >> 56)
    if start >= 8 {
      low = 0
      high &= .max << UInt64(truncatingIfNeeded: 8 &* (start &- 8))
    } else {
      low &= .max << UInt64(truncatingIfNeeded: 8 &* start)
    }
    isInRun = halves.high >> 63 == 1
    // Each byte is 0 or 1 now, and the product's highest byte is their sum.
    let ones: UInt64 = 0x0101_0101_0101_0101
    return Int(truncatingIfNeeded: (((low & ones) &+ (high & ones)) &* ones) >> 56)
  }
}

extension Span where Element == UInt8 {
  /// The bytes from a position on.
  ///
  /// - Precondition: there are as many as a group has.
  @inlinable @inline(__always)
  public func group(at position: Int) -> ByteGroup {
    unsafe ByteGroup(bytes.unsafeLoadUnaligned(fromByteOffset: position, as: byte_vector.self))
  }

  /// The first byte of a range that is looked for, or the range's end: `group` says of a group
  /// which of its bytes are, and `byte` the same of one.
  @inlinable @inline(__always)
  public func firstIndex(
    in range: Range<Int>, group: (ByteGroup) -> ByteMatches, byte: (UInt8) -> Bool
  ) -> Int {
    var position = range.lowerBound
    while range.upperBound &- position >= ByteGroup.count {
      if let first = group(self.group(at: position)).first { return position &+ first }
      position &+= ByteGroup.count
    }
    if range.upperBound &- range.lowerBound >= ByteGroup.count {
      // The bytes of the last group that were looked at already are no matches.
      guard position < range.upperBound else { return position }
      position = range.upperBound &- ByteGroup.count
      return group(self.group(at: position)).first.map { position &+ $0 } ?? range.upperBound
    }
    while position < range.upperBound && !byte(self[position]) { position &+= 1 }
    return position
  }

  /// The first byte of a range that equals another one; nil where there is none.
  ///
  /// - Complexity: O(*n*), about a sixteenth of a nanosecond a byte.
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let found = firstIndex(in: range, group: { $0.matches(byte) }, byte: { $0 == byte })
    return found < range.upperBound ? found : nil
  }

  /// The scalar that begins at a position, which moves behind it; valid UTF-8 is assumed, and
  /// other bytes give some scalar.
  @inlinable
  public func scalar(at position: inout Int) -> UInt32 {
    let lead = self[position]
    position += 1
    guard lead >= 0x80 else { return UInt32(lead) }
    var scalar = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    while position < count, self[position] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(self[position] & 0x3F)
      position += 1
    }
    return scalar
  }
}
