import Text

extension TemplateValue {
  /// What messages call a value of this kind.
  var kindName: String {
    switch self {
    case .undefined: "nothing"
    case .none: "none"
    case .bool: "a truth value"
    case .integer, .number: "a number"
    case .text, .markup: "a text"
    case .date: "a date"
    case .list, .sequence: "a list"
    case .tuple: "a tuple"
    case .dictionary: "a dictionary"
    case .object(let box): box.type.nameWithArticle
    case .function: "a function"
    case .reference(let reference):
      switch reference.kind {
      case .namespace: "a namespace"
      case .macro: "a macro"
      case .loop: "a loop"
      case .cycler: "a cycler"
      case .joiner: "a joiner"
      case .module: "an imported template"
      }
    }
  }

  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Neither undefined nor none.
  var isPresent: Bool {
    switch self {
    case .undefined, .none: false
    default: true
    }
  }

  /// The text, of a text or of markup.
  public var asText: String? {
    switch self {
    case .text(let text): text
    case .markup(let bytes): bytes.text
    default: nil
    }
  }

  /// The text that can stand for the value where one is needed: also that of an object that is
  /// printed as a text.
  var asWrittenText: String? {
    if case .object(let box) = self { box.object.printedText } else { asText }
  }

  /// The whole number; that of a truth value is 0 or 1, and 2.0 is 2.
  public var asInteger: Int? {
    switch self {
    case .integer(let integer): integer
    case .bool(let value): value ? 1 : 0
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// The number, of a whole one, a fractional one or a truth value.
  public var asNumber: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// Whether `if` takes it for true: not none, zero, or empty.
  public var isTruthy: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .integer(let integer): integer != 0
    case .number(let number): number != 0
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .date, .function, .reference: true
    case .list(let values), .tuple(let values): !values.isEmpty
    case .sequence(let sequence): sequence.count > 0
    case .dictionary(let dictionary): dictionary.count > 0
    case .object(let box): box.object.isTruthy
    }
  }

  /// What a `for` runs over; nil where there is nothing to run over.
  var items: TemplateItems? {
    switch self {
    case .list(let values), .tuple(let values): .list(values)
    case .sequence(let sequence): .sequence(sequence)
    case .dictionary(let dictionary): .list(dictionary.keys.map { .text($0) })
    case .text(let text): .list(text.map { .text(String($0)) })
    case .markup(let bytes): .list(bytes.text.map { .text(String($0)) })
    case .object(let box): box.object.elements.map { .list($0) }
    default: nil
    }
  }

  /// How many elements, entries or characters there are; nil for what has no length.
  var count: Int? {
    switch self {
    case .list(let values), .tuple(let values): values.count
    case .sequence(let sequence): sequence.count
    case .dictionary(let dictionary): dictionary.count
    case .text(let text): text.count
    case .markup(let bytes): bytes.text.count
    default: nil
    }
  }
}
