import Diagnostics
import Text

/// A text with fields in braces, as Python's `format` method fills it: `"{} of {total:>5}"`.
struct FormatText {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text with arguments in the place of its fields; `{{` and `}}` are braces.
  func filled(with arguments: TemplateArguments, _ limits: TemplateLimits)
    throws(TemplateFailure) -> String
  {
    var result = ""
    var rest = text[...]
    var position = 0
    while let character = rest.popFirst() {
      guard "{}".contains(character) else {
        result.append(character)
        continue
      }
      if rest.first == character {
        result.append(rest.removeFirst())
        continue
      }
      guard character == "{", let end = rest.firstIndex(of: "}") else {
        throw TemplateFailure(
          "wrong-argument", "a '\(character)' stands alone in the text",
          help: ["write `{{` and `}}` for braces"])
      }
      result += try field(rest[..<end], arguments, &position)
      rest = rest[rest.index(after: end)...]
      try limits.check(result)
    }
    return result
  }

  /// The value of a field, written: `name.attribute[key]:specification`.
  private func field(
    _ field: Substring, _ arguments: TemplateArguments, _ position: inout Int
  ) throws(TemplateFailure) -> String {
    let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(omittingEmptySubsequences: false) { ".[]".contains($0) }
    var name = path[0]
    if name.isEmpty {
      name = Substring(String(position))
      position += 1
    }
    let found = Int(name).map {
      arguments.positional.indices.contains($0) ? arguments.positional[$0] : nil
    }
    guard var value = found ?? arguments.value(String(name)) else {
      throw TemplateFailure("wrong-argument", "no argument was given for '{\(field)}'")
    }
    for key in path.dropFirst() where !key.isEmpty {
      let position = Int(key).map { TemplateValue.integer($0) }
      var next = value.element(at: position ?? .text(String(key)))
      if next.isUndefined { next = value.attribute(named: String(key)) }
      if next.isUndefined { throw value.missingAttribute(String(key)) }
      value = next
    }
    guard parts.count > 1, !parts[1].isEmpty else { return try value.printed() }
    return try FormatSpecification(parts[1]).written(value)
  }
}
