import Diagnostics
import Text

/// Joins templates with what they extend, include and import, and finds what does not fit.
struct StructureCheck {
  let units: [TemplateUnit]
  private let symbols: SymbolTable
  private let numbers: [String: Int]
  private(set) var diagnostics: [Diagnostic] = []

  init(units: [TemplateUnit], symbols: SymbolTable) {
    self.units = units
    self.symbols = symbols
    self.numbers = Dictionary(
      units.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  /// By the number of a template its layout; nil where it cannot be told before rendering.
  mutating func layouts(blockNameCount: Int) -> [Layout?] {
    var layouts: [Layout?] = []
    for unit in units {
      layouts.append(
        chain(from: unit).map { Layout(chain: $0, blockNameCount: blockNameCount) })
      checkIncludes(unit)
      checkImports(unit)
    }
    let extended = Set(layouts.compactMap { $0 }.flatMap { $0.chain.dropFirst().map(\.number) })
    for layout in layouts.compactMap({ $0 }) {
      checkBlocks(layout, isExtended: extended.contains(layout.chain[0].number))
    }
    checkUnconditionalCycles()
    for unit in units where unit.contents.parent != nil { checkOutsideText(unit) }
    return layouts
  }

  // MARK: Names of templates

  /// A template with all that it extends; nil where that cannot be told, or is wrong.
  private mutating func chain(from unit: TemplateUnit) -> [TemplateUnit]? {
    var chain = [unit]
    while let last = chain.last, let parent = last.contents.parent {
      guard let name = parent.constantName else { return nil }
      guard let next = find(name, in: last, at: parent.span, reports: chain.count == 1) else {
        return nil
      }
      if chain.contains(where: { $0 === next }) {
        // Told at each template of the cycle, and not at those that lead to it.
        if next === unit { report(cycle: chain) }
        return nil
      }
      chain.append(next)
    }
    return chain
  }

  private mutating func report(cycle chain: [TemplateUnit]) {
    guard let parent = chain[0].contents.parent else { return }
    let way = (chain + [chain[0]]).map { "'\($0.name)'" }.joined(separator: " extends ")
    report(
      "template-cycle", way, at: parent.span, in: chain[0],
      help: ["a template cannot extend itself"])
  }

  private mutating func find(
    _ name: String, in unit: TemplateUnit, at span: ByteSpan, reports: Bool = true
  ) -> TemplateUnit? {
    if let number = numbers[name] { return units[number] }
    guard reports else { return nil }
    if name.hasPrefix("/") || name.split(separator: "/").contains("..") {
      report(
        "template-outside-root", "'\(name)' leaves the folder of the templates", at: span,
        in: unit, help: ["names of templates count from that folder: `partials/menu.html`"])
    } else {
      report(
        "missing-template", "there is no template '\(name)'", at: span, in: unit,
        help: suggestions(for: name, among: units.map(\.name), called: "templates"))
    }
    return nil
  }

  private mutating func checkIncludes(_ unit: TemplateUnit) {
    for include in unit.contents.includes where !include.ignoresMissing {
      guard let names = include.constantNames, !names.isEmpty else { continue }
      if names.contains(where: { numbers[$0] != nil }) { continue }
      _ = find(names[0], in: unit, at: include.span)
    }
  }

  private mutating func checkImports(_ unit: TemplateUnit) {
    for statement in unit.contents.imports {
      guard let name = statement.constantName else { continue }
      guard let imported = find(name, in: unit, at: statement.span) else { continue }
      let names = imported.contents.topLevelNames.map { symbols.name(of: $0) }
      let known = Set(names)
      for member in statement.members where !known.contains(member.name) {
        report(
          "unknown-attribute", "the template '\(name)' has no macro '\(member.name)'",
          at: member.span, in: unit,
          help: suggestions(
            for: member.name, among: names, called: "its macros and variables"))
      }
    }
  }

  // MARK: Blocks

  private mutating func checkBlocks(_ layout: Layout, isExtended: Bool) {
    let leaf = layout.chain[0]
    if !isExtended, layout.chain.count > 1 {
      for definitions in layout.definitions {
        guard let first = definitions.first, first.level > 0 else { continue }
        let block = first.unit.contents.blocks[first.block]
        guard block.isRequired, let parent = leaf.contents.parent else { continue }
        let name = first.unit.source.bytes[block.nameSpan.range].text
        report(
          "required-block", "the block '\(name)' must be defined here", at: parent.span, in: leaf,
          related: [
            Diagnostic.Related(
              "it is required here", at: first.unit.source.location(of: block.nameSpan.range))
          ])
      }
    }
    guard layout.chain.count > 1 else { return }
    for statement in leaf.contents.statements[leaf.contents.body.indices] {
      guard case .block(let number) = statement else { continue }
      let block = leaf.contents.blocks[Int(number)]
      guard layout.definitions[Int(block.name.index)].count == 1 else { continue }
      let name = leaf.source.bytes[block.nameSpan.range].text
      var known: [String] = []
      for unit in layout.chain.dropFirst() {
        for block in unit.contents.blocks {
          let name = unit.source.bytes[block.nameSpan.range].text
          // Several of them may have a block of the same name.
          if !known.contains(name) { known.append(name) }
        }
      }
      report(
        "unknown-block", "no extended template has a block '\(name)', so it is never printed",
        at: block.nameSpan, in: leaf,
        help: suggestions(for: name, among: known, called: "its blocks"))
    }
  }

  // MARK: Cycles of includes

  /// Templates that include themselves whatever happens, which could only end at a limit.
  private mutating func checkUnconditionalCycles() {
    for unit in units {
      var path = [unit]
      while let last = path.last, let next = unconditionalInclude(last, leadingTo: unit, path) {
        if next.unit === unit {
          let way = (path + [unit]).map { "'\($0.name)'" }.joined(separator: " includes ")
          if let first = unconditionalInclude(unit, leadingTo: unit, []) {
            report("template-cycle", way, at: first.span, in: unit)
          }
          break
        }
        path.append(next.unit)
      }
    }
  }

  private func unconditionalInclude(
    _ unit: TemplateUnit, leadingTo target: TemplateUnit, _ path: [TemplateUnit]
  ) -> (unit: TemplateUnit, span: ByteSpan)? {
    for statement in unit.contents.statements[unit.contents.body.indices] {
      guard case .include(let number) = statement else { continue }
      let include = unit.contents.includes[Int(number)]
      guard let name = include.constantNames?.first, let next = numbers[name].map({ units[$0] })
      else { continue }
      if next === target { return (next, include.span) }
      let isNew = !path.dropFirst().contains { $0 === next }
      if isNew, reaches(target, from: next, [unit.number]) { return (next, include.span) }
    }
    return nil
  }

  /// Whether a template includes another one, directly or not, whatever happens.
  private func reaches(_ target: TemplateUnit, from unit: TemplateUnit, _ start: Set<Int>) -> Bool {
    var seen = start
    var pending = [unit]
    while let next = pending.popLast() {
      if next === target { return true }
      guard seen.insert(next.number).inserted else { continue }
      for statement in next.contents.statements[next.contents.body.indices] {
        guard case .include(let number) = statement,
          let name = next.contents.includes[Int(number)].constantNames?.first,
          let included = numbers[name]
        else { continue }
        pending.append(units[included])
      }
    }
    return false
  }

  // MARK: Text outside of blocks

  /// What an extending template writes outside of its blocks would never be printed.
  private mutating func checkOutsideText(_ unit: TemplateUnit) {
    checkOutsideText(unit.contents.body, unit)
  }

  private mutating func checkOutsideText(_ body: Body, _ unit: TemplateUnit) {
    for index in body.indices {
      let span = unit.contents.statementSpans[index]
      switch unit.contents.statements[index] {
      case .text(let span):
        let text = unit.source.bytes[span.range]
        guard let start = text.firstIndex(where: { !$0.isTemplateSpace }) else { continue }
        let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
        reportOutside("text", ByteSpan(start, end), unit)
      case .output(let value): reportOutside("output", unit.span(of: value), unit)
      case .loop, .include, .callBlock, .filterBlock: reportOutside("output", span, unit)
      case .conditional(_, let then, let otherwise):
        checkOutsideText(then, unit)
        checkOutsideText(otherwise, unit)
      case .with(let number):
        checkOutsideText(unit.contents.withs[Int(number)].body, unit)
      case .autoescape(_, let body): checkOutsideText(body, unit)
      case .assignment, .blockAssignment, .block, .macro, .importModule, .break, .continue: continue
      }
    }
  }

  private mutating func reportOutside(_ what: String, _ span: ByteSpan, _ unit: TemplateUnit) {
    report(
      "text-outside-block",
      "\(what) outside of a block in a template that extends another is never printed",
      at: span, in: unit, help: ["move it into a `{% block %}`"])
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ message: String, at span: ByteSpan, in unit: TemplateUnit,
    help: [String] = [], related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(
      .error(
        rule, message, at: unit.source.location(of: span.range), help: help, related: related))
  }
}
