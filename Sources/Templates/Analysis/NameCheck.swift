import Diagnostics

/// Finds names that are certainly not defined.
///
/// Templates are looked at from those that nothing includes: what they set is seen by what they
/// include, so a partial is checked once for each set of names it can be called with. Where a name
/// is set somewhere in reach, it counts as defined, since whether it is at that moment is only
/// known when rendering.
struct NameCheck {
  let units: [TemplateUnit]
  let symbols: SymbolTable
  private let numbers: [String: Int]
  private let known: Set<VariableID>
  /// The paths of templates of which a part could not be read, which may have set the names.
  private let unreadable: Set<String>
  private var found: [Diagnostic] = []
  private var reported: Set<TemplateFailure.Place> = []
  private var visited: Set<Visit> = []
  /// The `include` tags through which the template that is looked at was reached.
  private var callers: [TemplateFailure.Place] = []

  /// A template, looked at with some names.
  private struct Visit: Hashable {
    let unit: Int
    let names: Set<VariableID>
  }

  /// Checks templates that may use the names in `known`, apart from those at `unreadable` paths.
  init(units: [TemplateUnit], symbols: SymbolTable, known: [String], unreadable: Set<String>) {
    var symbols = symbols
    self.units = units
    self.unreadable = unreadable
    self.numbers = Dictionary(
      units.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
    self.known = Set(known.map { symbols.variable($0) } + [SymbolTable.captured])
    self.symbols = symbols
  }

  /// The names that are not defined, in all templates.
  mutating func check(layouts: [Layout?]) -> [Diagnostic] {
    var reached: Set<Int> = []
    for unit in units {
      for include in unit.contents.includes {
        reached.formUnion(
          possibleNames(include.name, unit).compactMap { numbers[$0] })
      }
      for statement in unit.contents.imports {
        if let name = statement.constantName, let number = numbers[name] { reached.insert(number) }
      }
      if let name = unit.contents.parent?.constantName, let number = numbers[name] {
        reached.insert(number)
      }
    }
    for unit in units where !reached.contains(unit.number) { visit(unit, known, layouts) }
    return found
  }

  // MARK: Templates

  private mutating func visit(_ unit: TemplateUnit, _ names: Set<VariableID>, _ layouts: [Layout?])
  {
    guard visited.insert(Visit(unit: unit.number, names: names)).inserted else { return }
    // A template that extends another by a variable name may be given any names by it.
    guard let layout = layouts[unit.number] else { return }
    guard !layout.chain.contains(where: { unreadable.contains($0.source.path) }) else { return }
    let all = layout.chain.reduce(into: names) { $0.formUnion($1.contents.topLevelNames) }
    for (level, member) in layout.chain.enumerated() {
      let isRoot = level == layout.chain.count - 1
      let scope = Scope(unit: member, names: all, layout: layout, skipsBlocks: !isRoot)
      walk(member.contents.body, in: scope, layouts)
      if let parent = member.contents.parent { check(parent.name, scope) }
    }
  }

  /// What can be seen at one place.
  struct Scope {
    let unit: TemplateUnit
    var names: Set<VariableID>
    let layout: Layout
    /// Whether blocks are looked at elsewhere: where the extended template prints them.
    var skipsBlocks = false
    /// The blocks around the place.
    var blocks: [BlockNameID] = []

    func adding(_ more: some Sequence<VariableID>) -> Scope {
      var scope = self
      scope.names.formUnion(more)
      return scope
    }
  }

  // MARK: Statements

  private mutating func walk(_ body: Body, in scope: Scope, _ layouts: [Layout?]) {
    for index in body.indices {
      walk(scope.unit.contents.statements[index], in: scope, layouts)
    }
  }

  private mutating func walk(_ statement: StatementNode, in scope: Scope, _ layouts: [Layout?]) {
    let contents = scope.unit.contents
    switch statement {
    case .text, .break, .continue: break
    case .output(let value): check(value, scope)
    case .conditional(let test, let then, let otherwise):
      check(test, scope)
      // Where the test asks whether a name is defined, the branches know what they do.
      let inner = scope.adding(askedNames(test, scope.unit))
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
      statement.values.forEach { check($0, scope) }
      walk(statement.body, in: scope.adding(statement.locals), layouts)
    case .include(let number): walk(contents.includes[Int(number)], in: scope, layouts)
    case .block(let number): walkBlock(contents.blocks[Int(number)], in: scope, layouts)
    case .macro(let number): walkMacro(contents.macros[Int(number)], in: scope, layouts)
    case .importModule(let number): walk(contents.imports[Int(number)], in: scope, layouts)
    case .callBlock(let number):
      let statement = contents.callBlocks[Int(number)]
      check(statement.callee, scope)
      contents.children(of: .call(statement.callee, call: statement.call)).dropFirst().forEach {
        if !$0.isNone { check($0, scope) }
      }
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

  private mutating func walk(_ loop: LoopStatement, in scope: Scope, _ layouts: [Layout?]) {
    check(loop.items, scope)
    let inner = scope.adding(loop.target.variables + loop.locals + [SymbolTable.loop])
    check(loop.condition, inner)
    walk(loop.body, in: inner, layouts)
    walk(loop.otherwise, in: scope, layouts)
  }

  private mutating func walkBlock(
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
        unit: definition.unit, names: names.union(other.locals), layout: scope.layout,
        blocks: scope.blocks + [block.name])
      walk(other.body, in: inner, layouts)
    }
  }

  private mutating func walkMacro(
    _ macro: MacroDefinition, in scope: Scope, _ layouts: [Layout?]
  ) {
    // A macro sees the top level of its template, and nothing of where it is called.
    var outer = scope
    if macro.isTopLevel {
      outer.names = scope.names.union(known).union(scope.unit.contents.topLevelNames)
    }
    checkDefaults(macro, outer)
    walk(macro.body, in: outer.adding(macro.ownNames), layouts)
  }

  private mutating func checkDefaults(_ macro: MacroDefinition, _ scope: Scope) {
    let inner = scope.adding(macro.ownNames)
    macro.parameters.forEach { check($0.fallback, inner) }
  }

  private mutating func walk(
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

  private mutating func walk(
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

  // MARK: Expressions

  private mutating func check(_ expression: ExpressionID, _ scope: Scope) {
    guard !expression.isNone else { return }
    let asked = askedNames(expression, scope.unit)
    check(expression, asked.isEmpty ? scope : scope.adding(asked), isAllowedMissing: false)
  }

  private mutating func check(_ expression: ExpressionID, _ scope: Scope, isAllowedMissing: Bool) {
    let contents = scope.unit.contents
    let node = contents.expressions[Int(expression.index)]
    switch node {
    case .variable(let variable):
      if !isAllowedMissing, !scope.names.contains(variable) { report(variable, expression, scope) }
      return
    case .isDefined(let subject): return check(subject, scope, isAllowedMissing: true)
    case .defaulted(let subject, _): check(subject, scope, isAllowedMissing: true)
    case .test(_, let subject, _): check(subject, scope, isAllowedMissing: false)
    case .attribute(let base, _, let isOptional), .element(let base, _, let isOptional):
      check(base, scope, isAllowedMissing: isAllowedMissing || isOptional)
    default:
      for child in contents.children(of: expression) {
        check(child, scope, isAllowedMissing: false)
      }
      return
    }
    for child in contents.children(of: expression).dropFirst() {
      check(child, scope, isAllowedMissing: false)
    }
  }

  private mutating func checkTarget(_ target: AssignmentTarget, _ scope: Scope) {
    guard case .member(let variable, _, let span) = target, !scope.names.contains(variable) else {
      return
    }
    report(variable, at: span, scope)
  }

  /// The names of which an expression asks whether they are defined.
  private func askedNames(_ expression: ExpressionID, _ unit: TemplateUnit) -> [VariableID] {
    guard !expression.isNone else { return [] }
    var asked: [VariableID] = []
    var pending = [expression]
    while let next = pending.popLast() {
      if case .isDefined(let subject) = unit.contents.expressions[Int(next.index)],
        case .variable(let variable) = unit.contents.expressions[Int(subject.index)]
      {
        asked.append(variable)
      }
      pending += unit.contents.children(of: next)
    }
    return asked
  }

  /// The names of templates that an expression can stand for, as far as they are written in it.
  private func possibleNames(_ expression: ExpressionID, _ unit: TemplateUnit) -> [String] {
    switch unit.contents.expressions[Int(expression.index)] {
    case .constant(let number): unit.contents.constants[Int(number)].asText.map { [$0] } ?? []
    case .list(let range):
      unit.contents.operands[range.indices].flatMap { possibleNames($0, unit) }
    case .conditional(_, let value, let otherwise):
      possibleNames(value, unit) + (otherwise.isNone ? [] : possibleNames(otherwise, unit))
    case .or(let left, let right): possibleNames(left, unit) + possibleNames(right, unit)
    default: []
    }
  }

  // MARK: Messages

  private mutating func report(
    _ variable: VariableID, _ expression: ExpressionID, _ scope: Scope
  ) {
    report(variable, at: scope.unit.span(of: expression), scope)
  }

  private mutating func report(_ variable: VariableID, at span: ByteSpan, _ scope: Scope) {
    let place = TemplateFailure.Place(template: scope.unit.number, span: span)
    guard reported.insert(place).inserted else { return }
    let name = symbols.name(of: variable)
    let candidates = scope.names.map { symbols.name(of: $0) }.filter { !$0.hasPrefix(" ") }
    let related = callers.reversed().map { caller in
      Diagnostic.Related(
        "included here", at: units[caller.template].source.location(of: caller.span.range))
    }
    found.append(
      .error(
        "undefined-name", "'\(name)' is not defined",
        at: scope.unit.source.location(of: span.range),
        help: help(name, variable, candidates.sortedForHelp(), scope),
        related: Array(related.prefix(12))))
  }

  private func help(
    _ name: String, _ variable: VariableID, _ candidates: [String], _ scope: Scope
  ) -> [String] {
    if variable == SymbolTable.loop { return ["'loop' exists inside of a `for` only"] }
    if variable == SymbolTable.caller { return ["'caller' exists inside of a macro only"] }
    let isHidden = scope.layout.chain.contains { unit in
      unit.contents.blocks.contains { $0.hidden.contains(variable) }
    }
    if isHidden {
      return [
        "a block does not see the variables around it; write `scoped` after the block's name"
      ]
    }
    return suggestions(for: name, among: candidates, called: "names")
  }
}

extension MacroDefinition {
  /// The variables that a call of the macro sets.
  var ownNames: [VariableID] {
    parameters.map(\.variable) + locals + SymbolTable.macroVariables
  }
}

extension TemplateUnit.Contents {
  /// The names of the macros that a template defines at its top level.
  var exportedNames: [String] { macros.filter(\.isTopLevel).map(\.name) }
}
