import Diagnostics

extension TemplateValue {
  /// The value under a name of a dictionary or an object; undefined where there is none.
  func attribute(named name: String) -> TemplateValue {
    switch self {
    case .object(let box):
      box.type.index(of: name).map(box.object.attribute) ?? .undefined(.noAttribute)
    case .dictionary(let dictionary): dictionary[name] ?? .undefined(.noAttribute)
    case .list, .tuple, .sequence:
      Int(name).map { element(at: .integer($0)) } ?? .undefined(.noAttribute)
    default: .undefined(.noAttribute)
    }
  }

  /// The value at the end of a path of names with dots between them; a failure where an object or
  /// a dictionary on the way has no such name.
  ///
  /// Where a value on the way is `none`, the result is `none`: pages without a date can still be
  /// sorted by `date`.
  func attribute(path: String) throws(TemplateFailure) -> TemplateValue {
    var value = self
    for name in path.split(separator: ".") {
      guard value.isPresent else { return value }
      let next = value.attribute(named: String(name))
      if next.isUndefined { throw value.missingAttribute(String(name)) }
      value = next
    }
    return value
  }

  /// The element of a list at a position, counted from the end where it is negative, or the value
  /// of a dictionary or an object under a name; undefined where there is none.
  func element(at key: TemplateValue) -> TemplateValue {
    switch self {
    case .list(let values), .tuple(let values):
      guard let index = key.position(below: values.count) else { return .undefined(.noElement) }
      return values[index]
    case .sequence(let sequence):
      guard let index = key.position(below: sequence.count) else { return .undefined(.noElement) }
      return sequence.element(at: index)
    case .text, .markup:
      let characters = Array(asText ?? "")
      guard let index = key.position(below: characters.count) else {
        return .undefined(.noElement)
      }
      return .text(String(characters[index]))
    case .object(let box):
      if let elements = box.object.elements, let index = key.position(below: elements.count) {
        return elements[index]
      }
      return key.keyText.map { attribute(named: $0) } ?? .undefined(.noAttribute)
    case .dictionary:
      return key.keyText.map { attribute(named: $0) } ?? .undefined(.noAttribute)
    default: return .undefined(.noAttribute)
    }
  }

  private func position(below count: Int) -> Int? {
    guard case .integer(let integer) = self else { return nil }
    let index = integer < 0 ? integer &+ count : integer
    return (0..<count).contains(index) ? index : nil
  }

  /// The failure for a name that an object or a dictionary does not have.
  func missingAttribute(_ name: String) -> TemplateFailure {
    switch self {
    case .object(let box):
      let type = box.type
      return TemplateFailure(
        "unknown-attribute", "\(type.nameWithArticle) has no attribute '\(name)'",
        help: suggestions(
          for: name, among: type.attributes, called: "attributes of \(type.nameWithArticle)"))
    case .dictionary(let dictionary):
      return TemplateFailure(
        "unknown-attribute", "the dictionary has no key '\(name)'",
        help: suggestions(for: name, among: dictionary.keys, called: "its keys")
          + ["write `?.\(name)` or `| default(…)` where it may be missing"])
    case .none:
      return TemplateFailure(
        "unknown-attribute", "the value before '.\(name)' is none",
        help: ["write `?.\(name)`, or test the value with `if` first"])
    default:
      return TemplateFailure("unknown-attribute", "\(kindName) has no attribute '\(name)'")
    }
  }

  /// The failure for a position or a key that is not there.
  func missingElement(_ key: TemplateValue) -> TemplateFailure {
    switch self {
    case .list, .tuple, .sequence, .text, .markup:
      guard let integer = key.asInteger else {
        if let name = key.asText { return missingAttribute(name) }
        return TemplateFailure(
          "wrong-kind", "a position in \(kindName) is a whole number, not \(key.kindName)")
      }
      let count = count ?? 0
      return TemplateFailure(
        "unknown-element", "\(kindName) of \(count) has no element \(integer)",
        help: ["positions count from 0; write `| default(…)` where one may be missing"])
    case .undefined, .none, .bool, .integer, .number, .date, .dictionary, .object, .function,
      .reference:
      guard let name = key.keyText else {
        return TemplateFailure("wrong-kind", "\(key.kindName) is no key of \(kindName)")
      }
      return missingAttribute(name)
    }
  }
}

/// A `help` line with the nearest known word or the known words, as a list of at most one.
func suggestions(for word: String, among candidates: [String], called noun: String) -> [String] {
  suggestion(for: word, among: candidates, called: noun).map { [$0] } ?? []
}
