extension String {
  /// Whether a text comes before another by the bytes of their UTF-8 form, which is the order of
  /// their scalars: the same on every machine, whatever its language.
  public func precedesInBytes(_ other: String) -> Bool {
    let order = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        unsafe left.precedes(right)
      }
    }
    return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  fileprivate func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let common = Swift.min(count, other.count)
    var position = 0
    // Paths have long beginnings in common: eight bytes at a time.
    while position + 8 <= common, unsafe word(at: position) == other.word(at: position) {
      position += 8
    }
    while position < common {
      let (left, right) = unsafe (self[position], other[position])
      if left != right { return left < right }
      position += 1
    }
    return count < other.count
  }

  private func word(at position: Int) -> UInt64 {
    unsafe UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: position, as: UInt64.self)
  }
}
