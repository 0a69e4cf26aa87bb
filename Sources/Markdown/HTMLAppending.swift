import Text

/// A set of ASCII bytes, asked for each byte of a text: two words instead of a table in memory.
struct ASCIISet: Sendable {
  private let low: UInt64
  private let high: UInt64

  /// The set of the characters of `text`, which must be ASCII.
  init(_ text: StaticString) {
    var words: (low: UInt64, high: UInt64) = (0, 0)
    func insert(_ byte: UInt8) {
      if byte < 64 { words.low |= 1 << UInt64(byte) } else { words.high |= 1 << UInt64(byte - 64) }
    }
    text.withUTF8Buffer { bytes in
      for position in 0..<bytes.count { insert(unsafe bytes[position]) }
    }
    (low, high) = words
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? (low >> UInt64(byte)) & 1 != 0 : byte < 128 && (high >> UInt64(byte & 63)) & 1 != 0
  }
}

extension Array where Element == UInt8 {
  /// Appends markup that the renderer itself writes.
  @inline(__always)
  mutating func append(literal text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a line end unless the text stands at the beginning of a line, as cmark does.
  ///
  /// - Parameter start: where the text began.
  @inline(__always)
  mutating func endLine(since start: Int) {
    if count > start && self[count - 1] != 0x0A { append(0x0A) }
  }

  /// Appends text so that it stands for itself in HTML and in a quoted attribute.
  ///
  /// The same characters are escaped as by cmark: `&`, `<`, `>` and `"`, and not `'`. Control
  /// characters that neither HTML nor XML 1.0 allows (a feed holds this text too) are left out.
  mutating func append(escaped text: Span<UInt8>) {
    var position = 0
    while true {
      let end = text.firstIndex(
        in: position..<text.count,
        group: { group in
          group.matches(UInt8(ascii: "&")) | group.matches(UInt8(ascii: "\""))
            | group.matches(UInt8(ascii: "<")) | group.matches(UInt8(ascii: ">"))
            | group.matches(below: 0x20)
        },
        byte: { $0 <= 0x3E && (escapedInText >> UInt64($0)) & 1 != 0 })
      append(text.extracting(position..<end))
      guard end < text.count else { return }
      append(escapedByte: text[end])
      position = end + 1
    }
  }

  private mutating func append(escapedByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append(literal: "&amp;")
    case UInt8(ascii: "<"): append(literal: "&lt;")
    case UInt8(ascii: ">"): append(literal: "&gt;")
    case UInt8(ascii: "\""): append(literal: "&quot;")
    case 0x09, 0x0A, 0x0C, 0x0D: append(byte)
    default: break
    }
  }

  /// Appends text so that it stands for itself in HTML and in a quoted attribute.
  mutating func append(escaped text: String) {
    text.withBytes { append(escaped: $0) }
  }

  /// Appends an address for a quoted attribute, percent-encoding what no address may hold.
  ///
  /// As in cmark: `&` and `'` become character references and a `%` is left alone.
  mutating func append(escapedAddress address: Span<UInt8>) {
    let allowed = bytesOfAddresses
    unsafe address.withUnsafeBufferPointer { address in
      var runStart = 0
      for position in 0..<address.count {
        let byte = unsafe address[position]
        if allowed.contains(byte) { continue }
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: address[runStart..<position]))
        runStart = position + 1
        switch byte {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "'"): append(literal: "&#x27;")
        default:
          append(UInt8(ascii: "%"))
          append(hexadecimalDigit(byte >> 4))
          append(hexadecimalDigit(byte & 15))
        }
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: address[runStart...]))
    }
  }
}

extension Array where Element == UInt8 {
  /// A copy of the bytes.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe Bytes($0) }
  }
}

extension Span where Element == UInt8 {
  /// The bytes read as UTF-8, with U+FFFD where they are not.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

/// `&`, `<`, `>`, `"` and the control characters as the bits of a word: all of them are below 64.
private let escapedInText: UInt64 =
  (1 << 0x26) | (1 << 0x3C) | (1 << 0x3E) | (1 << 0x22) | 0xFFFF_FFFF

/// What cmark leaves unescaped in an address.
private let bytesOfAddresses = ASCIISet(
  "-_.+!*(),%#@?=;:/$~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
}
