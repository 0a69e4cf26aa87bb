import Diagnostics

extension Renderer {
  /// The arguments of a call, evaluated.
  mutating func arguments(of call: Int32, _ unit: TemplateUnit) throws(TemplateFailure)
    -> TemplateArguments
  {
    let site = unit.contents.calls[Int(call)]
    if site.isEmpty { return .none }
    var positional: [TemplateValue] = []
    positional.reserveCapacity(site.positional.indices.count)
    for index in site.positional.indices {
      positional.append(try evaluate(unit.contents.operands[index], unit))
    }
    if !site.spread.isNone {
      guard let items = try evaluate(site.spread, unit).items else {
        throw TemplateFailure("wrong-argument", "'*' needs a list")
      }
      positional += items.values
    }
    var named: [TemplateArguments.Named] = []
    for argument in site.named {
      named.append(
        TemplateArguments.Named(name: argument.name, value: try evaluate(argument.value, unit)))
    }
    if !site.namedSpread.isNone {
      guard case .dictionary(let dictionary) = try evaluate(site.namedSpread, unit) else {
        throw TemplateFailure("wrong-argument", "'**' needs a dictionary")
      }
      for (name, value) in zip(dictionary.keys, dictionary.values) {
        named.append(TemplateArguments.Named(name: name, value: value))
      }
    }
    return TemplateArguments(positional, named: named)
  }

  /// The value of `callee(arguments)`.
  mutating func call(_ callee: ExpressionID, _ call: Int32, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let value = try evaluate(callee, unit)
    return try invoke(value, arguments(of: call, unit), callee, unit)
  }

  private mutating func invoke(
    _ callee: TemplateValue, _ arguments: TemplateArguments, _ expression: ExpressionID,
    _ unit: TemplateUnit
  ) throws(TemplateFailure) -> TemplateValue {
    switch callee {
    case .function(let function):
      if let maker = function.maker { return try make(maker, arguments) }
      return try function(arguments)
    case .reference(let reference):
      switch reference.kind {
      case .macro:
        var result = TemplateValue.text("")
        try deeper(.call, unit, unit.span(of: expression)) { (renderer) throws(TemplateFailure) in
          result = try renderer.callMacro(reference.index, arguments)
        }
        return result
      case .loop: return try repeatLoop(reference.index, arguments)
      case .joiner: return nextOfJoiner(reference.index)
      case .namespace, .cycler, .module: break
      }
    default: break
    }
    throw TemplateFailure("wrong-kind", "\(callee.kindName) cannot be called")
  }

  /// The value of `base.name(arguments)`.
  mutating func callMethod(
    _ base: ExpressionID, _ name: AttributeID, _ call: Int32, _ unit: TemplateUnit
  ) throws(TemplateFailure) -> TemplateValue {
    let subject = try evaluate(base, unit)
    let arguments = try arguments(of: call, unit)
    if case .reference(let reference) = subject {
      if reference.kind == .loop, let attribute = LoopAttribute(name) {
        return try callLoop(reference.index, attribute, arguments)
      }
      if reference.kind == .cycler {
        return try callCycler(reference.index, program.symbols.name(of: name), arguments)
      }
    }
    let callee = attribute(name, of: subject)
    guard callee.isUndefined else { return try invoke(callee, arguments, base, unit) }
    let text = program.symbols.name(of: name)
    if let result = try subject.callMethod(text, arguments, context.limits) { return result }
    if case .reference(let reference) = subject, reference.kind == .module {
      throw missingMember(text, of: reference.index)
    }
    throw subject.missingMethod(text, program.vocabulary.filterNames)
  }

  // MARK: What lives as long as the rendering

  private mutating func make(_ maker: TemplateFunction.Maker, _ arguments: TemplateArguments)
    throws(TemplateFailure) -> TemplateValue
  {
    switch maker {
    case .namespace:
      namespaces.append(try TemplateFunction.entries(arguments, of: "namespace"))
      return .reference(TemplateReference(kind: .namespace, index: namespaces.count - 1))
    case .cycler:
      try arguments.check(atMost: .max, of: "cycler")
      guard !arguments.positional.isEmpty else { throw .missingArgument("values") }
      cyclers.append(Cycler(values: arguments.positional))
      return .reference(TemplateReference(kind: .cycler, index: cyclers.count - 1))
    case .joiner:
      try arguments.check(atMost: 1, named: ["sep"], of: "joiner")
      cyclers.append(Cycler(values: [arguments.value(0, "sep") ?? .text(", ")]))
      return .reference(TemplateReference(kind: .joiner, index: cyclers.count - 1))
    }
  }

  private mutating func nextOfJoiner(_ index: Int) -> TemplateValue {
    cyclers[index].index += 1
    return cyclers[index].index == 1 ? .text("") : cyclers[index].values[0]
  }

  private mutating func callCycler(
    _ index: Int, _ name: String, _ arguments: TemplateArguments
  ) throws(TemplateFailure) -> TemplateValue {
    switch name {
    case "next":
      try arguments.check(atMost: 0, of: "next")
      let value = cyclers[index].values[cyclers[index].index]
      cyclers[index].index = (cyclers[index].index + 1) % cyclers[index].values.count
      return value
    case "reset":
      try arguments.check(atMost: 0, of: "reset")
      cyclers[index].index = 0
      return .text("")
    default:
      throw TemplateFailure(
        "unknown-attribute", "a cycler has no method '\(name)'",
        help: suggestions(for: name, among: ["next", "reset"], called: "its methods"))
    }
  }
}
