/// The bytes that a kind of output cannot hold as they are, and what stands for them.
struct EscapeTable: Sendable {
  /// For each byte: 0 where it is copied, otherwise one more than the index of its replacement.
  let replacementIndex: [UInt8]
  let replacements: [Replacement]

  /// Up to eight bytes in one word, the first of them the lowest: to append them takes less than to
  /// append an array, and markup has one in every twenty bytes.
  struct Replacement: Sendable {
    let word: UInt64
    let count: Int

    /// - Precondition: the text has at most eight bytes.
    init(_ text: String) {
      precondition(text.utf8.count <= 8, "a replacement has at most eight bytes")
      word = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      count = text.utf8.count
    }
  }

  /// A table that replaces each byte of `pairs` by its text.
  init(_ pairs: [(byte: UInt8, text: String)]) {
    var index = [UInt8](repeating: 0, count: 256)
    var replacements: [Replacement] = []
    for pair in pairs {
      replacements.append(Replacement(pair.text))
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
  static let json = EscapeTable(jsonEscapes)

  /// The same, and what could end or comment out the HTML element around it.
  static let scriptJSON = EscapeTable(
    jsonEscapes + [(byte: 0x26, text: "\\u0026"), (0x3C, "\\u003c"), (0x3E, "\\u003e")])

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
  private static let jsonEscapes: [(byte: UInt8, text: String)] =
    [(0x22, "\\\""), (0x5C, "\\\\")]
    + controls.map { (byte: $0, text: jsonEscape($0)) }
  private static let controls: Range<UInt8> = 0..<0x20
  private static let whiteSpace: [UInt8] = [0x09, 0x0A, 0x0D]
}

extension ByteGroup {
  /// The bytes that any of the tables replaces.
  @inline(__always)
  fileprivate var mayBeEscaped: ByteMatches {
    matches(below: 0x20) | matches(0x22) | matches(0x26) | matches(0x27) | matches(0x3C)
      | matches(0x3E) | matches(0x5C)
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of `text`, each replaced as `table` says.
  mutating func append(_ text: Span<UInt8>, escapedBy table: EscapeTable) {
    var runStart = 0
    var position = 0
    while true {
      // Runs of harmless bytes are looked at a group at a time and copied as one block.
      position = text.firstIndex(
        in: position..<text.count, group: { $0.mayBeEscaped },
        byte: { table.replacementIndex[Int($0)] != 0 })
      guard position < text.count else { break }
      let index = table.replacementIndex[Int(text[position])]
      if index != 0 {
        append(text.extracting(runStart..<position))
        append(table.replacements[Int(index) - 1])
        runStart = position + 1
      }
      position += 1
    }
    append(text.extracting(runStart...))
  }

  @inline(__always)
  private mutating func append(_ replacement: EscapeTable.Replacement) {
    var word = replacement.word
    for _ in 0..<replacement.count {
      append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    }
  }

  /// Appends `text` so that it stands for itself in HTML text and in a quoted attribute.
  ///
  /// `&`, `<`, `>`, `"` and `'` become character references; every other byte is copied.
  public mutating func append(escapingHTML text: String) {
    text.withBytes { append($0, escapedBy: .html) }
  }

  /// Appends `bytes` so that they stand for themselves in HTML text and in a quoted attribute.
  public mutating func append(escapingHTML bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      unsafe append($0.span, escapedBy: .html)
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
      append(bytes.span, escapedBy: .xml)
      return
    }
    var kept = Bytes()
    kept.reserveCapacity(bytes.count)
    for scalar in bytes.text.unicodeScalars where scalar.value != 0xFFFE && scalar.value != 0xFFFF {
      kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    append(kept.span, escapedBy: .xml)
  }

  private var containsXMLNoncharacter: Bool {
    var index = 0
    while let lead = span.firstIndex(of: 0xEF, in: index..<count), lead + 2 < count {
      if self[lead + 1] == 0xBF && self[lead + 2] >= 0xBE { return true }
      index = lead + 1
    }
    return false
  }

  /// Appends `text` as a JSON string with its quotation marks (RFC 8259, section 7).
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { append($0, escapedBy: .json) }
    append(UInt8(ascii: "\""))
  }

  /// Appends `text` as a JSON string that may stand inside a `script` element of HTML.
  ///
  /// Neither `</script>` nor `<!--` can come up in it: `<`, `>` and `&` are escaped as well.
  public mutating func append(scriptJSONString text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { append($0, escapedBy: .scriptJSON) }
    append(UInt8(ascii: "\""))
  }

  /// Appends `bytes`, UTF-8, as a JSON string with its quotation marks (RFC 8259, section 7).
  public mutating func append(jsonString bytes: Bytes) {
    append(UInt8(ascii: "\""))
    append(bytes.span, escapedBy: .json)
    append(UInt8(ascii: "\""))
  }
}
