import CivilTime
import Templates
import Text

/// Reads the JSON at the top of a golden case as a dictionary of template values.
///
/// `{"$date": "2023-02-23"}` is a date, `{"$markup": "<b>"}` markup, `{"$sequence": [1]}` a lazy
/// sequence, and a dictionary with `$type` an object of that type.
struct JSONReader {
  struct Malformed: Error { let offset: Int }

  private let bytes: Bytes
  private var index = 0

  static func dictionary(_ text: String) throws -> TemplateDictionary {
    var reader = JSONReader(bytes: Bytes(text.utf8))
    guard case .dictionary(let dictionary) = try reader.value() else {
      throw Malformed(offset: 0)
    }
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { throw Malformed(offset: reader.index) }
    return dictionary
  }

  private init(bytes: Bytes) { self.bytes = bytes }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func skip(_ text: String) -> Bool {
    skipSpace()
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func value() throws -> TemplateValue {
    if skip("null") { return .none }
    if skip("true") { return .bool(true) }
    if skip("false") { return .bool(false) }
    if skip("[") {
      var values: [TemplateValue] = []
      while !skip("]") {
        values.append(try value())
        _ = skip(",")
      }
      return .list(values)
    }
    if skip("{") { return try members() }
    guard index < bytes.count else { throw Malformed(offset: index) }
    if bytes[index] == UInt8(ascii: "\"") { return .text(try string()) }
    let start = index
    while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
    let text = bytes[start..<index].text
    if let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw Malformed(offset: start) }
    return .number(number)
  }

  private mutating func members() throws -> TemplateValue {
    var members = TemplateDictionary()
    while !skip("}") {
      let key = try string()
      guard skip(":") else { throw Malformed(offset: index) }
      members[key] = try value()
      _ = skip(",")
    }
    if let text = members["$date"]?.asText {
      return .date(try WrittenDate(text).timestamp(in: .utc))
    }
    if let text = members["$markup"]?.asText { return .markup(Bytes(text.utf8)) }
    if case .list(let values) = members["$sequence"] {
      return .sequence(TestSequence(values: values))
    }
    if members["$type"] != nil { return .object(TestObject(members)) }
    return .dictionary(members)
  }

  private mutating func string() throws -> String {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      throw Malformed(offset: index)
    }
    index += 1
    var text = Bytes()
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        let digits = bytes[index..<index + 4].text
        guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
          throw Malformed(offset: index)
        }
        text.append(String(scalar))
        index += 4
      default: text.append(escape)
      }
    }
    index += 1
    return text.text
  }
}

/// A list that is made when it is read.
struct TestSequence: TemplateSequence {
  let values: [TemplateValue]

  var count: Int { values.count }

  func element(at index: Int) -> TemplateValue { values[index] }
}

/// An object whose attributes stand in the case.
struct TestObject: TemplateObject {
  let type: TemplateObjectType
  let values: [TemplateValue]
  let identity: Int?

  init(_ members: TemplateDictionary) {
    let entries = zip(members.keys, members.values).filter { !$0.0.hasPrefix("$") }
    let kind = TestKind(name: members["$type"]?.asText ?? "", attributes: entries.map(\.0))
    type = kind.type
    values = entries.map(\.1)
    identity = members["$identity"]?.asInteger
  }

  func attribute(_ index: Int) -> TemplateValue { values[index] }
}

/// Types by name and attributes: equal ones are one type, as those of the program are.
struct TestKind {
  static let page = TemplateObjectType(name: "page", attributes: ["title", "url", "date", "image"])
  static let event = TemplateObjectType(name: "event", attributes: ["title", "url", "start"])
  static let all = [page, event]

  let type: TemplateObjectType

  init(name: String, attributes: [String]) {
    type =
      Self.all.first { $0.name == name && $0.attributes == attributes }
      ?? TemplateObjectType(name: name, attributes: attributes)
  }
}
