public import CivilTime
private import Text

/// One value that is written into front matter.
public enum FrontMatterScalar: Sendable, Hashable {
  /// A text; it stands in quotation marks where some reader of YAML would take it for anything else.
  case text(String)
  /// A day, `2023-02-23`.
  case day(CivilDate)
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)

  /// What the reader of front matter reads for it.
  public var text: String {
    switch self {
    // The reader leaves out control characters.
    case .text(let text): text.withoutControlCharacters
    case .day(let date):
      Timestamp(local: LocalDateTime(startOf: date), offsetSeconds: 0).isoDate
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    }
  }

  /// How it is written after `key: `, in one line.
  public var yaml: String {
    switch self {
    case .text: text.yamlScalar
    case .day, .boolean, .integer: text
    }
  }
}

/// A field with the value that it is to have.
public struct FrontMatterField: Sendable, Hashable {
  /// The field's name.
  public let name: String
  /// Its value.
  public let value: FrontMatterScalar

  /// A field with a value.
  public init(_ name: String, _ value: FrontMatterScalar) {
    self.name = name
    self.value = value
  }

  /// The line `name: value`, without a line's end.
  var line: String { "\(name.yamlScalar): \(value.yaml)" }
}
