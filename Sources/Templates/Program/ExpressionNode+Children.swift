extension TemplateUnit.Contents {
  /// The expressions that an expression is made of, from left to right.
  func children(of expression: ExpressionID) -> [ExpressionID] {
    guard !expression.isNone else { return [] }
    let node = expressions[Int(expression.index)]
    return children(of: node).filter { !$0.isNone }
  }

  func children(of node: ExpressionNode) -> [ExpressionID] {
    switch node {
    case .constant, .variable, .parentBlock, .blockCall: []
    case .list(let range), .tuple(let range), .dictionary(let range), .concatenation(let range):
      Array(operands[range.indices])
    case .attribute(let base, _, _): [base]
    case .element(let base, let key, _): [base, key]
    case .slice(let base, let range): [base] + operands[range.indices]
    case .negated(let operand), .positive(let operand), .not(let operand), .isDefined(let operand):
      [operand]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      [left, right]
    case .comparisonChain(let number):
      [chains[Int(number)].first] + chains[Int(number)].links.map(\.operand)
    case .conditional(let test, let value, let otherwise): [value, test, otherwise]
    case .filter(_, let subject, let call), .test(_, let subject, let call),
      .defaulted(let subject, let call), .call(let subject, let call),
      .methodCall(let subject, _, let call):
      [subject] + arguments(of: call)
    }
  }

  private func arguments(of call: Int32) -> [ExpressionID] {
    let site = calls[Int(call)]
    return operands[site.positional.indices] + site.named.map(\.value)
      + [site.spread, site.namedSpread]
  }
}
