import Diagnostics

extension Parser {
  /// Adds an expression to the template.
  mutating func add(_ node: ExpressionNode, _ span: ByteSpan) throws(SyntaxFailure) -> ExpressionID
  {
    var depth = 1
    contents.forEachChild(of: node) { child in
      depth = max(depth, expressionDepths[Int(child.index)] + 1)
    }
    guard depth <= Self.deepestNesting else {
      throw SyntaxFailure(
        rule: "limit-reached", message: "the expression is nested too deeply", span: span,
        help: ["keep a part of it in a variable with `{% set %}`"])
    }
    expressionDepths.append(depth)
    contents.expressions.append(node)
    contents.expressionSpans.append(span)
    return ExpressionID(index: Int32(contents.expressions.count - 1))
  }

  /// An expression for what could not be read; the template is never rendered.
  mutating func addPlaceholder(_ span: ByteSpan) -> ExpressionID {
    expressionDepths.append(1)
    contents.constants.append(.none)
    contents.expressions.append(.constant(Int32(contents.constants.count - 1)))
    contents.expressionSpans.append(span)
    return ExpressionID(index: Int32(contents.expressions.count - 1))
  }

  mutating func addConstant(_ value: TemplateValue, _ span: ByteSpan) throws(SyntaxFailure)
    -> ExpressionID
  {
    contents.constants.append(value)
    return try add(.constant(Int32(contents.constants.count - 1)), span)
  }

  mutating func addOperands(_ operands: [ExpressionID]) -> OperandRange {
    let start = Int32(contents.operands.count)
    contents.operands.append(contentsOf: operands)
    return OperandRange(start: start, end: Int32(contents.operands.count))
  }

  mutating func addCall(_ call: CallSite) -> Int32 {
    contents.calls.append(call)
    return Int32(contents.calls.count - 1)
  }

  func span(of expression: ExpressionID) -> ByteSpan {
    contents.expressionSpans[Int(expression.index)]
  }

  /// Adds statements one after the other.
  mutating func addBody(_ statements: [(StatementNode, ByteSpan)]) -> Body {
    let start = Int32(contents.statements.count)
    for (statement, span) in statements {
      contents.statements.append(statement)
      contents.statementSpans.append(span)
    }
    return Body(start: start, end: Int32(contents.statements.count))
  }

  // MARK: Scopes

  /// Whether a variable that is set here lives to the end of the template.
  var isTopLevel: Bool { scopes.count == 1 }

  /// Notes that a variable is set in the innermost scope.
  mutating func bind(_ variable: VariableID) {
    if !scopes[scopes.count - 1].bound.contains(variable) {
      scopes[scopes.count - 1].bound.append(variable)
    }
  }

  /// Reads a part whose variables are gone after it, and returns them.
  mutating func scoped<Value>(
    _ kind: Scope.Kind, binding variables: [VariableID] = [], _ read: (inout Parser) -> Value
  ) -> (value: Value, locals: [VariableID]) {
    scopes.append(Scope(kind: kind, bound: variables))
    let value = read(&self)
    let scope = scopes.removeLast()
    return (value, scope.bound)
  }

  // MARK: Constant names

  /// The texts that an expression can stand for, where that can be told without rendering.
  func constantTexts(_ expression: ExpressionID) -> [String]? {
    switch contents.expressions[Int(expression.index)] {
    case .constant(let number): return contents.constants[Int(number)].asText.map { [$0] }
    case .list(let range), .tuple(let range):
      var texts: [String] = []
      for operand in contents.operands[range.indices] {
        guard let more = constantTexts(operand) else { return nil }
        texts += more
      }
      return texts
    default: return nil
    }
  }
}
