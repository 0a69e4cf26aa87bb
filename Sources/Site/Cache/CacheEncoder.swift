internal import CivilTime
internal import Text

/// Writes values into a cache file, one after the other; `CacheDecoder` reads them in the same order.
///
/// Whole numbers take a byte for every seven bits (LEB128), texts their length and their bytes.
struct CacheEncoder {
  var bytes = Bytes()

  mutating func write(_ number: Int) {
    // Zigzag: small negative numbers are small as well.
    write(unsigned: UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  mutating func write(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// How many bytes a number takes.
  static func byteCount(unsigned number: UInt64) -> Int {
    max(1, (UInt64.bitWidth - number.leadingZeroBitCount + 6) / 7)
  }

  mutating func write(fixed number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(unsigned: UInt64(text.utf8.count))
    bytes.append(text)
  }

  mutating func write(_ digest: Digest) {
    write(fixed: digest.low)
    write(fixed: digest.high)
  }

  mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  mutating func write<Value>(
    _ value: Value?, _ writeValue: (inout CacheEncoder, Value) -> Void
  ) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }

  mutating func write<Element>(
    _ elements: [Element], _ writeElement: (inout CacheEncoder, Element) -> Void
  ) {
    write(unsigned: UInt64(elements.count))
    for element in elements { writeElement(&self, element) }
  }

  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  mutating func write(_ date: CivilDate) { write(date.daysSinceEpoch) }

  mutating func write(_ time: Timestamp) {
    write(time.secondsSinceEpoch)
    write(time.offsetSeconds)
    write(time.isDateOnly)
  }
}
