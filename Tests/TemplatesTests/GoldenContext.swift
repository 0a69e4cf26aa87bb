import CivilTime
import Templates
import Text

/// The values that a golden case gives to its template, as JSON.
///
/// `{"$date": "2023-02-23"}` is a date, `{"$markup": "<b>"}` markup, `{"$sequence": [1]}` a lazy
/// sequence, and a dictionary with `$type` an object of that type.
enum GoldenContext {
  /// The text is JSON, and no object.
  struct NoObject: Error {}

  static func dictionary(_ text: String) throws -> TemplateDictionary {
    guard case .object(let members) = try JSONValue(reading: Bytes(text.utf8)) else {
      throw NoObject()
    }
    return try dictionary(members)
  }

  private static func dictionary(_ members: [JSONMember]) throws -> TemplateDictionary {
    TemplateDictionary(try members.map { ($0.name, try value($0.value)) })
  }

  private static func value(_ json: JSONValue) throws -> TemplateValue {
    switch json {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .number(let number): .integer(number)
    case .decimal(let digits): .number(Double(digits) ?? .infinity)
    case .text(let text): .text(text)
    case .list(let values): .list(try values.map(value))
    case .object(let members): try object(try dictionary(members))
    }
  }

  private static func object(_ members: TemplateDictionary) throws -> TemplateValue {
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
