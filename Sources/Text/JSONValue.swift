/// A JSON value that is read or written, with its object's members in their order.
public enum JSONValue: Sendable, Hashable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number.
  case number(Int)
  /// Any other number, in JSON's own form, such as `1.50` or `1e400`: no digit is lost.
  case decimal(String)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object.
  case object([JSONMember])
}

/// A name and its value in a JSON object.
public struct JSONMember: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The value.
  public let value: JSONValue

  /// A member.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// An object of named values, in this order.
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember($0.0, $0.1) })
  }
}

extension Array where Element == UInt8 {
  /// Appends `value` as compact JSON (RFC 8259).
  public mutating func append(json value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number): append(decimal: number)
    case .decimal(let digits): append(digits)
    case .text(let text): append(jsonString: text)
    case .list(let values): append(jsonList: values)
    case .object(let members): append(jsonMembers: members)
    }
  }

  /// Appends an object of named values, in this order.
  public mutating func appendObject(_ members: [(String, JSONValue)]) {
    append(json: .object(members))
  }

  private mutating func append(jsonList values: [JSONValue]) {
    append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { append(",") }
      append(json: value)
    }
    append("]")
  }

  private mutating func append(jsonMembers members: [JSONMember]) {
    append("{")
    for (index, member) in members.enumerated() {
      if index > 0 { append(",") }
      append(jsonString: member.name)
      append(":")
      append(json: member.value)
    }
    append("}")
  }
}
