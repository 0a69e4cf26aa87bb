import Diagnostics

extension TemplateFilter {
  static let listFilters: [TemplateFilter] = [
    TemplateFilter("length", Signature(), length),
    TemplateFilter("count", Signature(), length),
    TemplateFilter("first", Signature(), first),
    TemplateFilter("last", Signature(), last),
    TemplateFilter("join", Signature(["d", "attribute"]), join),
    TemplateFilter("reverse", Signature(), reverse),
    TemplateFilter("list", Signature(), list),
    TemplateFilter("unique", Signature(["case_sensitive", "attribute"]), unique),
    TemplateFilter(
      "sort", Signature(["reverse", "case_sensitive", "attribute"]), sort),
    TemplateFilter("groupby", Signature(groupParameters, required: 1), groupBy),
    TemplateFilter("group_by", Signature(groupParameters, required: 1), groupBy),
    TemplateFilter("batch", Signature(["linecount", "fill_with"], required: 1), batch),
    TemplateFilter("slice", Signature(["slices", "fill_with"], required: 1), slice),
  ]

  private static let groupParameters = ["attribute", "default", "case_sensitive"]

  private static func length(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard let count = subject.count else { throw .wrongSubject("length", "a list", subject) }
    return .integer(count)
  }

  private static func first(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let items = try subject.filterItems("first")
    return items.count > 0 ? items[0] : .undefined(.noElement)
  }

  private static func last(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let items = try subject.filterItems("last")
    if case .markup = subject, items.count > 0, let text = items[items.count - 1].asText {
      return subject.replacingText(text)
    }
    return items.count > 0 ? items[items.count - 1] : .undefined(.noElement)
  }

  private static func join(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var values = try subject.filterItems("join").values
    if let attribute = arguments.value(1, "attribute"), let path = attribute.keyText {
      for index in values.indices { values[index] = try values[index].attribute(path: path) }
    }
    return try TemplateValue.joined(
      values, separator: arguments.value(0, "d") ?? .text(""), context)
  }

  private static func reverse(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    if let text = subject.asText { return subject.replacingText(String(text.reversed())) }
    return .list(try subject.filterItems("reverse").values.reversed())
  }

  private static func list(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let items = try subject.filterItems("list")
    return .list(items.values)
  }

  private static func unique(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let isCaseSensitive = arguments.isTrue(0, "case_sensitive")
    let path = try arguments.text(1, "attribute")
    var seen: Set<ComparedValue> = []
    var kept: [TemplateValue] = []
    for value in try subject.filterItems("unique").values {
      let key =
        try path.map { (path) throws(TemplateFailure) in try value.attribute(path: path) }
        ?? value
      if seen.insert(ComparedValue(isCaseSensitive ? key : key.caseFolded)).inserted {
        kept.append(value)
      }
    }
    return .list(kept)
  }

  private static func sort(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let isCaseSensitive = arguments.isTrue(1, "case_sensitive")
    let paths = try arguments.text(2, "attribute")?.split(separator: ",").map(String.init) ?? []
    let values = try subject.filterItems("sort").values
    var keys: [[TemplateValue]] = []
    for value in values {
      var key: [TemplateValue] = []
      for path in paths { key.append(try value.attribute(path: path.trimmed(.both))) }
      if paths.isEmpty { key = [value] }
      keys.append(isCaseSensitive ? key : key.map(\.caseFolded))
    }
    return .list(try sorted(values, by: keys, isReversed: arguments.isTrue(0, "reverse")))
  }

  /// Groups of values with the same attribute, sorted by it: dictionaries with `grouper` and
  /// `list`, which can also be taken apart into two variables.
  private static func groupBy(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard let path = arguments.value(0, "attribute")?.keyText else {
      throw .missingArgument("attribute")
    }
    let fallback = arguments.value(1, "default")
    let isCaseSensitive = arguments.isTrue(2, "case_sensitive")
    let values = try subject.filterItems("groupby").values
    var keys: [TemplateValue] = []
    for value in values {
      var key = fallback.map { _ in value.attributeIfPresent(path: path) }
      if key == nil { key = try value.attribute(path: path) }
      let found = key ?? TemplateValue.none
      keys.append(found.isPresent ? found : fallback ?? TemplateValue.none)
    }
    let compared = keys.map { isCaseSensitive ? $0 : $0.caseFolded }
    let order = try sorted(
      values.indices.map { .integer($0) }, by: compared.map { [$0] }, isReversed: false)
    var groups: [(key: Int, members: [TemplateValue])] = []
    for case .integer(let index) in order {
      if let last = groups.last, compared[last.key].isEqual(to: compared[index]) {
        groups[groups.count - 1].members.append(values[index])
      } else {
        groups.append((index, [values[index]]))
      }
    }
    return .list(groups.map { .object(TemplateGroup(key: keys[$0.key], members: $0.members)) })
  }

  private static func batch(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let count = try positiveCount(arguments, "linecount")
    let values = try subject.filterItems("batch").values
    var batches: [TemplateValue] = []
    for start in stride(from: 0, to: values.count, by: count) {
      var batch = Array(values[start..<min(start + count, values.count)])
      if let fill = arguments.value(1, "fill_with"), !fill.isNone {
        batch += Array(repeating: fill, count: count - batch.count)
      }
      batches.append(.list(batch))
    }
    return .list(batches)
  }

  private static func slice(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let count = try positiveCount(arguments, "slices")
    let values = try subject.filterItems("slice").values
    let (size, longer) = values.count.quotientAndRemainder(dividingBy: count)
    var start = 0
    var slices: [TemplateValue] = []
    for index in 0..<count {
      let end = start + size + (index < longer ? 1 : 0)
      var slice = Array(values[start..<end])
      if let fill = arguments.value(1, "fill_with"), !fill.isNone, longer > 0, index >= longer {
        slice.append(fill)
      }
      slices.append(.list(slice))
      start = end
    }
    return .list(slices)
  }

  private static func positiveCount(_ arguments: TemplateArguments, _ name: String)
    throws(TemplateFailure) -> Int
  {
    let count = try arguments.requiredInteger(0, name)
    guard (1...1_000_000).contains(count) else {
      throw TemplateFailure("wrong-argument", "the argument '\(name)' must be positive")
    }
    return count
  }
}

extension TemplateValue {
  /// The value at the end of a path; none where a part of it is missing.
  func attributeIfPresent(path: String) -> TemplateValue {
    var value = self
    for name in path.split(separator: ".") {
      value = value.attribute(named: String(name))
      guard value.isPresent else { return .none }
    }
    return value
  }
}
