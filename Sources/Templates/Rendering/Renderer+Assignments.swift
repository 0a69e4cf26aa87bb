import Diagnostics

extension Renderer {
  mutating func assign(_ statement: AssignmentStatement, _ unit: TemplateUnit)
    throws(TemplateFailure)
  {
    do throws(TemplateFailure) {
      let value = try evaluate(statement.value, unit)
      try assign(value, to: statement.target, unit, isTopLevel: statement.isTopLevel)
    } catch {
      markFailed(statement.target, isTopLevel: statement.isTopLevel)
      throw error.placed(unit.number, unit.span(of: statement.value))
    }
  }

  mutating func assign(_ statement: BlockAssignmentStatement, _ unit: TemplateUnit)
    throws(TemplateFailure)
  {
    var value = try capture(statement.body, statement.locals, unit)
    if !statement.filtered.isNone {
      self[SymbolTable.captured] = value
      do throws(TemplateFailure) {
        value = try evaluate(statement.filtered, unit)
      } catch {
        markFailed(statement.target, isTopLevel: statement.isTopLevel)
        throw error
      }
    }
    try assign(value, to: statement.target, unit, isTopLevel: statement.isTopLevel)
  }

  /// Notes that the variables have no value because of an error that is reported, so that those
  /// who read them do not report another.
  private mutating func markFailed(_ target: AssignmentTarget, isTopLevel: Bool) {
    for variable in target.variables {
      store(.undefined(.failed), in: variable, isTopLevel: isTopLevel)
    }
  }

  /// Stores a value in a variable; at the top level of a template also for its macros and blocks.
  mutating func store(_ value: TemplateValue, in variable: VariableID, isTopLevel: Bool) {
    self[variable] = value
    if isTopLevel { modules[module][variable] = value }
  }

  /// Stores a value in a target, taken apart where the target is a list of names.
  mutating func assign(
    _ value: TemplateValue, to target: AssignmentTarget, _ unit: TemplateUnit, isTopLevel: Bool
  ) throws(TemplateFailure) {
    switch target {
    case .variable(let variable): store(value, in: variable, isTopLevel: isTopLevel)
    case .list(let targets, let span):
      guard let items = value.items else {
        throw TemplateFailure(
          "wrong-kind",
          "\(value.kindName) cannot be taken apart into \(counted(targets.count, "variable"))"
        ).placed(unit.number, span)
      }
      guard items.count == targets.count else {
        throw TemplateFailure(
          "wrong-kind",
          "\(counted(items.count, "value")) cannot be stored in "
            + counted(targets.count, "variable")
        ).placed(unit.number, span)
      }
      for (index, target) in targets.enumerated() {
        try assign(items[index], to: target, unit, isTopLevel: isTopLevel)
      }
    case .member(let variable, let name, let span):
      guard case .reference(let reference) = self[variable], reference.kind == .namespace else {
        throw TemplateFailure(
          "wrong-kind", "only an attribute of a namespace can be set",
          help: ["make one with `{% set name = namespace() %}`"]
        ).placed(unit.number, span)
      }
      namespaces[reference.index][name] = value
    }
  }

  mutating func renderWith(
    _ statement: WithStatement, _ unit: TemplateUnit, into output: inout [UInt8]
  ) throws(TemplateFailure) -> Flow {
    var values: [TemplateValue] = []
    for value in statement.values { values.append(try evaluate(value, unit)) }
    let saved = save(statement.locals)
    defer { restore(statement.locals, saved) }
    for (target, value) in zip(statement.targets, values) {
      try assign(value, to: target, unit, isTopLevel: false)
    }
    return try render(statement.body, unit, into: &output)
  }
}
