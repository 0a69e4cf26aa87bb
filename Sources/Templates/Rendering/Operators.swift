import Diagnostics
import Text

extension ComparisonOperator {
  /// Whether the comparison holds; a failure where the two cannot be compared.
  func holds(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateFailure) -> Bool {
    switch self {
    case .equal: left.isEqual(to: right)
    case .notEqual: !left.isEqual(to: right)
    case .less: try left.isLess(than: right)
    case .greater: try right.isLess(than: left)
    case .lessOrEqual: try left.isLess(than: right) || left.isEqual(to: right)
    case .greaterOrEqual: try right.isLess(than: left) || left.isEqual(to: right)
    case .contained: try right.contains(left)
    case .notContained: try !right.contains(left)
    }
  }
}

extension ArithmeticOperator {
  /// The result of the operation; whole numbers stay whole, except with `/`.
  func apply(_ left: TemplateValue, _ right: TemplateValue, _ context: FilterContext)
    throws(TemplateFailure) -> TemplateValue
  {
    if let a = left.wholeNumber, let b = right.wholeNumber { return try apply(a, b) }
    if let a = left.asNumber, let b = right.asNumber { return try apply(a, b) }
    switch self {
    case .add:
      if left.asText != nil, right.asText != nil {
        return try TemplateValue.joined([left, right], separator: .text(""), context)
      }
      if let sum = try left.joinedList(with: right, context) { return sum }
    case .multiply:
      if let count = right.wholeNumber, left.asText != nil || left.listItems != nil {
        return try left.repeated(count, context)
      }
      if let count = left.wholeNumber, right.asText != nil || right.listItems != nil {
        return try right.repeated(count, context)
      }
    case .subtract, .divide, .floorDivide, .modulo, .power: break
    }
    throw TemplateFailure(
      "wrong-kind",
      "'\(rawValue)' cannot be applied to \(left.kindName) and \(right.kindName)",
      help: self == .add && (left.asText != nil || right.asText != nil)
        ? ["join texts and other values with `~`"] : [])
  }

  private func apply(_ a: Int, _ b: Int) throws(TemplateFailure) -> TemplateValue {
    let result: (partialValue: Int, overflow: Bool)
    switch self {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide: return try apply(Double(a), Double(b))
    case .floorDivide, .modulo:
      guard b != 0 else { throw .divisionByZero }
      guard b != -1 else {
        return try self == .modulo ? .integer(0) : .integer(a).negated()
      }
      let remainder = ((a % b) &+ b) % b
      return .integer(self == .modulo ? remainder : (a &- remainder) / b)
    case .power: return try power(a, b)
    }
    if result.overflow { throw .overflow }
    return .integer(result.partialValue)
  }

  private func power(_ base: Int, _ exponent: Int) throws(TemplateFailure) -> TemplateValue {
    guard exponent >= 0 else { return try apply(Double(base), Double(exponent)) }
    guard base < -1 || base > 1 else {
      return .integer(exponent == 0 ? 1 : base == -1 && exponent % 2 == 0 ? 1 : base)
    }
    guard exponent < 64 else { throw .overflow }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { throw .overflow }
      result = product
    }
    return .integer(result)
  }

  private func apply(_ a: Double, _ b: Double) throws(TemplateFailure) -> TemplateValue {
    switch self {
    case .add: return .number(a + b)
    case .subtract: return .number(a - b)
    case .multiply: return .number(a * b)
    case .divide:
      guard b != 0 else { throw .divisionByZero }
      return .number(a / b)
    case .floorDivide:
      guard b != 0 else { throw .divisionByZero }
      return .number((a / b).rounded(.down))
    case .modulo:
      guard b != 0 else { throw .divisionByZero }
      return .number(a - b * (a / b).rounded(.down))
    case .power:
      guard a != 0 || b >= 0 else { throw .divisionByZero }
      return .number(raise(a, to: b))
    }
  }
}

extension TemplateFailure {
  fileprivate static let divisionByZero = TemplateFailure("wrong-argument", "division by zero")
  fileprivate static let overflow = TemplateFailure("wrong-argument", "the number is too large")
}

extension TemplateValue {
  /// The number of a whole one or of a truth value; nil for one with a fraction.
  fileprivate var wholeNumber: Int? {
    switch self {
    case .integer(let integer): integer
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The elements of a list, not the characters of a text.
  var listItems: TemplateItems? {
    switch self {
    case .list(let values), .tuple(let values): .list(values)
    case .sequence(let sequence): .sequence(sequence)
    default: nil
    }
  }

  /// The elements of this one and the other: both are lists, or both are tuples; nil otherwise.
  fileprivate func joinedList(with other: TemplateValue, _ context: FilterContext)
    throws(TemplateFailure) -> TemplateValue?
  {
    guard let a = listItems, let b = other.listItems, isTuple == other.isTuple else { return nil }
    guard a.count + b.count <= context.limits.elements else {
      throw .limit("the list is longer than \(context.limits.elements)")
    }
    let values = a.values + b.values
    return isTuple ? .tuple(values) : .list(values)
  }

  fileprivate var isTuple: Bool {
    if case .tuple = self { true } else { false }
  }

  func negated() throws(TemplateFailure) -> TemplateValue {
    switch self {
    case .integer(let integer):
      guard integer != .min else { throw .overflow }
      return .integer(-integer)
    case .bool(let value): return .integer(value ? -1 : 0)
    case .number(let number): return .number(-number)
    default: throw TemplateFailure("wrong-kind", "'-' needs a number, and got \(kindName)")
    }
  }

  fileprivate func repeated(_ count: Int, _ context: FilterContext) throws(TemplateFailure)
    -> TemplateValue
  {
    let length = asText?.utf8.count ?? listItems?.count ?? 0
    let (size, overflow) = max(count, 0).multipliedReportingOverflow(by: length)
    guard !overflow, size <= context.limits.outputBytes else {
      throw .limit("the value is larger than \(context.limits.outputBytes) bytes")
    }
    if let items = listItems {
      guard size <= context.limits.elements else {
        throw .limit("the list is longer than \(context.limits.elements)")
      }
      let values = Array(repeatElement(items.values, count: max(count, 0)).joined())
      return isTuple ? .tuple(values) : .list(values)
    }
    let text = String(repeating: asText ?? "", count: max(count, 0))
    if case .markup = self { return .markup(Bytes(text.utf8)) }
    return .text(text)
  }

  /// Values one after the other as text; safe where one of them is and the output is escaped.
  static func joined(
    _ values: [TemplateValue], separator: TemplateValue, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var isMarkup = false
    if context.kind != .plain {
      for case .markup in values + [separator] { isMarkup = true }
    }
    let kind: OutputKind = isMarkup ? context.kind : .plain
    var bytes = Bytes()
    for (index, value) in values.enumerated() {
      if index > 0 { try separator.append(to: &bytes, escapedFor: kind) }
      try value.append(to: &bytes, escapedFor: kind)
      guard bytes.count <= context.limits.outputBytes else {
        throw .limit("the text is larger than \(context.limits.outputBytes) bytes")
      }
    }
    return isMarkup ? .markup(bytes) : .text(bytes.text)
  }
}
