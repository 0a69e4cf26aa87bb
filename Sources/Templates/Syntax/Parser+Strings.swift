import Diagnostics
import Text

extension Parser {
  /// The text of a string token: without its quotation marks, its escapes read as Python does.
  func unescaped(_ span: ByteSpan) throws(SyntaxFailure) -> String {
    let range = (Int(span.start) + 1)..<(Int(span.end) - 1)
    let raw = source.bytes[range]
    guard raw.contains(UInt8(ascii: "\\")) else { return raw.text }
    var result = Bytes()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source.bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < range.upperBound else {
        result.append(byte)
        continue
      }
      let escape = source.bytes[index]
      index += 1
      try appendEscape(escape, to: &result, &index, range.upperBound)
    }
    return result.text
  }

  private func appendEscape(
    _ escape: UInt8, to result: inout Bytes, _ index: inout Int, _ end: Int
  ) throws(SyntaxFailure) {
    switch escape {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(escape)
    case UInt8(ascii: "/"): result.append(escape)
    case 0x0A: break
    case UInt8(ascii: "x"): try appendScalar(digits: 2, to: &result, &index, end)
    case UInt8(ascii: "u"): try appendScalar(digits: 4, to: &result, &index, end)
    case UInt8(ascii: "U"): try appendScalar(digits: 8, to: &result, &index, end)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): appendOctal(to: &result, &index, end)
    default:
      // As in Python, a backslash before anything else stands for itself.
      result.append(UInt8(ascii: "\\"))
      result.append(escape)
    }
  }

  /// Appends the character of one to three octal digits, of which the first was read.
  private func appendOctal(to result: inout Bytes, _ index: inout Int, _ end: Int) {
    let digits = source.bytes[(index - 1)..<min(end, index + 2)].prefix {
      (0x30...0x37).contains($0)
    }
    let number = digits.reduce(UInt32(0)) { $0 * 8 + UInt32($1 & 7) }
    index += digits.count - 1
    result.append(String(Unicode.Scalar(number) ?? "\u{FFFD}"))
  }

  private func appendScalar(
    digits: Int, to result: inout Bytes, _ index: inout Int, _ end: Int
  ) throws(SyntaxFailure) {
    let start = index - 2
    index = min(end, index + digits)
    guard let number = UInt32(source.bytes[start + 2..<index].text, radix: 16),
      let scalar = Unicode.Scalar(number), index - start - 2 == digits
    else {
      throw SyntaxFailure(
        message: "'\(source.bytes[start..<index].text)' is no character",
        span: ByteSpan(start, index),
        help: ["after `\\x` stand 2, after `\\u` 4 and after `\\U` 8 hexadecimal digits"])
    }
    result.append(String(scalar))
  }
}
