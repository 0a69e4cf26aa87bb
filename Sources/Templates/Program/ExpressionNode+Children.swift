extension TemplateUnit.Contents {
  /// Goes through the expressions that an expression is made of, from left to right.
  ///
  /// It makes no list of them: names are looked for in all expressions of all templates.
  func forEachChild(of node: ExpressionNode, _ body: (ExpressionID) -> Void) {
    switch node {
    case .constant, .variable, .parentBlock, .blockCall: break
    case .list(let range), .tuple(let range), .dictionary(let range), .concatenation(let range):
      forEach(range, body)
    case .attribute(let base, _, _): body(base)
    case .element(let base, let key, _):
      body(base)
      body(key)
    case .slice(let base, let range):
      body(base)
      forEach(range, body)
    case .negated(let operand), .positive(let operand), .not(let operand), .isDefined(let operand):
      body(operand)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      body(left)
      body(right)
    case .comparisonChain(let number):
      body(chains[Int(number)].first)
      for link in chains[Int(number)].links { body(link.operand) }
    case .conditional(let test, let value, let otherwise):
      body(value)
      body(test)
      if !otherwise.isNone { body(otherwise) }
    case .filter(_, let subject, let call), .test(_, let subject, let call),
      .defaulted(let subject, let call), .call(let subject, let call),
      .methodCall(let subject, _, let call):
      body(subject)
      forEachArgument(of: call, body)
    }
  }

  /// Goes through the expressions that a call gives on.
  func forEachArgument(of call: Int32, _ body: (ExpressionID) -> Void) {
    let site = calls[Int(call)]
    forEach(site.positional, body)
    for argument in site.named { body(argument.value) }
    if !site.spread.isNone { body(site.spread) }
    if !site.namedSpread.isNone { body(site.namedSpread) }
  }

  /// A part of a slice that is left out is no expression.
  private func forEach(_ range: OperandRange, _ body: (ExpressionID) -> Void) {
    for operand in operands[range.indices] where !operand.isNone { body(operand) }
  }
}
