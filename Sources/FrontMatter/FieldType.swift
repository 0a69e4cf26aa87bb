internal import CivilTime

/// What a field may hold.
public indirect enum FieldType: Sendable {
  /// A text, kept as it was written (`no`, `012` and `10.10` are texts).
  case text
  /// A text, or a table of texts by language: `News` or `{en: News, sv: Nyheter}`.
  case translatedText
  /// `true` or `false`.
  case boolean
  /// A whole number within a range.
  case integer(ClosedRange<Int>)
  /// A date or a date and time (`WrittenDate`).
  case date
  /// A month, `2022-02`, read as its first day.
  case month
  /// One of a few texts; capital letters do not matter, and the value is spelled as listed.
  case choice([String])
  /// A list; a single value is read as a list of one where `acceptsOne` says so, and a text with
  /// commas as its parts.
  case list(FieldType, acceptsOne: Bool = true, splitsCommas: Bool = false)
  /// The slug of an item of a kind.
  case reference(kind: String)
  /// A table with fields of its own; a plain text is read as its field `shorthand`.
  case record(RecordSchema, shorthand: String? = nil)
  /// A table whose keys are the user's, such as languages.
  case table(FieldType)
  /// Anything, kept as YAML.
  case free

  /// What a value of the type is called in a message: `a text`, `a list of texts`.
  public var noun: String {
    switch self {
    case .text: "a text"
    case .translatedText: "a text, or a table of texts by language"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .date: "a date"
    case .month: "a month"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .list(let element, _, _): "a list, each \(element.noun)"
    case .reference(let kind): "the name of one of the \(kind)"
    case .record(_, let shorthand):
      shorthand == nil ? "a table of keys and values" : "a text or a table of keys and values"
    case .table: "a table of keys and values"
    case .free: "anything"
    }
  }

  /// A value for a required field that has none, in a record that is wrong anyway; nil where no
  /// value is harmless, as with a reference.
  var standIn: FieldValue? {
    switch self {
    case .text, .translatedText: .text("")
    case .boolean: .boolean(false)
    case .integer(let range): .integer(range.lowerBound)
    case .date, .month: .date(.day(CivilDate(daysSinceEpoch: 0)))
    case .choice(let names): names.first.map { .text($0) }
    case .list: .list([])
    case .table: .table([])
    case .reference, .record, .free: nil
    }
  }

  /// Whether it is a plain text.
  var isText: Bool { if case .text = self { true } else { false } }
}
