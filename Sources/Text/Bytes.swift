/// UTF-8 text on its way to a file or from one.
///
/// Every stage of the pipeline reads and writes bytes; a `String` is made only where a person's
/// word (a title, a message) is kept.
public typealias Bytes = [UInt8]

extension Array where Element == UInt8 {
  /// Appends the UTF-8 form of `text`.
  @inlinable
  public mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  /// Appends bytes as they are.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `source` in `range` as one block, without counting references to it.
  ///
  /// - Precondition: `range` lies within `source`.
  @inlinable
  public mutating func append(_ range: Range<Int>, of source: borrowing Bytes) {
    unsafe source.withUnsafeBufferPointer {
      precondition(range.lowerBound >= 0 && range.upperBound <= $0.count, "outside of the source")
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Appends the digits of `number` in base ten.
  @inlinable
  public mutating func append(decimal number: Int) {
    if number >= 0 && number < 10 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    } else {
      append(String(number))
    }
  }

  /// Appends the digits of `number` in base ten, with zeros in front up to `width` digits.
  ///
  /// - Precondition: `number` is not negative.
  public mutating func append(decimal number: Int, width: Int) {
    precondition(number >= 0, "a padded number is never negative")
    var power = 1
    var digits = 1
    while number / power >= 10 {
      power *= 10
      digits += 1
    }
    for _ in 0..<Swift.max(0, width - digits) { append(UInt8(ascii: "0")) }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  /// The bytes read as UTF-8, with U+FFFD where they are not.
  @inlinable
  public var text: String { String(decoding: self, as: UTF8.self) }
}

extension ArraySlice where Element == UInt8 {
  /// The bytes read as UTF-8, with U+FFFD where they are not.
  @inlinable
  public var text: String { String(decoding: self, as: UTF8.self) }
}
