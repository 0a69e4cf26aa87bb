import Diagnostics

extension TemplateFilter {
  static let selectionFilters: [TemplateFilter] = [
    TemplateFilter("map", Signature(["filter"], acceptsMore: true), map),
    TemplateFilter("select", Signature(["test"], acceptsMore: true), select),
    TemplateFilter("reject", Signature(["test"], acceptsMore: true), reject),
    TemplateFilter(
      "selectattr", Signature(["attribute", "test"], required: 1, acceptsMore: true),
      selectAttribute),
    TemplateFilter(
      "rejectattr", Signature(["attribute", "test"], required: 1, acceptsMore: true),
      rejectAttribute),
    TemplateFilter(
      "where", Signature(["attribute", "value"], required: 1, acceptsMore: true), whereFilter),
  ]

  /// An attribute of each element, or each element with a filter applied to it.
  private static func map(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var values = try subject.filterItems("map").values
    if let attribute = arguments.value("attribute") {
      guard let path = attribute.keyText else {
        throw .wrongArgument("attribute", "a text", attribute)
      }
      let fallback = arguments.value("default")
      for index in values.indices {
        if let fallback {
          let value = values[index].attributeIfPresent(path: path)
          values[index] = value.isNone ? fallback : value
        } else {
          values[index] = try values[index].attribute(path: path)
        }
      }
      return .list(values)
    }
    let name = try arguments.requiredText(0, "filter")
    guard let filter = context.filters[name] else {
      throw TemplateFailure(
        "unknown-filter", "there is no filter '\(name)'",
        help: suggestions(for: name, among: context.filters.keys.sorted(), called: "filters")
          + ["write `map(attribute='\(name)')` for an attribute"])
    }
    let rest = arguments.dropping(1)
    try filter.signature.check(rest, of: name)
    for index in values.indices {
      values[index] = try filter.body(values[index], rest, context)
    }
    return .list(values)
  }

  private static func select(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try selected(subject, "select", path: nil, arguments, context, keeps: true)
  }

  private static func reject(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try selected(subject, "reject", path: nil, arguments, context, keeps: false)
  }

  private static func selectAttribute(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try selected(
      subject, "selectattr", path: try arguments.requiredText(0, "attribute"),
      arguments.dropping(1), context, keeps: true)
  }

  private static func rejectAttribute(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    try selected(
      subject, "rejectattr", path: try arguments.requiredText(0, "attribute"),
      arguments.dropping(1), context, keeps: false)
  }

  /// `where("kind", "posts")`: the elements whose attribute has a value, or is true.
  private static func whereFilter(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let path = try arguments.requiredText(0, "attribute")
    let wanted = arguments.value(1, "value")
    var kept: [TemplateValue] = []
    for value in try subject.filterItems("where").values {
      let found = try value.attribute(path: path)
      if wanted.map({ found.isEqual(to: $0) }) ?? found.isTruthy { kept.append(value) }
    }
    return .list(kept)
  }

  /// The tests that comparisons are called by as well: `select(">", 2)`.
  private static let comparisonTests = [
    "==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge",
  ]

  /// The elements, or those whose attribute, a test holds for or does not hold for.
  private static func selected(
    _ subject: TemplateValue, _ filter: String, path: String?, _ arguments: TemplateArguments,
    _ context: FilterContext, keeps: Bool
  ) throws(TemplateFailure) -> TemplateValue {
    var test: TemplateTest?
    if let name = try arguments.text(0, "test") {
      guard let found = context.tests[comparisonTests[name] ?? name] else {
        throw TemplateFailure(
          "unknown-test", "there is no test '\(name)'",
          help: suggestions(for: name, among: context.tests.keys.sorted(), called: "tests"))
      }
      test = found
    }
    let rest = arguments.dropping(1)
    if let test { try test.signature.check(rest, of: test.name) }
    var kept: [TemplateValue] = []
    for value in try subject.filterItems(filter).values {
      var asked = value
      if let path {
        // With a test, `selectattr("doi", "defined")` may ask for what is not there.
        asked =
          test == nil ? try value.attribute(path: path) : value.attributeOrUndefined(path: path)
      }
      var holds = asked.isTruthy
      if let test { holds = try test.body(asked, rest) }
      if holds == keeps { kept.append(value) }
    }
    return .list(kept)
  }
}

extension TemplateValue {
  /// The value at the end of a path; undefined where a part of it is missing.
  fileprivate func attributeOrUndefined(path: String) -> TemplateValue {
    var value = self
    for name in path.split(separator: ".") { value = value.attribute(named: String(name)) }
    return value
  }
}
