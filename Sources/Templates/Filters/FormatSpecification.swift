import Diagnostics
import Text

/// How a value is written, as Python's format specifications say it: `>10`, `,.2f`, `05d`.
struct FormatSpecification {
  enum Alignment { case left, right, center, afterSign }

  var fill: Character = " "
  var alignment: Alignment?
  /// `+` or a space, which stand before numbers that are not negative.
  var sign: Character?
  /// Whether `0x` and the like stand before a number.
  var showsBase = false
  var width = 0
  /// What stands between groups of three digits.
  var separator: Character?
  var precision: Int?
  /// The letter of the kind: `d`, `f`, `x`, `s` and so on.
  var kind: Character?
  /// Texts and numbers are never longer than this: more is a mistake.
  static let largest = 10_000

  /// A value, written.
  func written(_ value: TemplateValue) throws(TemplateFailure) -> String {
    switch value {
    case .integer, .bool, .number:
      if case .bool = value, kind == nil, width == 0 { return try value.printed() }
      if kind == "s", case .bool = value { return padded(try value.printed(), isNumber: false) }
      return try number(value)
    default:
      guard kind == nil || kind == "s" else {
        throw TemplateFailure(
          "wrong-kind",
          "the format '\(kind.map { String($0) } ?? "")' needs a number, and got "
            + value.kindName)
      }
      let text = try value.printed()
      return padded(precision.map { String(text.prefix($0)) } ?? text, isNumber: false)
    }
  }

  private func number(_ value: TemplateValue) throws(TemplateFailure) -> String {
    var (isNegative, digits, prefix) = (false, "", "")
    switch (kind, value) {
    case ("d", _), ("i", _), ("u", _), ("n", .integer), (nil, .integer), (nil, .bool):
      guard let integer = value.asInteger else { throw wrongNumber(value) }
      (isNegative, digits) = (integer < 0, String(integer.magnitude))
    case ("x", _), ("X", _), ("o", _), ("b", _):
      guard let integer = value.asInteger else { throw wrongNumber(value) }
      let base = kind == "b" ? 2 : kind == "o" ? 8 : 16
      isNegative = integer < 0
      digits = String(integer.magnitude, radix: base, uppercase: kind == "X")
      if showsBase, let kind { prefix = "0" + String(kind) }
    case ("c", _):
      guard let integer = value.asInteger, let scalar = UInt32(exactly: integer),
        let character = Unicode.Scalar(scalar)
      else { throw wrongNumber(value) }
      return padded(String(character), isNumber: false)
    default:
      guard let number = value.asNumber else { throw wrongNumber(value) }
      isNegative = number.sign == .minus
      digits = try fraction(number)
    }
    let mark = isNegative ? "-" : sign.map { String($0) } ?? ""
    return padded(grouped(digits), isNumber: true, mark: mark + prefix)
  }

  private func wrongNumber(_ value: TemplateValue) -> TemplateFailure {
    TemplateFailure(
      "wrong-kind",
      "the format '\(kind.map { String($0) } ?? "")' does not suit \(value.kindName)")
  }

  /// A number without its sign.
  private func fraction(_ number: Double) throws(TemplateFailure) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : "inf" }
    var decimal = ExactDecimal(number)
    let isUpper = kind?.isUppercase == true
    switch kind {
    case "f", "F":
      decimal.round(places: precision ?? 6)
      return decimal.fixed(places: precision ?? 6)
    case "%":
      decimal = ExactDecimal(number * 100)
      decimal.round(places: precision ?? 6)
      return decimal.fixed(places: precision ?? 6) + "%"
    case "e", "E":
      decimal.round(count: (precision ?? 6) + 1)
      return decimal.scientific(places: precision ?? 6) + exponent(of: decimal, isUpper)
    case "g", "G": return general(decimal, isUpper)
    case nil, "n": return precision == nil ? number.magnitude.description : general(decimal, false)
    default: throw TemplateFailure("wrong-argument", "there is no format '\(kind ?? " ")'")
    }
  }

  /// The shorter of the two ways to write a number, without zeros at its end.
  private func general(_ number: ExactDecimal, _ isUpper: Bool) -> String {
    let count = max(precision ?? 6, 1)
    var decimal = number
    decimal.round(count: count)
    if (-4..<count).contains(decimal.exponent) {
      return decimal.fixed(places: max(decimal.digits.count - decimal.pointPosition, 0))
    }
    return decimal.scientific(places: max(decimal.digits.count - 1, 0))
      + exponent(of: decimal, isUpper)
  }

  private func exponent(of decimal: ExactDecimal, _ isUpper: Bool) -> String {
    let digits = String(decimal.exponent.magnitude)
    return (isUpper ? "E" : "e") + (decimal.exponent < 0 ? "-" : "+")
      + (digits.count < 2 ? "0" : "") + digits
  }

  private func grouped(_ digits: String) -> String {
    guard let separator else { return digits }
    let whole = digits.prefix { $0.isHexDigit }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(separator) }
      result.append(digit)
    }
    return result + digits.dropFirst(whole.count)
  }

  private func padded(_ text: String, isNumber: Bool, mark: String = "") -> String {
    let missing = width - text.count - mark.count
    guard missing > 0 else { return mark + text }
    let fill = { String(repeating: self.fill, count: $0) }
    switch alignment ?? (isNumber ? .right : .left) {
    case .left: return mark + text + fill(missing)
    case .right: return fill(missing) + mark + text
    case .center: return fill(missing / 2) + mark + text + fill(missing - missing / 2)
    case .afterSign: return mark + fill(missing) + text
    }
  }
}

extension FormatSpecification {
  /// Reads what stands after the colon of `{0:>10}`.
  init(_ text: Substring) throws(TemplateFailure) {
    var rest = text
    let alignments: [Character: Alignment] = [
      "<": .left, ">": .right, "^": .center, "=": .afterSign,
    ]
    if let second = rest.dropFirst().first, let found = alignments[second] {
      (fill, alignment) = (rest.removeFirst(), found)
      rest.removeFirst()
    } else if let first = rest.first, let found = alignments[first] {
      alignment = found
      rest.removeFirst()
    }
    if let first = rest.first, "+- ".contains(first) {
      sign = first == "-" ? nil : first
      rest.removeFirst()
    }
    if rest.first == "#" {
      showsBase = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      if alignment == nil { (fill, alignment) = ("0", .afterSign) }
      rest.removeFirst()
    }
    width = try Self.number(&rest) ?? 0
    if let first = rest.first, ",_".contains(first) { separator = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      precision = try Self.number(&rest)
    }
    kind = rest.popFirst()
    guard rest.isEmpty, kind.map({ "bcdeEfFgGnosxX%".contains($0) }) ?? true else {
      throw TemplateFailure("wrong-argument", "'\(text)' is no format")
    }
  }

  /// Moves past digits, and gives their number; nil where there are none.
  static func number(_ text: inout Substring) throws(TemplateFailure) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
    text = text.dropFirst(digits.count)
    guard !digits.isEmpty else { return nil }
    guard let number = Int(digits), number <= largest else {
      throw .limit("a format is wider than \(largest)")
    }
    return number
  }
}
