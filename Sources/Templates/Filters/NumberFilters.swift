import Diagnostics

extension TemplateFilter {
  static let numberFilters: [TemplateFilter] = [
    TemplateFilter("abs", Signature(), absolute),
    TemplateFilter("round", Signature(["precision", "method"]), round),
    TemplateFilter("int", Signature(["default", "base"]), int),
    TemplateFilter("float", Signature(["default"]), float),
    TemplateFilter("sum", Signature(["attribute", "start"]), sum),
    TemplateFilter("min", Signature(["case_sensitive", "attribute"]), minimum),
    TemplateFilter("max", Signature(["case_sensitive", "attribute"]), maximum),
    TemplateFilter("filesizeformat", Signature(["binary"]), fileSize),
  ]

  private static func absolute(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    switch subject {
    case .integer(let integer): integer < 0 ? try subject.negated() : subject
    case .number(let number): .number(number.magnitude)
    default: throw .wrongSubject("abs", "a number", subject)
    }
  }

  /// Rounds to a number of digits after the point; half goes to the even neighbour, as in Python.
  private static func round(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard let number = subject.asNumber else { throw .wrongSubject("round", "a number", subject) }
    let precision = try arguments.integer(0, "precision") ?? 0
    let method = try arguments.text(1, "method") ?? "common"
    let rules: [String: FloatingPointRoundingRule] = [
      "common": .toNearestOrEven, "ceil": .up, "floor": .down,
    ]
    guard let rule = rules[method] else {
      throw TemplateFailure(
        "wrong-argument", "'method' is 'common', 'ceil' or 'floor', not '\(method)'")
    }
    guard (-300...300).contains(precision) else {
      throw TemplateFailure("wrong-argument", "the precision is too large")
    }
    if case .integer = subject, precision >= 0, rule == .toNearestOrEven { return subject }
    if rule == .toNearestOrEven, case .number = subject, number.isFinite {
      return .number(rounded(number, places: precision))
    }
    let factor = raise(10, to: Double(precision))
    let scaled = number * factor
    let rounded = scaled.isFinite ? scaled.rounded(rule) / factor : number
    if case .integer = subject, rule == .toNearestOrEven, let whole = Int(exactly: rounded) {
      return .integer(whole)
    }
    return .number(rounded)
  }

  /// A number rounded by its exact digits, as they are written without rounding errors.
  private static func rounded(_ number: Double, places: Int) -> Double {
    var decimal = ExactDecimal(number)
    decimal.round(places: places)
    let text = decimal.fixed(places: max(places, 0))
    return Double((number.sign == .minus ? "-" : "") + text) ?? number
  }

  private static func int(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let fallback = arguments.value(0, "default") ?? .integer(0)
    switch subject {
    case .integer: return subject
    case .bool(let value): return .integer(value ? 1 : 0)
    case .number(let number):
      return Int(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? fallback
    case .text, .markup:
      let text = (subject.asText ?? "").trimmed(.both)
      let base = try arguments.integer(1, "base") ?? 10
      guard (2...36).contains(base) else {
        throw TemplateFailure("wrong-argument", "the base must be between 2 and 36")
      }
      let prefixes = [16: "0x", 8: "0o", 2: "0b"]
      let digits =
        prefixes[base].map { text.lowercased().hasPrefix($0) } == true
        ? String(text.dropFirst(2)) : text
      if let number = Int(digits, radix: base) { return .integer(number) }
      let whole = Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
      return whole.map { .integer($0) } ?? fallback
    default: return fallback
    }
  }

  private static func float(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    if let number = subject.asNumber { return .number(number) }
    let fallback = arguments.value(0, "default") ?? .number(0)
    guard let text = subject.asText?.trimmed(.both) else { return fallback }
    return Double(text).map { .number($0) } ?? fallback
  }

  private static func sum(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var total = arguments.value(1, "start") ?? .integer(0)
    let path = try arguments.text(0, "attribute")
    for value in try subject.filterItems("sum").values {
      let addend =
        try path.map { (path) throws(TemplateFailure) in
          try value.attribute(path: path)
        } ?? value
      total = try ArithmeticOperator.add.apply(total, addend, context)
    }
    return total
  }

  private static func minimum(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try extreme(subject, "min", arguments) { (a, b) throws(TemplateFailure) in
      try a.isLess(than: b)
    }
  }

  private static func maximum(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try extreme(subject, "max", arguments) { (a, b) throws(TemplateFailure) in
      try b.isLess(than: a)
    }
  }

  private static func extreme(
    _ subject: TemplateValue, _ filter: String, _ arguments: TemplateArguments,
    _ isBetter: (TemplateValue, TemplateValue) throws(TemplateFailure) -> Bool
  ) throws(TemplateFailure) -> TemplateValue {
    let isCaseSensitive = arguments.isTrue(0, "case_sensitive")
    let path = try arguments.text(1, "attribute")
    var best: (value: TemplateValue, key: TemplateValue)?
    for value in try subject.filterItems(filter).values {
      var key = value
      if let path { key = try value.attribute(path: path) }
      if !isCaseSensitive { key = key.caseFolded }
      if let best, !(try isBetter(key, best.key)) { continue }
      best = (value, key)
    }
    return best?.value ?? .undefined(.noElement)
  }

  /// A number of bytes as `13.1 kB`, or with `binary` as `12.8 KiB`.
  private static func fileSize(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard let bytes = subject.asNumber else {
      throw .wrongSubject("filesizeformat", "a number", subject)
    }
    let isBinary = arguments.isTrue(0, "binary")
    let base: Double = isBinary ? 1024 : 1000
    if bytes == 1 { return .text("1 Byte") }
    if bytes < base { return .text("\(Int(bytes)) Bytes") }
    let units =
      isBinary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]
      : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    var value = bytes
    var unit = -1
    while value >= base, unit + 1 < units.count {
      value /= base
      unit += 1
    }
    return .text("\((value * 10).rounded() / 10) \(units[unit])")
  }
}
