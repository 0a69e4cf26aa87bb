import Diagnostics
import Text

extension TemplateValue {
  /// What `value.name(…)` gives for the methods of Python's dictionaries and texts that templates
  /// use most; nil where there is none of this name.
  func callMethod(_ name: String, _ arguments: TemplateArguments, _ limits: TemplateLimits)
    throws(TemplateFailure) -> TemplateValue?
  {
    if let most = Self.mostArguments[name] {
      try arguments.check(atMost: most, named: Self.argumentNames[name] ?? [], of: name)
    }
    return switch self {
    case .dictionary(let dictionary): try dictionary.callMethod(name, arguments)
    case .text(let text): try text.callMethod(name, arguments, limits)
    case .markup(let bytes): try bytes.text.callMethod(name, arguments, limits)
    case .list, .tuple, .sequence: try callListMethod(name, arguments)
    default: nil
    }
  }

  /// How many arguments the methods take.
  private static let mostArguments = [
    "capitalize": 0, "copy": 0, "isalnum": 0, "isalpha": 0, "isascii": 0, "isdigit": 0,
    "islower": 0, "isnumeric": 0, "isspace": 0, "isupper": 0, "items": 0, "keys": 0, "lower": 0,
    "title": 0, "upper": 0, "values": 0, "count": 1, "endswith": 1, "find": 1, "index": 1,
    "join": 1, "lstrip": 1, "rfind": 1, "rstrip": 1, "splitlines": 1, "startswith": 1, "strip": 1,
    "get": 2, "split": 2, "replace": 3,
  ]
  /// The names of the arguments that may be given by name, as in Python.
  private static let argumentNames = ["split": ["sep", "maxsplit"], "splitlines": ["keepends"]]

  private func callListMethod(_ name: String, _ arguments: TemplateArguments)
    throws(TemplateFailure) -> TemplateValue?
  {
    guard let items, ["count", "index", "copy"].contains(name) else { return nil }
    if name == "copy" { return .list(items.values) }
    guard let value = arguments.value(0, "value") else { throw .missingArgument("value") }
    if name == "count" {
      return .integer((0..<items.count).count { items[$0].isEqual(to: value) })
    }
    guard let index = (0..<items.count).first(where: { items[$0].isEqual(to: value) }) else {
      throw TemplateFailure("wrong-argument", "the value is not in the list")
    }
    return .integer(index)
  }

  /// The failure for a method that does not exist.
  func missingMethod(_ name: String, _ filters: [String]) -> TemplateFailure {
    let isFilter = filters.contains(name)
    return TemplateFailure(
      "unknown-attribute", "\(kindName) has no method '\(name)'",
      help: isFilter ? ["write `| \(name)`"] : missingAttribute(name).help)
  }
}

extension TemplateDictionary {
  fileprivate func callMethod(_ name: String, _ arguments: TemplateArguments)
    throws(TemplateFailure) -> TemplateValue?
  {
    switch name {
    case "items": return .list(zip(keys, values).map { .tuple([.text($0), $1]) })
    case "keys": return .list(keys.map { .text($0) })
    case "values": return .list(values)
    case "copy": return .dictionary(self)
    case "get":
      guard let key = arguments.value(0, "key")?.keyText else { throw .missingArgument("key") }
      return self[key] ?? arguments.value(1, "default") ?? TemplateValue.none
    default: return nil
    }
  }
}

extension TemplateArguments {
  /// The text that is given, or each one of a tuple of texts.
  fileprivate func anyOf(_ name: String) throws(TemplateFailure) -> [String] {
    guard case .tuple(let values) = value(0, name) else { return [try requiredText(0, name)] }
    var texts: [String] = []
    for value in values {
      guard let text = value.asText else { throw .wrongArgument(name, "a text", value) }
      texts.append(text)
    }
    return texts
  }
}

extension String {
  fileprivate func callMethod(
    _ name: String, _ arguments: TemplateArguments, _ limits: TemplateLimits
  ) throws(TemplateFailure) -> TemplateValue? {
    switch name {
    case "upper": return .text(uppercased())
    case "lower": return .text(lowercased())
    case "title": return .text(titleCased())
    case "capitalize": return .text(capitalizedFirst())
    case "strip": return .text(try trimmed(arguments, .both))
    case "lstrip": return .text(try trimmed(arguments, .start))
    case "rstrip": return .text(try trimmed(arguments, .end))
    case "startswith":
      return .bool(try arguments.anyOf("prefix").contains { hasPrefix($0) })
    case "endswith":
      return .bool(try arguments.anyOf("suffix").contains { hasSuffix($0) })
    case "replace":
      return .text(
        try replacing(
          try arguments.requiredText(0, "old"), with: try arguments.requiredText(1, "new"),
          maximum: try arguments.integer(2, "count"), limit: limits.outputBytes))
    case "split": return .list(try split(arguments).map { .text($0) })
    case "splitlines":
      let lines = arguments.isTrue(0, "keepends") ? linesWithEnds : lines
      return .list(lines.map { .text($0) })
    case "join": return .text(try joined(arguments, limits))
    case "format": return .text(try FormatText(self).filled(with: arguments, limits))
    case "count":
      let part = try arguments.requiredText(0, "sub")
      return .integer(part.isEmpty ? unicodeScalars.count + 1 : occurrences(of: part))
    case "find": return .integer(try found(arguments, isLast: false))
    case "rfind": return .integer(try found(arguments, isLast: true))
    default: return isMadeOf(name).map { .bool($0) }
    }
  }

  /// Whether the text has a character and all are of a class; nil for no name of a class.
  private func isMadeOf(_ name: String) -> Bool? {
    switch name {
    case "isdigit", "isnumeric": !isEmpty && allSatisfy(\.isWholeNumber)
    case "isalpha": !isEmpty && allSatisfy(\.isLetter)
    case "isalnum": !isEmpty && allSatisfy { $0.isLetter || $0.isNumber }
    case "isspace": !isEmpty && allSatisfy(\.isWhitespace)
    case "isascii": utf8.allSatisfy { $0 < 0x80 }
    case "islower": self == lowercased() && self != uppercased()
    case "isupper": self == uppercased() && self != lowercased()
    default: nil
    }
  }

  /// The place of a part, counted in code points as Python does; -1 where it is not in the text.
  private func found(_ arguments: TemplateArguments, isLast: Bool) throws(TemplateFailure) -> Int {
    let part = Array(try arguments.requiredText(0, "sub").unicodeScalars)
    let text = Array(unicodeScalars)
    guard part.count <= text.count else { return -1 }
    let places = 0...(text.count - part.count)
    let isThere = { (place: Int) in text[place...].starts(with: part) }
    return (isLast ? places.last(where: isThere) : places.first(where: isThere)) ?? -1
  }

  private func joined(_ arguments: TemplateArguments, _ limits: TemplateLimits)
    throws(TemplateFailure) -> String
  {
    guard let items = arguments.value(0, "items")?.items else { throw .missingArgument("items") }
    var text = ""
    for index in 0..<items.count {
      guard let part = items[index].asText else {
        throw .wrongArgument("items", "a list of texts", items[index])
      }
      text += (index > 0 ? self : "") + part
      try limits.check(text)
    }
    return text
  }

  private func trimmed(_ arguments: TemplateArguments, _ ends: TrimmedEnds) throws(TemplateFailure)
    -> String
  {
    trimmed(ends, of: try arguments.text(0, "chars"))
  }

  private func split(_ arguments: TemplateArguments) throws(TemplateFailure) -> [String] {
    let count = try arguments.integer(1, "maxsplit") ?? -1
    guard let separator = try arguments.text(0, "sep") else { return words(maximum: count) }
    guard !separator.isEmpty else {
      throw TemplateFailure("wrong-argument", "the separator is empty")
    }
    return split(separatedBy: separator, maximum: count)
  }
}
