extension NameCheck {
  mutating func check(_ expression: ExpressionID, _ scope: Scope) {
    guard !expression.isNone else { return }
    let inner = scope.adding(askedNames(expression, scope.unit))
    check(expression, inner, isAllowedMissing: false)
  }

  mutating func check(_ expression: ExpressionID, _ scope: Scope, isAllowedMissing: Bool) {
    let contents = scope.unit.contents
    switch contents.expressions[Int(expression.index)] {
    case .variable(let variable):
      if !isAllowedMissing, !scope.names.contains(variable) { report(variable, expression, scope) }
    case .isDefined(let subject): check(subject, scope, isAllowedMissing: true)
    case .defaulted(let subject, let call):
      check(subject, scope, isAllowedMissing: true)
      contents.forEachArgument(of: call) { check($0, scope, isAllowedMissing: false) }
    case .attribute(let base, _, let isOptional):
      check(base, scope, isAllowedMissing: isAllowedMissing || isOptional)
    case .element(let base, let key, let isOptional):
      check(base, scope, isAllowedMissing: isAllowedMissing || isOptional)
      check(key, scope, isAllowedMissing: false)
    case let node:
      contents.forEachChild(of: node) { check($0, scope, isAllowedMissing: false) }
    }
  }

  mutating func checkTarget(_ target: AssignmentTarget, _ scope: Scope) {
    guard case .member(let variable, _, let span) = target, !scope.names.contains(variable) else {
      return
    }
    report(variable, at: span, scope)
  }

  /// The names of which an expression asks whether they are defined.
  func askedNames(_ expression: ExpressionID, _ unit: TemplateUnit) -> [VariableID] {
    var asked: [VariableID] = []
    addAskedNames(expression, unit.contents, to: &asked)
    return asked
  }

  private func addAskedNames(
    _ expression: ExpressionID, _ contents: TemplateUnit.Contents, to asked: inout [VariableID]
  ) {
    let node = contents.expressions[Int(expression.index)]
    if case .isDefined(let subject) = node,
      case .variable(let variable) = contents.expressions[Int(subject.index)]
    {
      asked.append(variable)
    }
    contents.forEachChild(of: node) { addAskedNames($0, contents, to: &asked) }
  }

  /// The names of templates that an expression can stand for, as far as they are written in it.
  func possibleNames(_ expression: ExpressionID, _ unit: TemplateUnit) -> [String] {
    switch unit.contents.expressions[Int(expression.index)] {
    case .constant(let number): unit.contents.constants[Int(number)].asText.map { [$0] } ?? []
    case .list(let range), .tuple(let range):
      unit.contents.operands[range.indices].flatMap { possibleNames($0, unit) }
    case .conditional(_, let value, let otherwise):
      possibleNames(value, unit) + (otherwise.isNone ? [] : possibleNames(otherwise, unit))
    case .or(let left, let right): possibleNames(left, unit) + possibleNames(right, unit)
    default: []
    }
  }
}
