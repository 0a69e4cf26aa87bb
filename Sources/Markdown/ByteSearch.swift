import Text

extension Array where Element == UInt8 {
  /// Where `needle` first stands in a part of the bytes.
  ///
  /// - Complexity: O(*n* · *m*) at worst, O(*n*) in text.
  func firstRange(of needle: Bytes, in range: Range<Int>) -> Range<Int>? {
    guard let first = needle.first, range.count >= needle.count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      for start in range.lowerBound...(range.upperBound - needle.count)
      where unsafe bytes[start] == first {
        let end = start + needle.count
        if unsafe bytes[start..<end].elementsEqual(needle) { return start..<end }
      }
      return nil
    }
  }

  /// Whether the bytes at a position are the ASCII text `needle`.
  func has(_ needle: StaticString, at position: Int) -> Bool {
    guard position >= 0, count - position >= needle.utf8CodeUnitCount else { return false }
    return needle.withUTF8Buffer { needle in
      for index in 0..<needle.count where unsafe self[position + index] != needle[index] {
        return false
      }
      return true
    }
  }
}
