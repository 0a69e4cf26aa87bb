extension Unicode.Scalar {
  /// Whether no page and no feed can hold it: a control character other than a tab, a line feed or a
  /// carriage return, or a noncharacter.
  ///
  /// HTML ("preprocessing the input stream") calls them errors, XML 1.0 (section 2.2) forbids most.
  public var isControlCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

extension Span where Element == UInt8 {
  /// The first control character or noncharacter of a part of a text, which is UTF-8.
  ///
  /// - Complexity: O(*n*), about a tenth of a nanosecond a byte.
  public func firstControlCharacter(in range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while true {
      position = firstControlCharacterLead(in: position..<range.upperBound)
      guard position < range.upperBound else { return nil }
      let length = controlCharacterLength(at: position)
      if length > 0 { return position..<position + length }
      position += 1
    }
  }

  /// The first byte of a range with which a control character or a noncharacter may begin, or the
  /// range's end: few bytes of a text are such.
  ///
  /// - Complexity: O(*n*), about a tenth of a nanosecond a byte.
  public func firstControlCharacterLead(in range: Range<Int>) -> Int {
    firstIndex(
      in: range, group: { $0.controlCharacterLeads }, byte: { $0.isControlCharacterLead })
  }

  /// The length of the control character that begins at a byte; 0 where none does.
  private func controlCharacterLength(at index: Int) -> Int {
    let length =
      switch self[index] {
      case 0..<0x20, 0x7F: 1
      case 0xC2: 2
      case 0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, index + length <= count else { return 0 }
    var value =
      length == 1 ? UInt32(self[index]) : UInt32(self[index]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<Swift.max(length, 1) {
      value = value << 6 | UInt32(self[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value)?.isControlCharacter == true ? length : 0
  }
}

extension UInt8 {
  /// Whether a control character or a noncharacter may begin with the byte.
  fileprivate var isControlCharacterLead: Bool {
    switch self {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2, 0xEF, 0xF0...: true
    default: false
    }
  }
}

extension ByteGroup {
  /// The bytes with which a control character may begin, as `isControlCharacterLead` says of one.
  @inline(__always)
  fileprivate var controlCharacterLeads: ByteMatches {
    // Most groups have nothing but ASCII and a line end.
    let unusual = matches(below: 0x20).without(matches(0x0A)) | matches(from: 0x7F)
    guard !unusual.isEmpty else { return unusual }
    return matches(below: 0x20).without(matches(0x09) | matches(0x0A) | matches(0x0D))
      | matches(0x7F) | matches(0xC2) | matches(0xEF) | matches(from: 0xF0)
  }
}

extension Array where Element == UInt8 {
  /// Takes the control characters and noncharacters out of the bytes, UTF-8, from a place on.
  public mutating func removeControlCharacters(from start: Int = 0) {
    var kept: Bytes?
    var position = start
    while let found = span.firstControlCharacter(in: position..<count) {
      if kept == nil { kept = Bytes(self[..<start]) }
      kept?.append(contentsOf: self[position..<found.lowerBound])
      position = found.upperBound
    }
    guard var kept else { return }
    kept.append(contentsOf: self[position...])
    self = kept
  }
}

extension String {
  /// Whether the text has a control character or a noncharacter.
  public var hasControlCharacters: Bool {
    withBytes { $0.firstControlCharacter(in: $0.indices) != nil }
  }

  /// The text without control characters and noncharacters, which no page can hold.
  public var withoutControlCharacters: String {
    guard hasControlCharacters else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isControlCharacter }))
  }

  /// Takes control characters and noncharacters out of the text, which nearly never has one.
  public mutating func removeControlCharacters() {
    if hasControlCharacters { self = withoutControlCharacters }
  }
}
