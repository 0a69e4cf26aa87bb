import Diagnostics
import Text

extension TemplateValue {
  /// What `value.name(…)` gives for the methods of Python's dictionaries and texts that templates
  /// use most; nil where there is none of this name.
  func callMethod(_ name: String, _ arguments: TemplateArguments) throws(TemplateFailure)
    -> TemplateValue?
  {
    switch self {
    case .dictionary(let dictionary): try dictionary.callMethod(name, arguments)
    case .text(let text): try text.callMethod(name, arguments)
    case .markup(let bytes): try bytes.text.callMethod(name, arguments)
    default: nil
    }
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
    case "items": return .list(zip(keys, values).map { .list([.text($0), $1]) })
    case "keys": return .list(keys.map { .text($0) })
    case "values": return .list(values)
    case "get":
      guard let key = arguments.value(0, "key")?.keyText else { throw .missingArgument("key") }
      return self[key] ?? arguments.value(1, "default") ?? TemplateValue.none
    default: return nil
    }
  }
}

extension String {
  fileprivate func callMethod(_ name: String, _ arguments: TemplateArguments)
    throws(TemplateFailure) -> TemplateValue?
  {
    switch name {
    case "upper": return .text(uppercased())
    case "lower": return .text(lowercased())
    case "title": return .text(titleCased())
    case "capitalize": return .text(capitalizedFirst())
    case "strip": return .text(try trimmed(arguments, .both))
    case "lstrip": return .text(try trimmed(arguments, .start))
    case "rstrip": return .text(try trimmed(arguments, .end))
    case "startswith":
      return .bool(hasPrefix(try arguments.requiredText(0, "prefix")))
    case "endswith":
      return .bool(hasSuffix(try arguments.requiredText(0, "suffix")))
    case "replace":
      return .text(
        replacing(
          try arguments.requiredText(0, "old"), with: try arguments.requiredText(1, "new"),
          maximum: try arguments.integer(2, "count")))
    case "split": return .list(try split(arguments).map { .text($0) })
    case "splitlines": return .list(lines.map { .text($0) })
    default: return nil
    }
  }

  private func trimmed(_ arguments: TemplateArguments, _ ends: TrimmedEnds) throws(TemplateFailure)
    -> String
  {
    trimmed(ends, of: try arguments.text(0, "chars"))
  }

  private func split(_ arguments: TemplateArguments) throws(TemplateFailure) -> [String] {
    guard let separator = try arguments.text(0, "sep") else {
      return split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard !separator.isEmpty else {
      throw TemplateFailure("wrong-argument", "the separator is empty")
    }
    let count = try arguments.integer(1, "maxsplit") ?? -1
    return split(separatedBy: separator, maximum: count)
  }
}
