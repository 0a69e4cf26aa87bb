import Diagnostics

// Expressions from the loosest operator to the tightest, in Jinja's order.
extension Parser {
  /// `value if condition else other`, and everything tighter.
  mutating func expression() throws(SyntaxFailure) -> ExpressionID {
    try nested { (parser) throws(SyntaxFailure) in
      var value = try parser.disjunction()
      while parser.skipKeyword("if") {
        let condition = try parser.disjunction()
        var otherwise = ExpressionID.none
        if parser.skipKeyword("else") { otherwise = try parser.expression() }
        value = try parser.add(
          .conditional(if: condition, then: value, else: otherwise),
          parser.spanFrom(value))
      }
      return value
    }
  }

  /// An expression, or several with commas between them, which make a list.
  mutating func expressionOrTuple() throws(SyntaxFailure) -> ExpressionID {
    let first = try expression()
    guard isSymbol(.comma) else { return first }
    return try restOfTuple(first) { (parser) throws(SyntaxFailure) in try parser.expression() }
  }

  /// What a `for` runs over: an expression without `if`, which begins the loop's condition.
  mutating func loopItems() throws(SyntaxFailure) -> ExpressionID {
    let first = try disjunction()
    guard isSymbol(.comma) else { return first }
    return try restOfTuple(first) { (parser) throws(SyntaxFailure) in try parser.disjunction() }
  }

  private mutating func restOfTuple(
    _ first: ExpressionID,
    _ element: (inout Parser) throws(SyntaxFailure) -> ExpressionID
  ) throws(SyntaxFailure) -> ExpressionID {
    var elements = [first]
    while skipSymbol(.comma), startsExpression { elements.append(try element(&self)) }
    return try add(.tuple(addOperands(elements)), spanFrom(first))
  }

  /// Whether the current token can begin an expression.
  var startsExpression: Bool {
    switch current.kind {
    case .name: !isKeyword("if") && !isKeyword("recursive")
    case .integer, .float, .string: true
    case .symbol(let symbol):
      switch symbol {
      case .openParenthesis, .openBracket, .openBrace, .minus, .plus: true
      default: false
      }
    case .text, .outputStart, .outputEnd, .tagStart, .tagEnd, .invalid, .end: false
    }
  }

  mutating func disjunction() throws(SyntaxFailure) -> ExpressionID {
    var left = try conjunction()
    while skipKeyword("or") {
      let right = try conjunction()
      left = try add(.or(left, right), spanFrom(left))
    }
    return left
  }

  private mutating func conjunction() throws(SyntaxFailure) -> ExpressionID {
    var left = try negation()
    while skipKeyword("and") {
      let right = try negation()
      left = try add(.and(left, right), spanFrom(left))
    }
    return left
  }

  private mutating func negation() throws(SyntaxFailure) -> ExpressionID {
    guard isKeyword("not") else { return try comparison() }
    let start = current.span
    advance()
    let operand = try nested { (parser) throws(SyntaxFailure) in try parser.negation() }
    return try add(.not(operand), start.joined(to: span(of: operand)))
  }

  private mutating func comparison() throws(SyntaxFailure) -> ExpressionID {
    let first = try sum()
    var links: [(operator: ComparisonOperator, operand: ExpressionID)] = []
    while let comparison = skipComparison() {
      links.append((comparison, try sum()))
    }
    if links.isEmpty { return first }
    if links.count == 1 {
      return try add(.comparison(links[0].operator, first, links[0].operand), spanFrom(first))
    }
    contents.chains.append(ComparisonChain(first: first, links: links))
    return try add(.comparisonChain(Int32(contents.chains.count - 1)), spanFrom(first))
  }

  private mutating func skipComparison() -> ComparisonOperator? {
    if case .symbol(let symbol) = current.kind,
      let comparison = ComparisonOperator(rawValue: symbol.rawValue)
    {
      advance()
      return comparison
    }
    if skipKeyword("in") { return .contained }
    if isKeyword("not"), next.kind == .name, text(of: next) == "in" {
      advance()
      advance()
      return .notContained
    }
    return nil
  }

  private mutating func sum() throws(SyntaxFailure) -> ExpressionID {
    var left = try concatenation()
    while let (kind, _) = skipArithmetic([.plus, .minus]) {
      let right = try concatenation()
      left = try add(.arithmetic(kind, left, right), spanFrom(left))
    }
    return left
  }

  private mutating func concatenation() throws(SyntaxFailure) -> ExpressionID {
    let first = try product()
    guard isSymbol(.tilde) else { return first }
    var parts = [first]
    while skipSymbol(.tilde) { parts.append(try product()) }
    return try add(.concatenation(addOperands(parts)), spanFrom(first))
  }

  private mutating func product() throws(SyntaxFailure) -> ExpressionID {
    var left = try power()
    while let (kind, _) = skipArithmetic([.times, .divide, .floorDivide, .modulo]) {
      let right = try power()
      left = try add(.arithmetic(kind, left, right), spanFrom(left))
    }
    return left
  }

  private mutating func power() throws(SyntaxFailure) -> ExpressionID {
    var left = try unary(withFilters: true)
    while skipSymbol(.power) {
      let right = try unary(withFilters: true)
      left = try add(.arithmetic(.power, left, right), spanFrom(left))
    }
    return left
  }

  private mutating func skipArithmetic(_ symbols: [Punctuation]) -> (ArithmeticOperator, ByteSpan)?
  {
    guard case .symbol(let symbol) = current.kind, symbols.contains(symbol),
      let kind = ArithmeticOperator(rawValue: symbol.rawValue)
    else { return nil }
    let span = current.span
    advance()
    return (kind, span)
  }

  /// A sign and its operand; filters apply to the signed value, as in Jinja.
  private mutating func unary(withFilters: Bool) throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    var value: ExpressionID
    if skipSymbol(.minus) {
      let operand = try nested { (parser) throws(SyntaxFailure) in
        try parser.unary(withFilters: false)
      }
      value = try add(.negated(operand), start.joined(to: span(of: operand)))
    } else if skipSymbol(.plus) {
      let operand = try nested { (parser) throws(SyntaxFailure) in
        try parser.unary(withFilters: false)
      }
      value = try add(.positive(operand), start.joined(to: span(of: operand)))
    } else {
      value = try primary()
    }
    value = try postfix(value)
    return withFilters ? try filtersAndTests(value) : value
  }

  /// Runs `read` one level deeper, up to a limit that keeps the stack safe.
  mutating func nested<Value>(_ read: (inout Parser) throws(SyntaxFailure) -> Value)
    throws(SyntaxFailure) -> Value
  {
    guard expressionNesting < Self.deepestNesting else {
      throw SyntaxFailure(
        rule: "limit-reached", message: "the expression is nested too deeply", span: current.span)
    }
    expressionNesting += 1
    let value = try read(&self)
    expressionNesting -= 1
    return value
  }

  /// From the beginning of an expression to the last token that was read.
  func spanFrom(_ expression: ExpressionID) -> ByteSpan {
    span(of: expression).joined(to: tokens[max(0, position - 1)].span)
  }
}
