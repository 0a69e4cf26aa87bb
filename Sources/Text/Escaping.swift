/// The bytes that a kind of output cannot hold as they are, and what stands for them.
///
/// A table of 256 entries makes the common case, a run of harmless bytes, one look-up a byte and
/// one block copy a run.
struct EscapeTable: Sendable {
  /// For each byte: 0 where it is copied, otherwise one more than the index of its replacement.
  let replacementIndex: [UInt8]
  let replacements: [Bytes]

  /// A table that replaces each byte of `pairs` by its text.
  init(_ pairs: [(byte: UInt8, text: String)]) {
    var index = [UInt8](repeating: 0, count: 256)
    var replacements: [Bytes] = []
    for pair in pairs {
      replacements.append(Bytes(pair.text.utf8))
      index[Int(pair.byte)] = UInt8(replacements.count)
    }
    self.replacementIndex = index
    self.replacements = replacements
  }

  /// `&`, `<`, `>`, `"` and `'`: safe in HTML text and in a quoted attribute.
  static let html = EscapeTable(markup)

  /// The same five, and nothing for the control characters that XML 1.0 forbids (section 2.2).
  static let xml = EscapeTable(
    markup + controls.filter { !whiteSpace.contains($0) }.map { (byte: $0, text: "") })

  /// What a JSON string must escape (RFC 8259, section 7).
  static let json = EscapeTable(
    [(byte: 0x22, text: "\\\""), (byte: 0x5C, text: "\\\\")]
      + controls.map { (byte: $0, text: jsonEscape($0)) })

  /// A control character in a JSON string: by its letter, or where it has none by its number.
  private static func jsonEscape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  private static let markup: [(byte: UInt8, text: String)] = [
    (0x26, "&amp;"), (0x3C, "&lt;"), (0x3E, "&gt;"), (0x22, "&quot;"), (0x27, "&#39;"),
  ]
  private static let controls: Range<UInt8> = 0..<0x20
  private static let whiteSpace: [UInt8] = [0x09, 0x0A, 0x0D]
}

extension Array where Element == UInt8 {
  /// Appends `bytes`, each replaced as `table` says.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, escapedBy table: EscapeTable) {
    // A pointer, because a byte always has an entry among 256, and checking that took half the time.
    unsafe table.replacementIndex.withUnsafeBufferPointer { replacementIndex in
      var runStart = 0
      for position in 0..<bytes.count {
        let index = unsafe replacementIndex[Int(bytes[position])]
        if index == 0 { continue }
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<position]))
        append(contentsOf: table.replacements[Int(index) - 1])
        runStart = position + 1
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }
  }

  private mutating func append(_ text: String, escapedBy table: EscapeTable) {
    var text = text
    text.withUTF8 { unsafe append($0, escapedBy: table) }
  }

  /// Appends `text` so that it stands for itself in HTML text and in a quoted attribute.
  ///
  /// `&`, `<`, `>`, `"` and `'` become character references; every other byte is copied.
  public mutating func append(escapingHTML text: String) {
    append(text, escapedBy: .html)
  }

  /// Appends `bytes` so that they stand for themselves in HTML text and in a quoted attribute.
  public mutating func append(escapingHTML bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      unsafe append($0, escapedBy: .html)
    }
    if done == nil { append(escapingHTML: Bytes(bytes)) }
  }

  /// Appends `text` so that it stands for itself in XML 1.0 text and in a quoted attribute.
  ///
  /// Characters that XML 1.0 forbids even as references (section 2.2: most control characters,
  /// U+FFFE, U+FFFF) are left out, since one of them makes a whole feed unreadable.
  public mutating func append(escapingXML text: String) {
    append(escapingXML: Bytes(text.utf8))
  }

  /// Appends `bytes`, UTF-8, so that they stand for themselves in XML 1.0 text.
  ///
  /// Characters that XML 1.0 forbids (section 2.2) are left out.
  public mutating func append(escapingXML bytes: Bytes) {
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF: the only forbidden characters outside ASCII.
    guard bytes.containsXMLNoncharacter else {
      unsafe bytes.withUnsafeBufferPointer { unsafe append($0, escapedBy: .xml) }
      return
    }
    var kept = Bytes()
    kept.reserveCapacity(bytes.count)
    for scalar in bytes.text.unicodeScalars where scalar.value != 0xFFFE && scalar.value != 0xFFFF {
      kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    unsafe kept.withUnsafeBufferPointer { unsafe append($0, escapedBy: .xml) }
  }

  private var containsXMLNoncharacter: Bool {
    guard count > 2 else { return false }
    for index in 2..<count where self[index] >= 0xBE && self[index - 1] == 0xBF {
      if self[index - 2] == 0xEF { return true }
    }
    return false
  }

  /// Appends `text` as a JSON string with its quotation marks (RFC 8259, section 7).
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    append(text, escapedBy: .json)
    append(UInt8(ascii: "\""))
  }

  /// Appends `bytes`, UTF-8, as a JSON string with its quotation marks (RFC 8259, section 7).
  public mutating func append(jsonString bytes: Bytes) {
    append(UInt8(ascii: "\""))
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0, escapedBy: .json) }
    append(UInt8(ascii: "\""))
  }
}
