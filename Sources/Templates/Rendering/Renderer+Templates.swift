import Diagnostics
import Text

// Templates within templates: `extends`, `block`, `include`.
extension Renderer {
  /// Renders a template with all that it extends.
  mutating func renderTemplate(_ unit: TemplateUnit, into output: inout Bytes)
    throws(TemplateFailure)
  {
    let saved = (layout, block, kind, callers.count, skipsBlocks)
    let depth = stopwatch?.depth ?? 0
    defer {
      (layout, block, context.kind, skipsBlocks) = (saved.0, saved.1, saved.2, saved.4)
      callers.removeSubrange(saved.3...)
      stopwatch?.leave(to: depth)
    }
    stopwatch?.enter(unit.number, isCall: true)
    block = nil
    context.kind = unit.kind
    var extending: [TemplateUnit] = []
    var last = unit
    while let parent = last.contents.parent {
      try runTopLevel(last)
      extending.append(last)
      let place = TemplateFailure.Place(template: last.number, span: parent.span)
      last = try self.parent(parent, of: last)
      guard !extending.contains(where: { $0 === last }) else {
        throw TemplateFailure(
          "template-cycle", "'\(last.name)' extends itself"
        ).placed(place.template, place.span)
      }
      callers.append(Caller(kind: .extends, place: place))
      stopwatch?.enter(last.number, isCall: true)
    }
    layout =
      program.layouts[unit.number]
      ?? Layout(chain: extending + [last], blockNameCount: program.symbols.blocks.names.count)
    context.kind = last.kind
    skipsBlocks = false
    _ = try render(last.contents.body, last, into: &output)
    try checkSize(output)
  }

  /// Runs what a template sets and imports outside of its blocks; nothing of it is printed.
  private mutating func runTopLevel(_ unit: TemplateUnit) throws(TemplateFailure) {
    guard !unit.contents.topLevelNames.isEmpty else { return }
    skipsBlocks = true
    var unused = Bytes()
    _ = try render(unit.contents.body, unit, into: &unused)
  }

  private mutating func parent(_ parent: TemplateUnit.Parent, of unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateUnit
  {
    let value = try evaluate(parent.name, unit)
    guard let name = value.asText else {
      throw TemplateFailure(
        "wrong-kind", "the name of a template must be a text, and is \(value.kindName)"
      ).placed(unit.number, parent.span)
    }
    guard let found = template(named: name) else {
      throw program.missingTemplate([name]).placed(unit.number, parent.span)
    }
    return found
  }

  // MARK: Blocks

  mutating func renderBlock(_ statement: BlockStatement, into output: inout Bytes)
    throws(TemplateFailure)
  {
    guard !statement.hidden.isEmpty else {
      return try renderNamedBlock(statement.name, into: &output)
    }
    let saved = save(statement.hidden)
    for variable in statement.hidden {
      self[variable] = modules[module][variable]
    }
    defer { restore(statement.hidden, saved) }
    try renderNamedBlock(statement.name, into: &output)
  }

  mutating func renderNamedBlock(_ name: BlockNameID, into output: inout Bytes)
    throws(TemplateFailure)
  {
    try renderBlock(BlockPosition(name: name, level: 0), into: &output)
  }

  /// Renders what `super()` stands for.
  mutating func renderParentBlock(into output: inout Bytes) throws(TemplateFailure) {
    guard let block else {
      throw TemplateFailure("no-parent-block", "'super' stands outside of a block")
    }
    try renderBlock(BlockPosition(name: block.name, level: block.level + 1), into: &output)
  }

  private mutating func renderBlock(_ position: BlockPosition, into output: inout Bytes)
    throws(TemplateFailure)
  {
    guard let layout, position.level < layout.definitions[Int(position.name.index)].count else {
      throw missingBlock(position)
    }
    let definition = layout.definitions[Int(position.name.index)][position.level]
    let block = definition.unit.contents.blocks[definition.block]
    if block.isRequired {
      throw TemplateFailure(
        "required-block",
        "the block '\(program.symbols.name(of: block.name))' must be defined by "
          + "'\(layout.chain[0].name)'"
      ).placed(definition.unit.number, block.nameSpan)
    }
    try countStep()
    let saved = self.block
    let savedLocals = save(block.locals)
    self.block = position
    let depth = stopwatch?.depth ?? 0
    stopwatch?.enter(definition.unit.number, isCall: false)
    defer {
      stopwatch?.leave(to: depth)
      self.block = saved
      restore(block.locals, savedLocals)
    }
    _ = try render(block.body, definition.unit, into: &output)
  }

  private func missingBlock(_ position: BlockPosition) -> TemplateFailure {
    let name = program.symbols.name(of: position.name)
    guard position.level == 0 else {
      return TemplateFailure(
        "no-parent-block", "no extended template has a block '\(name)' for 'super'")
    }
    return TemplateFailure("no-such-block", "there is no block '\(name)'")
  }

  // MARK: Include

  mutating func renderInclude(
    _ statement: IncludeStatement, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) {
    guard let included = try self.included(statement, unit) else { return }
    let ownNames = included.contents.topLevelNames
    let savedVariables = statement.hasContext ? [] : variables
    if !statement.hasContext { variables = globals }
    let savedOwn = save(ownNames)
    let savedModule = module
    let (moduleCount, macroCount) = (modules.count, macros.count)
    if !ownNames.isEmpty || !statement.hasContext {
      modules.append(
        statement.hasContext
          ? Module(included, within: modules[module]) : Module(included, variables: globals))
      module = modules.count - 1
    }
    defer {
      module = savedModule
      // Only macros come back to a top level, and what it imports stands behind it: a list with
      // a card for each of its elements would otherwise keep all variables for each of them.
      if modules.count == moduleCount + 1, macros.count == macroCount { modules.removeLast() }
      restore(ownNames, savedOwn)
      if !statement.hasContext { variables = savedVariables }
    }
    try deeper(.include, unit, statement.span) { (renderer) throws(TemplateFailure) in
      try renderer.renderTemplate(included, into: &output)
    }
  }

  private mutating func included(_ statement: IncludeStatement, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateUnit?
  {
    if let name = statement.constantNames?.first, let found = template(named: name) {
      return found
    }
    let value = try evaluate(statement.name, unit)
    let names: [String]
    if let name = value.asText {
      names = [name]
    } else if let items = value.items {
      names = items.values.compactMap(\.asText)
    } else {
      throw TemplateFailure(
        "wrong-kind", "the name of a template must be a text, and is \(value.kindName)"
      ).placed(unit.number, statement.span)
    }
    for name in names {
      if let found = template(named: name) { return found }
    }
    if statement.ignoresMissing { return nil }
    throw program.missingTemplate(names).placed(unit.number, statement.span)
  }

  /// Runs `action` one level deeper, with its place noted for messages, up to the depth limit.
  mutating func deeper(
    _ kind: Caller.Kind, _ unit: TemplateUnit, _ span: ByteSpan,
    _ action: (inout Renderer) throws(TemplateFailure) -> Void
  ) throws(TemplateFailure) {
    let place = TemplateFailure.Place(template: unit.number, span: span)
    guard callers.count < context.limits.depth else {
      throw TemplateFailure.limit(
        "templates and macros are nested more than \(context.limits.depth) deep"
      ).placed(unit.number, span)
    }
    try countStep()
    callers.append(Caller(kind: kind, place: place))
    do throws(TemplateFailure) {
      try action(&self)
    } catch {
      // Kept here, where the callers are still known.
      record(error.placed(unit.number, span))
      callers.removeLast()
      if error.endsRendering { throw error.placed(unit.number, span) }
      return
    }
    callers.removeLast()
  }
}

extension Program {
  /// The failure for a template that does not exist, under any of its names.
  func missingTemplate(_ names: [String]) -> TemplateFailure {
    let message =
      names.count == 1
      ? "there is no template '\(names[0])'"
      : "there is none of the templates " + names.map { "'\($0)'" }.joined(separator: ", ")
    return TemplateFailure(
      "missing-template", message,
      help: names.first.map { suggestions(for: $0, among: self.names, called: "templates") } ?? [])
  }
}
