internal import CivilTime
internal import Text

/// How many bytes a line of a calendar may have without its line end (RFC 5545, section 3.1).
private let lineByteCountMax = 75

extension Array where Element == UInt8 {
  /// Appends a line, folded where it is longer than 75 bytes.
  ///
  /// A fold never parts the bytes of one character: programs that decode before they unfold would
  /// see two broken ones.
  mutating func append(contentLine line: Bytes) {
    var start = 0
    var room = lineByteCountMax
    while line.count - start > room {
      var end = start + room
      while end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
      if end == start { end = start + room }
      append(start..<end, of: line)
      append("\r\n ")
      start = end
      // The space at the beginning counts.
      room = lineByteCountMax - 1
    }
    append(start..<line.count, of: line)
    append("\r\n")
  }

  /// Appends a property whose value is written as it is: an address, a number, a word.
  mutating func append(property name: String, raw value: String) {
    append(contentLine: Bytes("\(name):\(value)".utf8))
  }

  /// Appends a property whose value is text; nothing where it has none.
  mutating func append(property name: String, text: String) {
    var line = Bytes("\(name):".utf8)
    let start = line.count
    line.append(calendarText: text)
    if line.count > start { append(contentLine: line) }
  }

  /// Appends a property whose value is text of one line: line breaks become spaces.
  mutating func append(property name: String, line text: String) {
    append(property: name, text: text.inOneLine)
  }

  /// Appends the value of a text, escaped (RFC 5545, section 3.3.11).
  ///
  /// Control characters, which a calendar cannot hold, are left out.
  mutating func append(calendarText text: String) {
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x85, 0x2028, 0x2029: append("\\n")
      case 0x0A: if !isAfterReturn { append("\\n") }
      case 0x2C, 0x3B, 0x5C:
        append(UInt8(ascii: "\\"))
        append(UInt8(scalar.value))
      case 0x09: append(UInt8(scalar.value))
      case 0..<0x20, 0x7F..<0xA0: break
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      isAfterReturn = scalar.value == 0x0D
    }
  }

  /// Appends a parameter's value in quotation marks (RFC 5545, section 3.2, and RFC 6868).
  mutating func append(calendarParameter text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.inOneLine.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: break
      // The old programs that do not know RFC 6868 read an apostrophe as what it is.
      case 0x22: append(UInt8(ascii: "'"))
      case 0x5E: append("^^")
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends `20230223`.
  mutating func append(calendarDay date: CivilDate) {
    append(decimal: date.year, width: 4)
    append(decimal: date.month, width: 2)
    append(decimal: date.day, width: 2)
  }

  /// Appends `20230223T130000Z`: an instant in UTC, which needs no rules of a time zone and cannot
  /// be misread.
  mutating func append(calendarInstant timestamp: Timestamp) {
    let utc = LocalDateTime(secondsSinceEpoch: timestamp.secondsSinceEpoch)
    append(calendarDay: utc.date)
    append(UInt8(ascii: "T"))
    append(decimal: utc.hour, width: 2)
    append(decimal: utc.minute, width: 2)
    append(decimal: utc.second, width: 2)
    append(UInt8(ascii: "Z"))
  }
}
