extension UInt8 {
  /// Whether the byte is a letter from `A` to `Z` or from `a` to `z`.
  @inlinable @inline(__always)
  public var isASCIILetter: Bool { 0x61...0x7A ~= self | 0x20 }

  /// Whether the byte is a digit from `0` to `9`.
  @inlinable @inline(__always)
  public var isASCIIDigit: Bool { 0x30...0x39 ~= self }
}
