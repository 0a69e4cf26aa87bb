internal import Text

extension Array where Element == UInt8 {
  /// The bytes of an address with those that a URI cannot hold percent-encoded.
  init(percentEncoding address: ArraySlice<UInt8>) {
    self = []
    append(percentEncoding: address)
  }

  /// Appends the bytes of an address, those that a URI cannot hold percent-encoded.
  ///
  /// What is encoded already stays: only a `%` without two hexadecimal digits is encoded itself.
  mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    guard address.contains(where: { !uriByte[Int($0)] }) else {
      append(contentsOf: address)
      return
    }
    let digits = Bytes("0123456789ABCDEF".utf8)
    for index in address.indices {
      let byte = address[index]
      let isEscape = byte == UInt8(ascii: "%") && address.hasTwoHexDigits(after: index)
      if isEscape || uriByte[Int(byte)] {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
  }
}

/// Whether a byte may stand in a URI's path, query or fragment (RFC 3986, section 2).
private let uriByte: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  let marks = "-._~:/?#@!$&'()*+,;="
  for byte in marks.utf8 { table[Int(byte)] = true }
  for range in [0x30...0x39, 0x41...0x5A, 0x61...0x7A] {
    for byte in range { table[byte] = true }
  }
  return table
}()

extension ArraySlice where Element == UInt8 {
  fileprivate func hasTwoHexDigits(after index: Int) -> Bool {
    index + 2 < endIndex && self[index + 1].isHexDigit && self[index + 2].isHexDigit
  }

  /// Where a scheme with its colon ends (`mailto:`), or nil where there is none.
  var schemeEnd: Int? {
    guard let first, first.isASCIILetter else { return nil }
    for index in indices.dropFirst() {
      let byte = self[index]
      if byte == UInt8(ascii: ":") { return index + 1 }
      guard byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte) else {
        return nil
      }
    }
    return nil
  }

  /// The bytes without spaces, tabs and line ends at both ends.
  var trimmingASCIIWhitespace: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last.isASCIIWhitespace { slice.removeLast() }
    return slice.drop(while: \.isASCIIWhitespace)
  }

  /// The bytes with `A` to `Z` in lower case.
  var asciiLowercased: Bytes {
    map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }
}

extension UInt8 {
  var isHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self | 0x20 }

  /// A space, tab, line feed, form feed or carriage return, as HTML counts them.
  var isASCIIWhitespace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }
}
