extension NameCheck {
  mutating func check(_ expression: ExpressionID, _ scope: Scope) {
    guard !expression.isNone else { return }
    let asked = askedNames(expression, scope.unit)
    check(expression, asked.isEmpty ? scope : scope.adding(asked), isAllowedMissing: false)
  }

  mutating func check(_ expression: ExpressionID, _ scope: Scope, isAllowedMissing: Bool) {
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

  mutating func checkTarget(_ target: AssignmentTarget, _ scope: Scope) {
    guard case .member(let variable, _, let span) = target, !scope.names.contains(variable) else {
      return
    }
    report(variable, at: span, scope)
  }

  /// The names of which an expression asks whether they are defined.
  func askedNames(_ expression: ExpressionID, _ unit: TemplateUnit) -> [VariableID] {
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
