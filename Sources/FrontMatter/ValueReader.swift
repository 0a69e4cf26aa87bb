internal import CivilTime
internal import Diagnostics

extension RecordReader {
  /// A value of a type; nil, with a message, where the YAML is none.
  mutating func value(
    _ node: YAMLNode, of type: FieldType, called name: String
  ) -> LocatedValue? {
    switch type {
    case .free: return LocatedValue(.free(node), range: node.range)
    case .list(let element, let acceptsOne, let splitsCommas):
      return list(
        node, of: element, called: name, acceptsOne: acceptsOne, splitsCommas: splitsCommas)
    case .table(let element): return table(node, of: element, called: name)
    case .translatedText:
      return value(node, of: node.isMapping ? .table(.text) : .text, called: name)
    case .record(let schema, let shorthand):
      return record(node, by: schema, shorthand: shorthand, called: name)
    case .text, .boolean, .integer, .date, .month, .choice, .reference:
      guard case .scalar(let text, let isPlain) = node.content else {
        return wrongType(node, type, name)
      }
      return scalar(text, isPlain: isPlain, node, of: type, called: name)
    }
  }

  private mutating func scalar(
    _ text: String, isPlain: Bool, _ node: YAMLNode, of type: FieldType, called name: String
  ) -> LocatedValue? {
    switch type {
    case .text, .reference: return LocatedValue(.text(text), range: node.range)
    case .boolean:
      guard isPlain, let flag = booleanValue(text) else { return wrongType(node, type, name) }
      return LocatedValue(.boolean(flag), range: node.range)
    case .integer(let range):
      guard let number = Int(text) else { return wrongType(node, type, name) }
      guard range.contains(number) else {
        diagnostics.append(.outOfRange(name, number, range, at: source.location(of: node.range)))
        return nil
      }
      return LocatedValue(.integer(number), range: node.range)
    case .date: return date(text, node, called: name)
    case .month: return date(text + "-01", node, called: name, written: text)
    case .choice(let names): return choice(text, names, node, called: name)
    case .free, .list, .table, .record, .translatedText: return wrongType(node, type, name)
    }
  }

  private mutating func date(
    _ text: String, _ node: YAMLNode, called name: String, written: String? = nil
  ) -> LocatedValue? {
    do throws(DateError) {
      return LocatedValue(.date(try WrittenDate(text)), range: node.range)
    } catch {
      diagnostics.append(
        .invalidDate(
          name, written ?? text, error, isMonth: written != nil,
          at: source.location(of: node.range)))
      return nil
    }
  }

  private mutating func choice(
    _ text: String, _ names: [String], _ node: YAMLNode, called name: String
  ) -> LocatedValue? {
    if names.contains(text) { return LocatedValue(.text(text), range: node.range) }
    if let same = names.first(where: { $0.lowercased() == text.lowercased() }) {
      return LocatedValue(.text(same), range: node.range)
    }
    diagnostics.append(.notAChoice(name, text, names, at: source.location(of: node.range)))
    return nil
  }

  private mutating func list(
    _ node: YAMLNode, of element: FieldType, called name: String, acceptsOne: Bool,
    splitsCommas: Bool
  ) -> LocatedValue? {
    switch node.content {
    case .sequence(let nodes):
      let values = nodes.compactMap { node in
        node.isNull ? nil : value(node, of: element, called: name)
      }
      return LocatedValue(.list(values), range: node.range)
    case .scalar(let text, let isPlain) where acceptsOne && splitsCommas && text.contains(","):
      let location = source.location(of: node.range)
      diagnostics.append(.commaList(name, at: location))
      let parts = text.split(separator: ",").map(trimmed).filter { !$0.isEmpty }
      let values = parts.compactMap { part in
        value(
          YAMLNode(.scalar(part, isPlain: isPlain), range: node.range), of: element, called: name)
      }
      return LocatedValue(.list(values), range: node.range)
    case .mapping where element.isText: return wrongType(node, .list(element), name)
    case .scalar where acceptsOne, .mapping where acceptsOne:
      return value(node, of: element, called: name).map {
        LocatedValue(.list([$0]), range: node.range)
      }
    case .scalar, .mapping:
      return wrongType(node, .list(element), name)
    }
  }

  private mutating func table(
    _ node: YAMLNode, of element: FieldType, called name: String
  ) -> LocatedValue? {
    guard case .mapping(let pairs) = node.content else {
      return wrongType(node, .table(element), name)
    }
    // `topics:` with nothing behind it is a table entry with every default.
    let entries = pairs.compactMap { pair in
      value(pair.value, of: element, called: "\(name).\(pair.key)").map {
        TableEntry(key: pair.key, keyRange: pair.keyRange, value: $0)
      }
    }
    return LocatedValue(.table(entries), range: node.range)
  }

  private mutating func record(
    _ node: YAMLNode, by schema: RecordSchema, shorthand: String?, called name: String
  ) -> LocatedValue? {
    if let shorthand, !node.isNull, case .scalar = node.content,
      let slot = schema.slot(of: shorthand)
    {
      var short = Record(schema, range: node.range)
      short[slot] = value(node, of: schema.fields[slot].type, called: name)
      return LocatedValue(.record(short), range: node.range)
    }
    guard node.isNull || node.isMapping else {
      return wrongType(node, .record(schema, shorthand: shorthand), name)
    }
    return LocatedValue(
      .record(record(node, by: schema, start: node.range)), range: node.range)
  }

  private mutating func wrongType(
    _ node: YAMLNode, _ type: FieldType, _ name: String
  ) -> LocatedValue? {
    diagnostics.append(.wrongType(name, type, node, at: source.location(of: node.range)))
    return nil
  }

  private func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }
}

extension Diagnostic {
  fileprivate static func wrongType(
    _ name: String, _ type: FieldType, _ node: YAMLNode, at location: TextLocation
  ) -> Diagnostic {
    var found = node.noun
    if case .scalar(let text, _) = node.content { found = "'\(text.truncatedForMessage)'" }
    var help: [String] = []
    if case .boolean = type, case .scalar(let text, _) = node.content {
      switch text.lowercased() {
      case "yes", "on", "y", "1", "true": help = ["write true"]
      case "no", "off", "n", "0", "false": help = ["write false"]
      default: break
      }
    }
    return .error("wrong-type", "'\(name)' is \(type.noun), not \(found)", at: location, help: help)
  }

  fileprivate static func outOfRange(
    _ name: String, _ number: Int, _ range: ClosedRange<Int>, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "out-of-range", "'\(name)' is \(number)", at: location,
      help: ["write a number from \(range.lowerBound) to \(range.upperBound)"])
  }

  fileprivate static func notAChoice(
    _ name: String, _ text: String, _ names: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "not-a-choice", "'\(name)' cannot be '\(text.truncatedForMessage)'", at: location,
      help: suggestion(for: text, among: names, called: "it can be").map { [$0] } ?? [])
  }

  fileprivate static func commaList(_ name: String, at location: TextLocation) -> Diagnostic {
    .note("comma-list", "'\(name)' is read as a list, split at its commas", at: location)
  }

  fileprivate static func invalidDate(
    _ name: String, _ text: String, _ error: DateError, isMonth: Bool, at location: TextLocation
  ) -> Diagnostic {
    let shown = text.truncatedForMessage
    let message =
      switch error {
      case .form: "'\(name)' is no \(isMonth ? "month" : "date"): '\(shown)'"
      case .noSuchDay(let year, let month, let day):
        (1...12).contains(month) && (1000...9999).contains(year)
          ? "\(monthNames[month - 1]) \(year) has no day \(day): '\(shown)'"
          : "the calendar has no such day: '\(shown)'"
      case .noSuchTime: "no clock shows this time: '\(shown)'"
      case .noSuchOffset: "no place is so far from UTC: '\(shown)'"
      }
    let forms =
      isMonth
      ? "write a month as 2022-02"
      : "write a date as 2023-02-23, 2023-02-23 14:00 or 2023-02-23T14:00:00+01:00"
    let meant = isMonth ? nil : text.dateInOtherOrder.map { "did you mean '\($0)'?" }
    return .error(
      "invalid-date", message, at: location, help: [meant, forms].compactMap { $0 })
  }
}

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

extension String {
  /// The ISO form of a date such as `23.2.2023`, `2023/2/3` or `23/02/2023`; nil where day and month
  /// could be either (`3/2/2023`).
  fileprivate var dateInOtherOrder: String? {
    guard let mark = first(where: { !$0.isNumber }), "./-".contains(mark) else { return nil }
    let parts = split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let isYearFirst = parts[0].count == 4
    guard isYearFirst || parts[2].count == 4 else { return nil }
    guard isYearFirst || mark == "." || numbers[0] > 12 || numbers[1] > 12 else { return nil }
    let isDayFirst = mark == "." || numbers[0] > 12
    let date =
      isYearFirst
      ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
      : CivilDate(
        year: numbers[2], month: numbers[isDayFirst ? 1 : 0], day: numbers[isDayFirst ? 0 : 1])
    return date.map { Timestamp(local: LocalDateTime(startOf: $0), offsetSeconds: 0).isoDate }
  }

  /// A piece of a user's text that fits into a message.
  fileprivate var truncatedForMessage: String {
    let line = prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }
}
