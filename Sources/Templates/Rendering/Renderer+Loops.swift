import Diagnostics
import Text

extension Renderer {
  mutating func renderLoop(_ number: Int32, _ unit: TemplateUnit, into output: inout Bytes)
    throws(TemplateFailure)
  {
    let expression = unit.contents.loops[Int(number)].items
    let value = try evaluate(expression, unit)
    let items = try items(of: value, expression, unit)
    try renderLoop(number, over: items, depth: 0, unit, into: &output)
  }

  /// What a loop runs over; a failure for what has no elements.
  private func items(of value: TemplateValue, _ expression: ExpressionID, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateItems
  {
    if let items = value.items { return items }
    if case .undefined(.noElse) = value { return .list([]) }
    throw TemplateFailure(
      "wrong-kind", "a 'for' cannot run over \(value.kindName)",
      help: value.isNone ? ["write `| default([])`, or test the value with `if` first"] : []
    ).placed(unit.number, unit.span(of: expression))
  }

  private mutating func renderLoop(
    _ number: Int32, over allItems: TemplateItems, depth: Int, _ unit: TemplateUnit,
    into output: inout Bytes
  ) throws(TemplateFailure) {
    let loop = unit.contents.loops[Int(number)]
    let savedOwn = save(loop.ownVariables)
    let savedLocals = save(loop.locals)
    let savedLoop = self[SymbolTable.loop]
    defer {
      restore(loop.ownVariables, savedOwn)
      restore(loop.locals, savedLocals)
      self[SymbolTable.loop] = savedLoop
    }
    let items = try filtered(allItems, loop, unit, output)
    let count = items.count
    guard count > 0 else {
      restore(loop.ownVariables, savedOwn)
      _ = try render(loop.otherwise, unit, into: &output)
      return
    }
    let position = loops.count
    loops.append(
      LoopState(items: items, count: count, depth: depth, unit: unit, loop: number))
    defer { loops.removeLast() }
    self[SymbolTable.loop] = .reference(TemplateReference(kind: .loop, index: position))
    for index in 0..<count {
      try countStep(output)
      loops[position].index = index
      restore(loop.locals, savedLocals)
      try assign(items[index], to: loop.target, unit, isTopLevel: false)
      if try render(loop.body, unit, into: &output) == .leaveLoop { break }
    }
  }

  /// The items for which the loop's condition holds.
  private mutating func filtered(
    _ items: TemplateItems, _ loop: LoopStatement, _ unit: TemplateUnit, _ output: borrowing Bytes
  ) throws(TemplateFailure) -> TemplateItems {
    guard !loop.condition.isNone else { return items }
    var kept: [TemplateValue] = []
    for index in 0..<items.count {
      try countStep(output)
      let item = items[index]
      try assign(item, to: loop.target, unit, isTopLevel: false)
      if try evaluate(loop.condition, unit).isTruthy { kept.append(item) }
    }
    return .list(kept)
  }

  /// `loop(items)`: the loop again, one level deeper.
  mutating func repeatLoop(_ position: Int, _ arguments: TemplateArguments)
    throws(TemplateFailure) -> TemplateValue
  {
    guard position < loops.count else {
      throw TemplateFailure("wrong-kind", "the loop is over")
    }
    let state = loops[position]
    guard state.unit.contents.loops[Int(state.loop)].isRecursive else {
      throw TemplateFailure(
        "wrong-kind", "the loop cannot be called",
        help: ["write `{% for … in … recursive %}`"])
    }
    try arguments.check(atMost: 1, of: "loop")
    guard let items = arguments.positional.first?.items else {
      throw TemplateFailure("wrong-argument", "'loop' needs a list to run over")
    }
    var bytes = Bytes()
    try deeper(.call, state.unit, state.unit.contents.loops[Int(state.loop)].span) {
      (renderer) throws(TemplateFailure) in
      try renderer.renderLoop(
        state.loop, over: items, depth: state.depth + 1, state.unit, into: &bytes)
    }
    return captured(bytes)
  }

  /// `loop.cycle(…)` and `loop.changed(…)`.
  mutating func callLoop(
    _ position: Int, _ attribute: LoopAttribute, _ arguments: TemplateArguments
  ) throws(TemplateFailure) -> TemplateValue {
    guard position < loops.count else {
      throw TemplateFailure("wrong-kind", "the loop is over")
    }
    switch attribute {
    case .cycle:
      guard !arguments.positional.isEmpty else { throw .missingArgument("values") }
      return arguments.positional[loops[position].index % arguments.positional.count]
    case .changed:
      let asked = arguments.positional
      let isSame =
        loops[position].lastAsked.map { TemplateValue.list($0).isEqual(to: .list(asked)) } ?? false
      loops[position].lastAsked = asked
      return .bool(!isSame)
    case .index, .index0, .revindex, .revindex0, .first, .last, .length, .depth, .depth0,
      .previtem, .nextitem:
      throw TemplateFailure("wrong-kind", "'loop.\(attribute.rawValue)' cannot be called")
    }
  }
}
