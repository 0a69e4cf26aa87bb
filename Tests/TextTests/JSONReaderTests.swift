import Testing
import Text

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONValue(reading: Bytes(text.utf8))
  }

  private func problem(_ bytes: Bytes) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("null", JSONValue.null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .number(0)),
    ("-12", .number(-12)), ("9223372036854775807", .number(.max)),
    ("[1, \"a\", []]", .list([.number(1), .text("a"), .list([])])),
    ("{}", .object([JSONMember]())), ("\u{FEFF}1", .number(1)),
  ])
  func `values of every kind are read`(text: String, expected: JSONValue) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: ["1.50", "-0", "1e400", "2E+3", "9223372036854775808", "0.1e-2"])
  func `a number that is not whole keeps every digit`(text: String) throws {
    #expect(try read(text) == .decimal(text))
    var written = Bytes()
    written.append(json: try read(text))
    #expect(written.text == text)
  }

  @Test func `members keep their order, and equal names are all kept`() throws {
    let expected = [
      JSONMember("b", .number(1)), JSONMember("a", .number(2)), JSONMember("b", .null),
    ]
    #expect(try read(#"{"b": 1, "a": 2, "b": null}"#) == .object(expected))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u0000""#, "é\u{0}"),
    (#""\uD83D\ude80""#, "🚀"), (#""é🚀""#, "é🚀"), (#""""#, ""),
  ])
  func `escapes become characters`(text: String, expected: String) throws {
    #expect(try read(text) == .text(expected))
  }

  @Test(arguments: [
    ("", "a value is missing at the end", 0..<0),
    ("[1,]", "a value must stand here", 3..<4),
    ("{\"a\" 1}", "':' must stand after a name", 5..<6),
    ("{a: 1}", "a name in quotation marks must stand here", 1..<2),
    ("{\"a\": 1,}", "a name in quotation marks must stand here", 8..<9),
    ("[1 2]", "',' or ']' must stand here", 3..<4),
    ("nul", "'nul' is no value", 0..<3),
    ("NaN", "a value must stand here", 0..<1),
    ("01", "a number does not begin with a zero", 1..<2),
    ("1.", "a digit must stand here", 2..<2), ("-", "a digit must stand here", 1..<1),
    ("1e", "a digit must stand here", 2..<2), (".5", "a value must stand here", 0..<1),
    ("+1", "a value must stand here", 0..<1),
    ("1 é", "something follows the value", 2..<4),
    ("\"a", "the string is not closed", 0..<2),
    ("\"a\nb\"", "a line break or control character in a string must be escaped", 2..<3),
    (#""\x""#, "this is no escape of JSON", 1..<3),
    (#""\u12g4""#, "four hexadecimal digits must follow '\\u'", 5..<6),
    (#""\ud83d""#, "this is half of a surrogate pair", 1..<7),
    (#""\ude80\ud83d""#, "this is half of a surrogate pair", 1..<7),
    ("'a'", "a value must stand here", 0..<1),
    ("[1] // a", "something follows the value", 4..<5),
  ])
  func `what is not JSON is an error at its place`(
    text: String, message: String, range: Range<Int>
  ) {
    #expect(problem(Bytes(text.utf8)) == JSONError(message: message, range: range))
  }

  @Test func `bytes that are not UTF-8 are an error`() {
    #expect(problem([0x22, 0xFF, 0x22])?.range == 1..<2)
  }

  @Test func `nesting without end is an error, not a crash`() {
    let deep = Bytes(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(problem(deep)?.message == "lists and objects are nested more than 512 deep")
    let allowed = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(throws: Never.self) { try read(allowed) }
  }
}
