import CivilTime

/// A value in a set: two are the same where a template's `==` holds between them.
struct ComparedValue: Hashable {
  let value: TemplateValue
  /// How many lists and dictionaries it stands in.
  private let depth: Int

  init(_ value: TemplateValue) { self.init(value, depth: 0) }

  private init(_ value: TemplateValue, depth: Int) {
    self.value = value
    self.depth = depth
  }

  static func == (left: ComparedValue, right: ComparedValue) -> Bool {
    left.value.isEqual(to: right.value, depth: left.depth)
  }

  func hash(into hasher: inout Hasher) {
    // Numbers of all kinds are equal by value, and so are texts, safe or not.
    if let number = value.asNumber { return hasher.combine(number) }
    if let text = value.asText { return hasher.combine(text) }
    switch value {
    case .date(let date): hasher.combine(date.secondsSinceEpoch)
    case .object(let box): hasher.combine(box.object.identity)
    case .function(let function): hasher.combine(function.name)
    case .reference(let reference): hasher.combine(reference)
    case .list, .tuple, .sequence, .dictionary:
      if depth < deepestValue { hashParts(into: &hasher) }
    case .undefined, .none, .bool, .integer, .number, .text, .markup: break
    }
  }

  private func hashParts(into hasher: inout Hasher) {
    if case .dictionary(let dictionary) = value {
      // Two are equal in whatever order their keys were added.
      var parts: [String: ComparedValue] = [:]
      for (key, value) in zip(dictionary.keys, dictionary.values) {
        parts[key] = ComparedValue(value, depth: depth + 1)
      }
      hasher.combine(parts)
    } else if let items = value.items {
      for index in 0..<items.count {
        hasher.combine(ComparedValue(items[index], depth: depth + 1))
      }
    }
  }
}
