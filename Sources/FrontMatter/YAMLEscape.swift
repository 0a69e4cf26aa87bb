/// Escapes in double-quoted YAML texts (YAML 1.1, section 5.7): `\u0003`.
enum YAMLEscape {
  /// Where a character stands in the bytes of a value, as itself or escaped; nil where it is not
  /// found, since the value is repeated from elsewhere.
  static func range(of scalar: Unicode.Scalar, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let written = Array(String(scalar).utf8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(with: written) { return index..<index + written.count }
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        index += 1
        continue
      }
      let end = index + 2 + digitCount(after: bytes[index + 1])
      if end <= bytes.endIndex, value(bytes[index + 1..<end]) == scalar.value { return index..<end }
      index += 2
    }
    return nil
  }

  private static func digitCount(after letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  /// What an escape without its backslash stands for, where that is a control character or given by
  /// its number.
  private static func value(_ escape: ArraySlice<UInt8>) -> UInt32? {
    guard let letter = escape.first else { return nil }
    switch letter {
    case UInt8(ascii: "0"): return 0
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "e"): return 0x1B
    case UInt8(ascii: "N"): return 0x85
    default: return UInt32(String(decoding: escape.dropFirst(), as: UTF8.self), radix: 16)
    }
  }
}
