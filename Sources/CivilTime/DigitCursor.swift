internal import Text

/// A place in a text of numbers and marks between them.
struct DigitCursor {
  private let bytes: Bytes
  private var index = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  /// The byte at the place; nil at the end.
  var next: UInt8? { isAtEnd ? nil : bytes[index] }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Goes to the first byte that is not as wanted, and tells how many it has passed.
  mutating func skip(while isWanted: (UInt8) -> Bool) -> Int {
    let start = index
    while let next, isWanted(next) { index += 1 }
    return index - start
  }

  mutating func skipSpaces() -> Bool { skip { $0 == UInt8(ascii: " ") } > 0 }

  mutating func skipDigits() -> Bool { skip(while: \.isASCIIDigit) > 0 }

  /// A number of so many digits.
  mutating func number(digits: Int) -> Int? {
    number(digits: digits...digits)
  }

  /// A number of as many digits as stand here, up to the most that it may have.
  ///
  /// Where they are too few, it is nil, and the place stays.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var end = index
    while end < bytes.count, end - index < digits.upperBound, bytes[end].isASCIIDigit {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end - index >= digits.lowerBound else { return nil }
    index = end
    return value
  }
}
