import Diagnostics
import Text

/// Finds names that are certainly not defined.
///
/// Templates are looked at from those that nothing includes: what they set is seen by what they
/// include, so a partial is checked once for each set of names it can be called with. Where a name
/// is set somewhere in reach, it counts as defined, since whether it is at that moment is only
/// known when rendering.
struct NameCheck {
  /// The most names that are told of one set of templates.
  static let mostProblems = 500
  let units: [TemplateUnit]
  let symbols: SymbolTable
  let numbers: [String: Int]
  let known: VariableSet
  /// The paths of templates of which a part could not be read, which may have set the names.
  let unreadable: Set<String>
  var found: [Diagnostic] = []
  var reported: Set<TemplateFailure.Place> = []
  var visited: Set<Visit> = []
  /// The `include` tags through which the template that is looked at was reached.
  var callers: [TemplateFailure.Place] = []

  /// A template, looked at with some names.
  struct Visit: Hashable {
    let unit: Int
    let names: VariableSet
  }

  /// Checks templates that may use the names in `known`, apart from those at `unreadable` paths.
  init(units: [TemplateUnit], symbols: SymbolTable, known: [String], unreadable: Set<String>) {
    var symbols = symbols
    self.units = units
    self.unreadable = unreadable
    self.numbers = Dictionary(
      units.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
    let variables = known.map { symbols.variable($0) } + [SymbolTable.captured]
    var names = VariableSet(variableCount: symbols.variables.names.count)
    names.formUnion(variables)
    self.known = names
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

  mutating func visit(_ unit: TemplateUnit, _ names: VariableSet, _ layouts: [Layout?]) {
    guard visited.insert(Visit(unit: unit.number, names: names)).inserted else { return }
    // A template that extends another by a variable name may be given any names by it.
    guard let layout = layouts[unit.number] else { return }
    guard !layout.chain.contains(where: { unreadable.contains($0.source.path) }) else { return }
    var all = names
    for member in layout.chain { all.formUnion(member.contents.topLevelNames) }
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
    var names: VariableSet
    let layout: Layout
    /// Whether blocks are looked at elsewhere: where the extended template prints them.
    var skipsBlocks = false
    /// The blocks around the place.
    var blocks: [BlockNameID] = []

    func adding(_ more: [VariableID]) -> Scope {
      guard !more.isEmpty else { return self }
      var scope = self
      scope.names.formUnion(more)
      return scope
    }
  }

  // MARK: Messages

  mutating func report(
    _ variable: VariableID, _ expression: ExpressionID, _ scope: Scope
  ) {
    report(variable, at: scope.unit.span(of: expression), scope)
  }

  mutating func report(_ variable: VariableID, at span: ByteSpan, _ scope: Scope) {
    let place = TemplateFailure.Place(template: scope.unit.number, span: span)
    guard reported.insert(place).inserted, found.count < Self.mostProblems else { return }
    let name = symbols.name(of: variable)
    let candidates = scope.names.members.map { symbols.name(of: $0) }.filter { !$0.hasPrefix(" ") }
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
    if name == "null" || name == "nil" { return ["write `none`"] }
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
