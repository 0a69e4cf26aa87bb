import Diagnostics

extension Renderer {
  /// The attribute of a value; undefined where it has none of this name.
  func attribute(_ name: AttributeID, of value: TemplateValue) -> TemplateValue {
    switch value {
    case .object(let box):
      guard let index = program.attributes.index(of: name, in: box.type) else {
        return .undefined(.noAttribute)
      }
      return box.object.attribute(index)
    case .dictionary(let dictionary):
      return dictionary[program.symbols.name(of: name)] ?? .undefined(.noAttribute)
    case .reference(let reference):
      let symbols = program.symbols
      return attribute(symbols.name(of: name), name.index, of: reference)
    case .undefined, .none, .bool, .integer, .number, .text, .markup, .date, .list, .tuple,
      .sequence, .function:
      return .undefined(.noAttribute)
    }
  }

  /// The attribute of a name, which has a number where a template writes it after a dot.
  private func attribute(
    _ name: @autoclosure () -> String, _ number: Int32?, of reference: TemplateReference
  ) -> TemplateValue {
    switch reference.kind {
    case .loop:
      guard let attribute = number.flatMap({ LoopAttribute(AttributeID(index: $0)) }),
        reference.index < loops.count
      else { return .undefined(.noAttribute) }
      return loops[reference.index].value(of: attribute) ?? .undefined(.noAttribute)
    case .namespace: return namespaces[reference.index][name()] ?? .undefined(.noAttribute)
    case .module: return member(name(), of: reference.index)
    case .cycler where name() == "current":
      return cyclers[reference.index].values[cyclers[reference.index].index]
    case .macro:
      return macros[reference.index].definition.attribute(name()) ?? .undefined(.noAttribute)
    case .cycler, .joiner: return .undefined(.noAttribute)
    }
  }

  /// The element of a value; undefined where it has none at this position or under this name.
  func element(_ key: TemplateValue, of value: TemplateValue) -> TemplateValue {
    guard case .reference(let reference) = value, let text = key.keyText else {
      return value.element(at: key)
    }
    return attribute(text, program.symbols.knownAttribute(text)?.index, of: reference)
  }

  /// The value of `value[start:stop:step]`.
  mutating func slice(_ base: ExpressionID, _ range: OperandRange, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let value = try evaluate(base, unit)
    var bounds: [Int?] = []
    for index in range.indices {
      let operand = unit.contents.operands[index]
      guard !operand.isNone else {
        bounds.append(nil)
        continue
      }
      let bound = try evaluate(operand, unit)
      guard bound.isNone || bound.asInteger != nil else {
        throw TemplateFailure(
          "wrong-kind", "a position is a whole number, not \(bound.kindName)")
      }
      bounds.append(bound.asInteger)
    }
    guard value.asText != nil || value.listItems != nil, let items = value.items else {
      throw TemplateFailure("wrong-kind", "\(value.kindName) has no parts")
    }
    let positions = try slicePositions(
      count: items.count, start: bounds[0], stop: bounds[1], step: bounds[2] ?? 1)
    let kept = positions.map { items[$0] }
    switch value {
    case .text, .markup: return .text(kept.compactMap(\.asText).joined())
    case .tuple: return .tuple(kept)
    default: return .list(kept)
    }
  }

  /// The positions that a slice takes from `count` elements, as Python does.
  private func slicePositions(count: Int, start: Int?, stop: Int?, step: Int)
    throws(TemplateFailure) -> [Int]
  {
    guard step != 0 else { throw TemplateFailure("wrong-argument", "the step of a slice is 0") }
    let (lowest, highest) = step > 0 ? (0, count) : (-1, count - 1)
    func clamped(_ bound: Int?, _ fallback: Int) -> Int {
      guard let bound else { return fallback }
      return min(max(bound < 0 ? bound &+ count : bound, lowest), highest)
    }
    let first = clamped(start, step > 0 ? lowest : highest)
    let end = clamped(stop, step > 0 ? highest : lowest)
    return Array(stride(from: first, to: end, by: step))
  }
}
