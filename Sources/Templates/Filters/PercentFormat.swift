import Diagnostics
import Text

/// A text with fields such as `%s` and `%(name)05.2f`, as the filter `format` fills it.
struct PercentFormat {
  private var rest: Substring
  private let arguments: TemplateArguments
  private var position = 0

  /// The text with arguments in the place of its fields.
  ///
  /// - Throws: a failure where an argument is missing, left over or of the wrong kind.
  static func filled(
    _ text: String, with arguments: TemplateArguments, _ limits: TemplateLimits,
    _ written: (TemplateValue, FormatSpecification) throws(TemplateFailure) -> String
  ) throws(TemplateFailure) -> String {
    var format = PercentFormat(rest: text[...], arguments: arguments)
    var result = ""
    while let character = format.rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      if format.rest.first == "%" {
        result.append(format.rest.removeFirst())
        continue
      }
      let (value, specification) = try format.field()
      result += try written(value, specification)
      try limits.check(result)
    }
    guard format.position >= arguments.positional.count else {
      throw TemplateFailure(
        "wrong-argument",
        "the text takes \(counted(format.position, "argument")), "
          + "not \(arguments.positional.count)")
    }
    return result
  }

  private mutating func field() throws(TemplateFailure)
    -> (TemplateValue, FormatSpecification)
  {
    var named: TemplateValue?
    if rest.first == "(", let end = rest.firstIndex(of: ")") {
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      guard let value = arguments.value(name) else { throw .missingArgument(name) }
      named = value
      rest = rest[rest.index(after: end)...]
    }
    var specification = FormatSpecification()
    specification.alignment = .right
    readFlags(&specification)
    specification.width = try number() ?? 0
    if rest.first == "." {
      rest.removeFirst()
      specification.precision = try number() ?? 0
    }
    while let first = rest.first, "hlL".contains(first) { rest.removeFirst() }
    guard let kind = rest.popFirst(), "diouxXeEfFgGcrsa".contains(kind) else {
      throw TemplateFailure(
        "wrong-argument", "a '%' stands alone in the text", help: ["write `%%` for a percent sign"])
    }
    specification.kind = kind
    if let named { return (named, specification) }
    return (try next(), specification)
  }

  private mutating func readFlags(_ specification: inout FormatSpecification) {
    while let flag = rest.first, "-+ #0".contains(flag) {
      rest.removeFirst()
      switch flag {
      case "-": (specification.fill, specification.alignment) = (" ", .left)
      case "0" where specification.alignment != .left:
        (specification.fill, specification.alignment) = ("0", .afterSign)
      case "#": specification.showsBase = true
      case "+": specification.sign = "+"
      case " ": specification.sign = specification.sign ?? " "
      default: break
      }
    }
  }

  /// A width or a precision: digits, or `*` for an argument.
  private mutating func number() throws(TemplateFailure) -> Int? {
    guard rest.first == "*" else { return try FormatSpecification.number(&rest) }
    rest.removeFirst()
    guard let number = try next().asInteger, (0...FormatSpecification.largest).contains(number)
    else { throw TemplateFailure("wrong-argument", "a width is a whole number") }
    return number
  }

  private mutating func next() throws(TemplateFailure) -> TemplateValue {
    guard position < arguments.positional.count else {
      throw TemplateFailure(
        "wrong-argument",
        "the text takes more than \(counted(arguments.positional.count, "argument"))")
    }
    position += 1
    return arguments.positional[position - 1]
  }
}
