import Diagnostics
import Text

extension TemplateFilter {
  /// Filters for values of any kind.
  static let valueFilters: [TemplateFilter] = [
    TemplateFilter(
      "default", Signature(["default_value", "boolean"]), allowsMissingSubject: true, unchanged),
    TemplateFilter(
      "d", Signature(["default_value", "boolean"]), allowsMissingSubject: true, unchanged),
    TemplateFilter("string", Signature(), string),
    TemplateFilter("attr", Signature(["name"], required: 1), attr),
    TemplateFilter("items", Signature(), items),
    TemplateFilter(
      "dictsort", Signature(["case_sensitive", "by", "reverse"]), dictsort),
  ]

  /// The renderer carries out `default` itself, since its subject may be missing; this is what
  /// `map("default", …)` applies.
  private static func unchanged(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let isMissing =
      !subject.isPresent || (arguments.isTrue(1, "boolean") && !subject.isTruthy)
    return isMissing ? arguments.value(0, "default_value") ?? .text("") : subject
  }

  private static func string(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    if case .markup = subject { return subject }
    return .text(try subject.printed())
  }

  private static func attr(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let name = try arguments.requiredText(0, "name")
    let value = subject.attribute(named: name)
    if value.isUndefined { throw subject.missingAttribute(name) }
    return value
  }

  private static func items(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard case .dictionary(let dictionary) = subject else {
      throw .wrongSubject("items", "a dictionary", subject)
    }
    return .list(zip(dictionary.keys, dictionary.values).map { .tuple([.text($0), $1]) })
  }

  private static func dictsort(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard case .dictionary(let dictionary) = subject else {
      throw .wrongSubject("dictsort", "a dictionary", subject)
    }
    let isCaseSensitive = arguments.isTrue(0, "case_sensitive")
    let by = try arguments.text(1, "by") ?? "key"
    guard by == "key" || by == "value" else {
      throw TemplateFailure("wrong-argument", "'by' is either 'key' or 'value', not '\(by)'")
    }
    let pairs = zip(dictionary.keys, dictionary.values).map { key, value in
      TemplateValue.tuple([.text(key), value])
    }
    let keys = by == "key" ? dictionary.keys.map { .text($0) } : dictionary.values
    return .list(
      try sorted(
        pairs, by: keys.map { [isCaseSensitive ? $0 : $0.caseFolded] },
        isReversed: arguments.isTrue(2, "reverse")))
  }
}

extension TemplateValue {
  /// A text in lower case, anything else as it is: what comparisons without case compare.
  var caseFolded: TemplateValue {
    asText.map { .text($0.lowercased()) } ?? self
  }
}
