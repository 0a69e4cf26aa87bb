import CivilTime
import Diagnostics
import Text

/// How deep lists and dictionaries are compared or printed before a limit ends it.
let deepestValue = 64

extension TemplateValue {
  /// Whether `==` holds: numbers by value, texts by the characters that a reader sees, lists and
  /// dictionaries by their elements, objects by identity.
  func isEqual(to other: TemplateValue, depth: Int = 0) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.undefined, .undefined), (.none, .none): true
    case (.date(let a), .date(let b)): a.secondsSinceEpoch == b.secondsSinceEpoch
    case (.object(let a), .object(let b)):
      a.type === b.type && a.object.identity != nil && a.object.identity == b.object.identity
    case (.dictionary(let a), .dictionary(let b)):
      a.count == b.count && depth < deepestValue
        && zip(a.keys, a.values).allSatisfy { key, value in
          b[key].map { value.isEqual(to: $0, depth: depth + 1) } ?? false
        }
    case (.list, _), (.sequence, _): isEqualList(to: other, depth: depth)
    case (.tuple(let a), .tuple(let b)):
      TemplateValue.list(a).isEqualList(to: .list(b), depth: depth)
    case (.function(let a), .function(let b)): a.name == b.name
    case (.reference(let a), .reference(let b)): a == b
    default:
      if let a = asNumber, let b = other.asNumber {
        a == b
      } else if let a = asText, let b = other.asText {
        a == b
      } else {
        false
      }
    }
  }

  private func isEqualList(to other: TemplateValue, depth: Int) -> Bool {
    switch other {
    case .list, .sequence: break
    default: return false
    }
    guard depth < deepestValue, let a = items, let b = other.items, a.count == b.count else {
      return false
    }
    return (0..<a.count).allSatisfy { a[$0].isEqual(to: b[$0], depth: depth + 1) }
  }

  /// Whether this comes before `other`; a failure where the two have no order.
  func isLess(than other: TemplateValue, depth: Int = 0) throws(TemplateFailure) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): return a < b
    case (.text(let a), .text(let b)): return a < b
    case (.date(let a), .date(let b)): return a < b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      guard depth < deepestValue else { break }
      for (left, right) in zip(a, b) where !left.isEqual(to: right) {
        return try left.isLess(than: right, depth: depth + 1)
      }
      return a.count < b.count
    default:
      if let a = asNumber, let b = other.asNumber { return a < b }
      if let a = asText, let b = other.asText { return a < b }
    }
    throw TemplateFailure(
      "wrong-kind", "\(kindName) and \(other.kindName) have no order",
      help: isPresent && other.isPresent ? [] : ["test first whether the value is there"])
  }

  /// Whether `item in self` holds: an element of a list, a key of a dictionary, a part of a text.
  func contains(_ item: TemplateValue) throws(TemplateFailure) -> Bool {
    switch self {
    case .dictionary(let dictionary):
      return item.keyText.map { dictionary[$0] != nil } ?? false
    case .text, .markup:
      guard let part = item.asText, let text = asText else {
        throw TemplateFailure(
          "wrong-kind", "only a text can be in a text, and this is \(item.kindName)")
      }
      return part.isEmpty || text.contains(part)
    case .list, .tuple, .sequence:
      guard let items else { return false }
      for index in 0..<items.count where items[index].isEqual(to: item) { return true }
      return false
    default:
      throw TemplateFailure("wrong-kind", "nothing can be 'in' \(kindName)")
    }
  }

  /// The name under which a dictionary keeps the value of this key; nil for what is no key.
  var keyText: String? {
    switch self {
    case .text(let text): text
    case .markup(let bytes): bytes.text
    case .integer(let integer): String(integer)
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }
}
