extension NameCheck {
  mutating func walk(_ body: Body, in scope: Scope, _ layouts: [Layout?]) {
    for index in body.indices {
      walk(scope.unit.contents.statements[index], in: scope, layouts)
    }
  }

  mutating func walk(_ statement: StatementNode, in scope: Scope, _ layouts: [Layout?]) {
    let contents = scope.unit.contents
    switch statement {
    case .text, .break, .continue: break
    case .output(let value): check(value, scope)
    case .conditional(let test, let then, let otherwise):
      // Where the test asks whether a name is defined, the branches know what they do.
      let inner = scope.adding(askedNames(test, scope.unit))
      check(test, inner, isAllowedMissing: false)
      walk(then, in: inner, layouts)
      walk(otherwise, in: inner, layouts)
    case .loop(let number): walk(contents.loops[Int(number)], in: scope, layouts)
    case .assignment(let number):
      check(contents.assignments[Int(number)].value, scope)
      checkTarget(contents.assignments[Int(number)].target, scope)
    case .blockAssignment(let number):
      let statement = contents.blockAssignments[Int(number)]
      check(statement.filtered, scope)
      walk(statement.body, in: scope.adding(statement.locals), layouts)
    case .with(let number):
      let statement = contents.withs[Int(number)]
      for value in statement.values { check(value, scope) }
      walk(statement.body, in: scope.adding(statement.locals), layouts)
    case .include(let number): walk(contents.includes[Int(number)], in: scope, layouts)
    case .block(let number): walkBlock(contents.blocks[Int(number)], in: scope, layouts)
    case .macro(let number): walkMacro(contents.macros[Int(number)], in: scope, layouts)
    case .importModule(let number): walk(contents.imports[Int(number)], in: scope, layouts)
    case .callBlock(let number):
      let statement = contents.callBlocks[Int(number)]
      check(statement.callee, scope)
      contents.forEachArgument(of: statement.call) { check($0, scope) }
      let macro = contents.macros[Int(statement.macro)]
      checkDefaults(macro, scope)
      walk(macro.body, in: scope.adding(macro.ownNames), layouts)
    case .filterBlock(let number):
      let statement = contents.filterBlocks[Int(number)]
      check(statement.filtered, scope)
      walk(statement.body, in: scope.adding(statement.locals), layouts)
    case .autoescape(let isOn, let body):
      check(isOn, scope)
      walk(body, in: scope, layouts)
    }
  }

  mutating func walk(_ loop: LoopStatement, in scope: Scope, _ layouts: [Layout?]) {
    check(loop.items, scope)
    let inner = scope.adding(loop.target.variables + loop.locals + [SymbolTable.loop])
    check(loop.condition, inner)
    walk(loop.body, in: inner, layouts)
    walk(loop.otherwise, in: scope, layouts)
  }

  mutating func walkBlock(
    _ block: BlockStatement, in scope: Scope, _ layouts: [Layout?]
  ) {
    guard !scope.skipsBlocks, !scope.blocks.contains(block.name) else { return }
    var names = scope.names
    names.subtract(block.hidden)
    names.formUnion(known)
    for unit in scope.layout.chain { names.formUnion(unit.contents.topLevelNames) }
    for definition in scope.layout.definitions[Int(block.name.index)] {
      let other = definition.unit.contents.blocks[definition.block]
      let inner = Scope(
        unit: definition.unit, names: names, layout: scope.layout,
        blocks: scope.blocks + [block.name])
      walk(other.body, in: inner.adding(other.locals), layouts)
    }
  }

  mutating func walkMacro(
    _ macro: MacroDefinition, in scope: Scope, _ layouts: [Layout?]
  ) {
    // A macro sees the top level of its template, and nothing of where it is called.
    var outer = scope
    if macro.isTopLevel {
      outer.names.formUnion(known)
      outer.names.formUnion(scope.unit.contents.topLevelNames)
    }
    checkDefaults(macro, outer)
    walk(macro.body, in: outer.adding(macro.ownNames), layouts)
  }

  mutating func checkDefaults(_ macro: MacroDefinition, _ scope: Scope) {
    let inner = scope.adding(macro.ownNames)
    for parameter in macro.parameters { check(parameter.fallback, inner) }
  }

  mutating func walk(
    _ include: IncludeStatement, in scope: Scope, _ layouts: [Layout?]
  ) {
    check(include.name, scope)
    let place = TemplateFailure.Place(template: scope.unit.number, span: include.span)
    guard callers.count < 64 else { return }
    callers.append(place)
    defer { callers.removeLast() }
    for name in possibleNames(include.name, scope.unit) {
      guard let number = numbers[name] else { continue }
      visit(units[number], include.hasContext ? scope.names : known, layouts)
    }
  }

  mutating func walk(
    _ statement: ImportStatement, in scope: Scope, _ layouts: [Layout?]
  ) {
    check(statement.name, scope)
    guard let name = statement.constantName, let number = numbers[name], callers.count < 64 else {
      return
    }
    callers.append(TemplateFailure.Place(template: scope.unit.number, span: statement.span))
    defer { callers.removeLast() }
    visit(units[number], statement.hasContext ? scope.names : known, layouts)
  }
}
