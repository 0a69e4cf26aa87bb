import Diagnostics
import Text

extension Renderer {
  /// Nested bodies that are rendered within one another at most: keeps the stack safe.
  static let deepestNesting = 600

  /// Renders statements one after the other.
  ///
  /// A failure is kept and the next statement is rendered: one run finds all that is wrong.
  mutating func render(_ body: Body, _ unit: TemplateUnit, into output: inout Bytes)
    throws(TemplateFailure) -> Flow
  {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepestNesting { throw .limit("the templates are nested too deeply") }
    for index in body.indices {
      do throws(TemplateFailure) {
        let flow = try render(unit.contents.statements[index], unit, into: &output)
        if flow != .next { return flow }
      } catch {
        try recordOrEnd(error.placed(unit.number, unit.contents.statementSpans[index]))
      }
    }
    return .next
  }

  private mutating func render(
    _ statement: StatementNode, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) -> Flow {
    switch statement {
    case .text(let span):
      output.append(span.range, of: unit.source.bytes)
    case .output(let value):
      try renderOutput(value, unit, into: &output)
    case .conditional(let test, let then, let otherwise):
      return try renderConditional(test, then, otherwise, unit, into: &output)
    case .loop(let number):
      try renderLoop(number, unit, into: &output)
    case .assignment(let number):
      try assign(unit.contents.assignments[Int(number)], unit)
    case .blockAssignment(let number):
      try assign(unit.contents.blockAssignments[Int(number)], unit)
    case .with(let number):
      return try renderWith(unit.contents.withs[Int(number)], unit, into: &output)
    case .include(let number):
      try renderInclude(unit.contents.includes[Int(number)], unit, into: &output)
    case .block(let number):
      if !skipsBlocks { try renderBlock(unit.contents.blocks[Int(number)], into: &output) }
    case .macro(let number):
      defineMacro(Int(number), unit)
    case .importModule(let number):
      try importModule(unit.contents.imports[Int(number)], unit)
    case .callBlock(let number):
      try renderCallBlock(unit.contents.callBlocks[Int(number)], unit, into: &output)
    case .filterBlock(let number):
      try renderFilterBlock(unit.contents.filterBlocks[Int(number)], unit, into: &output)
    case .autoescape(let isOn, let body):
      return try renderAutoescape(isOn, body, unit, into: &output)
    case .break: return .leaveLoop
    case .continue: return .nextIteration
    }
    return .next
  }

  private mutating func renderOutput(
    _ expression: ExpressionID, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) {
    do throws(TemplateFailure) {
      switch unit.contents.expressions[Int(expression.index)] {
      case .parentBlock: return try renderParentBlock(into: &output)
      case .blockCall(let name): return try renderNamedBlock(name, into: &output)
      default: break
      }
    } catch {
      throw error.placed(unit.number, unit.span(of: expression))
    }
    let value = try evaluate(expression, unit)
    do throws(TemplateFailure) {
      try value.append(to: &output, escapedFor: kind)
    } catch {
      throw explained(error, value, expression, unit)
    }
  }

  /// A failure to print something, in the words of the template.
  private func explained(
    _ failure: TemplateFailure, _ value: TemplateValue, _ expression: ExpressionID,
    _ unit: TemplateUnit
  ) -> TemplateFailure {
    let span = unit.span(of: expression)
    let text = unit.source.bytes[span.range].text
    switch value {
    case .undefined(.failed): return .consequence
    case .none where text.count <= 60:
      return TemplateFailure(
        failure.rule, "'\(text)' is none", help: failure.help
      ).placed(unit.number, span)
    case .undefined where text.count <= 60:
      return TemplateFailure(
        failure.rule, "'\(text)' has no value",
        help: ["give it one with `| default('…')`, or test it with `is defined`"]
      ).placed(unit.number, span)
    default: return failure.placed(unit.number, span)
    }
  }

  private mutating func renderConditional(
    _ test: ExpressionID, _ then: Body, _ otherwise: Body, _ unit: TemplateUnit,
    into output: inout Bytes
  ) throws(TemplateFailure) -> Flow {
    var (test, then, otherwise) = (test, then, otherwise)
    while true {
      if try evaluate(test, unit).isTruthy { return try render(then, unit, into: &output) }
      if otherwise.isEmpty { return .next }
      // A chain of `elif` is a loop here, so that a long one needs no deep stack.
      guard otherwise.indices.count == 1,
        case .conditional(let nextTest, let nextThen, let nextOtherwise) =
          unit.contents.statements[Int(otherwise.start)]
      else { return try render(otherwise, unit, into: &output) }
      (test, then, otherwise) = (nextTest, nextThen, nextOtherwise)
    }
  }

  private mutating func renderFilterBlock(
    _ statement: FilterBlockStatement, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) {
    let captured = try capture(statement.body, statement.locals, unit)
    self[SymbolTable.captured] = captured
    try evaluate(statement.filtered, unit).append(to: &output, escapedFor: kind)
  }

  /// Renders a body into a value of its own.
  mutating func capture(_ body: Body, _ locals: [VariableID], _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let saved = save(locals)
    var bytes = Bytes()
    _ = try render(body, unit, into: &bytes)
    restore(locals, saved)
    try checkSize(bytes)
    return captured(bytes)
  }

  /// What was rendered, as a value: safe where values are escaped.
  func captured(_ bytes: Bytes) -> TemplateValue {
    kind == .plain ? .text(bytes.text) : .markup(bytes)
  }

  private mutating func renderAutoescape(
    _ isOn: ExpressionID, _ body: Body, _ unit: TemplateUnit, into output: inout Bytes
  ) throws(TemplateFailure) -> Flow {
    let saved = kind
    defer { context.kind = saved }
    let escapes = try evaluate(isOn, unit).isTruthy
    context.kind = escapes ? (unit.kind == .plain ? .html : unit.kind) : .plain
    return try render(body, unit, into: &output)
  }

  // MARK: Variables for a while

  /// The values of variables, to be put back.
  func save(_ variables: [VariableID]) -> [TemplateValue] {
    variables.isEmpty ? [] : variables.map { self[$0] }
  }

  mutating func restore(_ variables: [VariableID], _ saved: [TemplateValue]) {
    for (variable, value) in zip(variables, saved) { self[variable] = value }
  }
}
