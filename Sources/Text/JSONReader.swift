extension JSONValue {
  /// Reads a JSON text (RFC 8259), and nothing that is only similar to one.
  ///
  /// Members keep their order, and equal names are all kept. Whole numbers that fit are `number`,
  /// all others `decimal`, as they are written. A byte order mark is skipped (section 8.1).
  ///
  /// - Throws: the first mistake. Text that is not UTF-8, half of a surrogate pair, and lists and
  ///   objects more than 512 deep are mistakes.
  /// - Complexity: O(*n*) in the length of the text.
  public init(reading bytes: Bytes) throws(JSONError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONError(message: "this is not UTF-8", range: error.byteOffsets)
    }
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

/// Reads one JSON text from its beginning to its end.
struct JSONReader {
  /// Deeper values could take more stack than a thread has.
  private static let deepest = 512

  private let bytes: Bytes
  private var position = 0
  private var depth = 0

  init(bytes: Bytes) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw failure("something follows the value") }
    return value
  }

  // MARK: Values

  private mutating func value() throws(JSONError) -> JSONValue {
    guard let first = next else { throw failure("a value is missing at the end") }
    switch first {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .list(try elements())
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return try word()
    default: throw failure("a value must stand here")
    }
  }

  /// Goes past the bracket of a list or an object.
  private mutating func enter() throws(JSONError) {
    guard depth < Self.deepest else {
      throw failure("lists and objects are nested more than \(Self.deepest) deep")
    }
    depth += 1
    position += 1
    skipSpace()
  }

  private mutating func members() throws(JSONError) -> [JSONMember] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    if skip("}") { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else {
        throw failure("a name in quotation marks must stand here")
      }
      let name = try string()
      skipSpace()
      guard skip(":") else { throw failure("':' must stand after a name") }
      skipSpace()
      members.append(JSONMember(name, try value()))
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw failure("',' or '}' must stand here") }
    return members
  }

  private mutating func elements() throws(JSONError) -> [JSONValue] {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if skip("]") { return elements }
    repeat {
      skipSpace()
      elements.append(try value())
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw failure("',' or ']' must stand here") }
    return elements
  }

  private mutating func word() throws(JSONError) -> JSONValue {
    let start = position
    while let byte = next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { position += 1 }
    switch bytes[start..<position].text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let word: throw JSONError(message: "'\(word)' is no value", range: start..<position)
    }
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = skip("-")
    if skip("0") {
      if isAtDigit { throw failure("a number does not begin with a zero") }
    } else {
      try digits()
    }
    var isWhole = true
    if skip(".") {
      isWhole = false
      try digits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      if !skip("+") { _ = skip("-") }
      try digits()
    }
    let text = bytes[start..<position].text
    // A zero with a sign is no whole number: as one it would lose the sign.
    if isWhole, text != "-0", let number = Int(text) { return .number(number) }
    return .decimal(text)
  }

  private mutating func digits() throws(JSONError) {
    guard isAtDigit else { throw failure("a digit must stand here") }
    while isAtDigit { position += 1 }
  }

  private var isAtDigit: Bool { next?.isASCIIDigit ?? false }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    let start = position
    position += 1
    var text = Bytes()
    var runStart = position
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else {
        throw failure("a line break or control character in a string must be escaped")
      }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      text.append(contentsOf: bytes[runStart..<position])
      try appendEscape(to: &text)
      runStart = position
    }
    text.append(contentsOf: bytes[runStart..<position])
    guard skip("\"") else {
      throw JSONError(message: "the string is not closed", range: start..<bytes.count)
    }
    return text.text
  }

  private mutating func appendEscape(to text: inout Bytes) throws(JSONError) {
    let start = position
    position += 1
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      text.append(bytes[position - 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(String(Character(try scalar(from: start))))
    default:
      throw JSONError(
        message: "this is no escape of JSON", range: start..<min(position, bytes.count))
    }
  }

  /// The character of `\u` and four digits, or of two of them that are a surrogate pair.
  private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), skip("\\"), skip("u") {
      let second = try codeUnit()
      if UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
    }
    throw JSONError(message: "this is half of a surrogate pair", range: start..<position)
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw failure("four hexadecimal digits must follow '\\u'")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  // MARK: Bytes

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  /// A failure at the next character.
  private func failure(_ message: String) -> JSONError {
    var end = min(position + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return JSONError(message: message, range: position..<end)
  }
}
