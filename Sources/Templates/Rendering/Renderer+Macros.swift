import Diagnostics
import Text

/// A macro as it was defined in one rendering: with the template's variables it can see.
struct MacroInstance {
  let unit: TemplateUnit
  let number: Int
  let module: Int
  /// The values of its free variables, where it sees what stands around it: the body of a `call`,
  /// and a macro that is defined in a loop or a block.
  var captured: [TemplateValue]?
  /// All variables, for one of these that includes templates.
  var capturedVariables: [TemplateValue]?

  var definition: MacroDefinition { unit.contents.macros[number] }
}

extension MacroDefinition {
  /// What a template can ask a macro about; nil for any other name.
  func attribute(_ name: String) -> TemplateValue? {
    switch name {
    case "name": .text(self.name)
    case "arguments": .tuple(parameters.map { .text($0.name) })
    case "caller": .bool(usesCaller)
    case "catch_varargs": .bool(usesVariableArguments)
    case "catch_kwargs": .bool(usesKeywordArguments)
    default: nil
    }
  }
}

extension Renderer {
  mutating func defineMacro(_ number: Int, _ unit: TemplateUnit) {
    let definition = unit.contents.macros[number]
    macros.append(
      MacroInstance(
        unit: unit, number: number, module: module, captured: nil, capturedVariables: nil))
    guard let variable = definition.variable else { return }
    store(
      .reference(TemplateReference(kind: .macro, index: macros.count - 1)), in: variable,
      isTopLevel: definition.isTopLevel)
    guard !definition.isTopLevel else { return }
    // Afterwards, so that it sees itself.
    macros[macros.count - 1].captured = save(definition.free)
    if definition.readsEverything { macros[macros.count - 1].capturedVariables = variables }
  }

  /// Calls a macro, with the body of the `call` that calls it, if any; gives what it prints.
  mutating func callMacro(
    _ index: Int, _ arguments: TemplateArguments, caller: TemplateValue = .undefined(.notGiven)
  ) throws(TemplateFailure) -> TemplateValue {
    let instance = macros[index]
    let macro = instance.definition
    let owned =
      macro.free + macro.parameters.map(\.variable) + macro.locals + SymbolTable.macroVariables
    let savedVariables = macro.readsEverything ? variables : []
    let saved = macro.readsEverything ? [] : save(owned)
    let outer = (module, kind, block)
    let depth = stopwatch?.depth ?? 0
    stopwatch?.enterMacro(of: instance.unit.number)
    defer {
      stopwatch?.leave(to: depth)
      (module, context.kind, block) = outer
      if macro.readsEverything { variables = savedVariables } else { restore(owned, saved) }
    }
    module = instance.module
    context.kind = instance.unit.kind
    enterScope(of: instance)
    self[SymbolTable.caller] = caller
    try bind(arguments, to: macro, instance.unit)
    var bytes = Bytes()
    _ = try render(macro.body, instance.unit, into: &bytes)
    try checkSize(bytes)
    return captured(bytes)
  }

  /// Sets the variables that a macro reads to what they were where it was defined.
  private mutating func enterScope(of instance: MacroInstance) {
    let macro = instance.definition
    if macro.readsEverything {
      variables = instance.capturedVariables ?? modules[module].variables
      return
    }
    for (position, variable) in macro.free.enumerated() {
      guard let captured = instance.captured else {
        self[variable] = modules[module][variable]
        continue
      }
      // What was set after a macro was defined, such as another macro, is there by now.
      let isLater = captured[position].isUndefined && macro.variable != nil
      if !isLater { self[variable] = captured[position] }
    }
    for variable in macro.locals { self[variable] = .undefined(.notSet) }
  }

  private mutating func bind(
    _ arguments: TemplateArguments, to macro: MacroDefinition, _ unit: TemplateUnit
  ) throws(TemplateFailure) {
    for (position, parameter) in macro.parameters.enumerated() {
      // `caller` can be a parameter, to give it a default.
      if parameter.variable == SymbolTable.caller, !self[parameter.variable].isUndefined {
        continue
      }
      if position < arguments.positional.count {
        guard arguments.value(parameter.name) == nil else {
          throw TemplateFailure(
            "wrong-argument", "the argument '\(parameter.name)' is given twice")
        }
        self[parameter.variable] = arguments.positional[position]
      } else if let value = arguments.value(parameter.name) {
        self[parameter.variable] = value
      } else if parameter.fallback.isNone {
        self[parameter.variable] = .undefined(.notGiven)
      } else {
        self[parameter.variable] = try evaluate(parameter.fallback, unit)
      }
    }
    let names = macro.parameters.map(\.name)
    let extra = arguments.positional.dropFirst(names.count)
    if macro.usesVariableArguments {
      self[SymbolTable.variableArguments] = .tuple(Array(extra))
    } else if !extra.isEmpty {
      throw TemplateFailure(
        "wrong-argument",
        "the macro '\(macro.name)' takes \(counted(names.count, "argument")), "
          + "not \(arguments.positional.count)")
    }
    let unknown = arguments.named.filter { !names.contains($0.name) }
    if macro.usesKeywordArguments {
      self[SymbolTable.keywordArguments] = .dictionary(
        TemplateDictionary(unknown.map { ($0.name, $0.value) }))
    } else if let first = unknown.first {
      throw TemplateFailure(
        "wrong-argument", "the macro '\(macro.name)' has no argument '\(first.name)'",
        help: suggestions(for: first.name, among: names, called: "arguments"))
    }
  }

  // MARK: call

  mutating func renderCallBlock(
    _ statement: CallBlockStatement, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) {
    let callee = try evaluate(statement.callee, unit)
    guard case .reference(let reference) = callee, reference.kind == .macro else {
      throw TemplateFailure("wrong-kind", "'call' needs a macro, and got \(callee.kindName)")
        .placed(unit.number, unit.span(of: statement.callee))
    }
    let called = macros[reference.index].definition
    guard called.usesCaller else {
      throw TemplateFailure(
        "wrong-argument", "the macro '\(called.name)' does not print what 'call' gives it",
        help: ["print it in the macro with `{{ caller() }}`"]
      ).placed(unit.number, unit.span(of: statement.callee))
    }
    let arguments = try self.arguments(of: statement.call, unit)
    let body = unit.contents.macros[Int(statement.macro)]
    macros.append(
      MacroInstance(
        unit: unit, number: Int(statement.macro), module: module, captured: save(body.free),
        capturedVariables: body.readsEverything ? variables : nil))
    let caller = TemplateReference(kind: .macro, index: macros.count - 1)
    try deeper(.call, unit, statement.span) { (renderer) throws(TemplateFailure) in
      let value = try renderer.callMacro(reference.index, arguments, caller: .reference(caller))
      try value.append(to: &output, escapedFor: renderer.kind)
    }
  }

  // MARK: import

  mutating func importModule(_ statement: ImportStatement, _ unit: TemplateUnit)
    throws(TemplateFailure)
  {
    let value = try evaluate(statement.name, unit)
    guard let name = value.asText else {
      throw TemplateFailure(
        "wrong-kind", "the name of a template must be a text, and is \(value.kindName)"
      ).placed(unit.number, statement.span)
    }
    guard let imported = template(named: name) else {
      throw program.missingTemplate([name]).placed(unit.number, statement.span)
    }
    let index = try moduleIndex(imported, statement, unit)
    if let variable = statement.module {
      store(
        .reference(TemplateReference(kind: .module, index: index)), in: variable,
        isTopLevel: statement.isTopLevel)
    }
    for member in statement.members {
      let value = self.member(member.name, of: index)
      if value.isUndefined {
        throw missingMember(member.name, of: index).placed(unit.number, member.span)
      }
      store(value, in: member.variable, isTopLevel: statement.isTopLevel)
    }
  }

  /// The place of a template's top level among the modules, which it runs to find it out.
  private mutating func moduleIndex(
    _ imported: TemplateUnit, _ statement: ImportStatement, _ unit: TemplateUnit
  ) throws(TemplateFailure) -> Int {
    if !statement.hasContext, let index = importedModules[imported.number] { return index }
    let outer = (variables, module, kind, skipsBlocks)
    if !statement.hasContext { variables = globals }
    modules.append(Module(imported, variables: variables))
    let index = modules.count - 1
    module = index
    skipsBlocks = false
    context.kind = imported.kind
    defer { (variables, module, context.kind, skipsBlocks) = outer }
    let depth = stopwatch?.depth ?? 0
    stopwatch?.enter(imported.number, isCall: true)
    defer { stopwatch?.leave(to: depth) }
    try deeper(.import, unit, statement.span) { (renderer) throws(TemplateFailure) in
      var unused = Bytes()
      _ = try renderer.render(imported.contents.body, imported, into: &unused)
    }
    if !statement.hasContext { importedModules[imported.number] = index }
    return index
  }

  /// What a template that was imported has under a name.
  func member(_ name: String, of module: Int) -> TemplateValue {
    guard !name.hasPrefix("_"), let variable = program.symbols.knownVariable(name),
      let unit = modules[module].unit,
      unit.contents.topLevelNames.contains(variable)
    else { return .undefined(.noAttribute) }
    return modules[module][variable]
  }

  func missingMember(_ name: String, of module: Int) -> TemplateFailure {
    let unit = modules[module].unit
    let names = unit?.contents.topLevelNames.map { program.symbols.name(of: $0) } ?? []
    return TemplateFailure(
      "unknown-attribute", "the template '\(unit?.name ?? "")' has no macro '\(name)'",
      help: suggestions(for: name, among: names, called: "its macros and variables"))
  }
}
