import Diagnostics

extension TemplateTest {
  /// The tests of the language; `defined` and `undefined` are listed for `select`, and carried
  /// out by the renderer elsewhere.
  static let builtIn: [TemplateTest] = kindTests + comparisonTests + textTests

  private typealias Signature = TemplateSignature

  private static let kindTests: [TemplateTest] = [
    TemplateTest("defined") { (value, _) throws(TemplateFailure) in !value.isUndefined },
    TemplateTest("undefined") { (value, _) throws(TemplateFailure) in value.isUndefined },
    TemplateTest("none") { (value, _) throws(TemplateFailure) in value.isNone },
    TemplateTest("string") { (value, _) throws(TemplateFailure) in value.asText != nil },
    TemplateTest("number") { (value, _) throws(TemplateFailure) in
      switch value {
      case .integer, .number, .bool: true
      default: false
      }
    },
    TemplateTest("integer") { (value, _) throws(TemplateFailure) in
      if case .integer = value { true } else { false }
    },
    TemplateTest("float") { (value, _) throws(TemplateFailure) in
      if case .number = value { true } else { false }
    },
    TemplateTest("boolean") { (value, _) throws(TemplateFailure) in
      if case .bool = value { true } else { false }
    },
    TemplateTest("date") { (value, _) throws(TemplateFailure) in
      if case .date = value { true } else { false }
    },
    TemplateTest("true") { (value, _) throws(TemplateFailure) in
      if case .bool(true) = value { true } else { false }
    },
    TemplateTest("false") { (value, _) throws(TemplateFailure) in
      if case .bool(false) = value { true } else { false }
    },
    TemplateTest("mapping") { (value, _) throws(TemplateFailure) in
      switch value {
      case .dictionary, .object: true
      default: false
      }
    },
    TemplateTest("sequence") { (value, _) throws(TemplateFailure) in value.count != nil },
    TemplateTest("iterable") { (value, _) throws(TemplateFailure) in value.items != nil },
    TemplateTest("callable") { (value, _) throws(TemplateFailure) in
      switch value {
      case .function: true
      case .reference(let reference): reference.kind == .macro || reference.kind == .joiner
      default: false
      }
    },
    TemplateTest("escaped") { (value, _) throws(TemplateFailure) in
      if case .markup = value { true } else { false }
    },
  ]

  private static let textTests: [TemplateTest] = [
    TemplateTest("lower") { (value, _) throws(TemplateFailure) in
      guard let text = value.asText else { return false }
      return text == text.lowercased() && text != text.uppercased()
    },
    TemplateTest("upper") { (value, _) throws(TemplateFailure) in
      guard let text = value.asText else { return false }
      return text == text.uppercased() && text != text.lowercased()
    },
    TemplateTest("startingwith", Signature(["prefix"], required: 1)) {
      (value, arguments) throws(TemplateFailure) in
      try value.testedText("startingwith").hasPrefix(arguments.requiredText(0, "prefix"))
    },
    TemplateTest("endingwith", Signature(["suffix"], required: 1)) {
      (value, arguments) throws(TemplateFailure) in
      try value.testedText("endingwith").hasSuffix(arguments.requiredText(0, "suffix"))
    },
  ]

  private static let comparisonTests: [TemplateTest] = numberTests + orderTests + [identityTest]

  private static let identityTest = TemplateTest("sameas", Signature(["other"], required: 1)) {
    (value, arguments) throws(TemplateFailure) in
    guard let other = arguments.value(0, "other") else { throw .missingArgument("other") }
    switch (value, other) {
    case (.integer, .number), (.number, .integer): return false
    default: return value.kindName == other.kindName && value.isEqual(to: other)
    }
  }

  private static let numberTests: [TemplateTest] = [
    TemplateTest("odd") { (value, _) throws(TemplateFailure) in
      value.isFraction ? false : try value.testedInteger("odd") % 2 != 0
    },
    TemplateTest("even") { (value, _) throws(TemplateFailure) in
      value.isFraction ? false : try value.testedInteger("even") % 2 == 0
    },
    TemplateTest("divisibleby", Signature(["num"], required: 1)) {
      (value, arguments) throws(TemplateFailure) in
      let divisor = try arguments.requiredInteger(0, "num")
      guard divisor != 0 else { throw TemplateFailure("wrong-argument", "division by zero") }
      if value.isFraction { return false }
      return divisor == -1 ? true : try value.testedInteger("divisibleby") % divisor == 0
    },
  ]

  private static let orderTests: [TemplateTest] = [
    (["eq", "equalto"], ComparisonOperator.equal), (["ne"], .notEqual),
    (["lt", "lessthan"], .less), (["le"], .lessOrEqual), (["gt", "greaterthan"], .greater),
    (["ge"], .greaterOrEqual), (["in"], .contained),
  ].flatMap { names, comparison in
    names.map { name in
      TemplateTest(name, Signature(["other"], required: 1)) {
        (value, arguments) throws(TemplateFailure) in
        guard let other = arguments.value(0, "other") else { throw .missingArgument("other") }
        guard !value.isUndefined else {
          throw TemplateFailure("undefined-name", "the value before 'is \(name)' is not defined")
        }
        return try comparison.holds(value, other)
      }
    }
  }
}

extension TemplateTest {
  /// A test for the names in a list, such as those of the filters that there are.
  init(_ name: String, of names: some Sequence<String>) {
    let names = Set(names)
    self.init(name) { (value, _) throws(TemplateFailure) in
      value.asText.map { names.contains($0) } ?? false
    }
  }
}

extension TemplateValue {
  /// Whether it is a number that is not whole, which is neither odd nor even.
  fileprivate var isFraction: Bool {
    if case .number(let number) = self { number != number.rounded() } else { false }
  }

  fileprivate func testedText(_ test: String) throws(TemplateFailure) -> String {
    guard let text = asText else { throw .wrongSubject("is \(test)", "a text", self) }
    return text
  }

  fileprivate func testedInteger(_ test: String) throws(TemplateFailure) -> Int {
    guard let integer = asInteger else {
      throw .wrongSubject("is \(test)", "a whole number", self)
    }
    return integer
  }
}
