extension Parser {
  /// A literal, a variable, or something in brackets.
  mutating func primary() throws(SyntaxFailure) -> ExpressionID {
    let token = current
    switch token.kind {
    case .name: return try nameOrLiteral(token)
    case .integer: return try integer()
    case .float:
      advance()
      return try addConstant(.number(Double(text(of: token).replacing("_")) ?? 0), token.span)
    case .string: return try string()
    case .symbol(.openParenthesis): return try parenthesized()
    case .symbol(.openBracket): return try listLiteral()
    case .symbol(.openBrace): return try dictionaryLiteral()
    case .text, .outputStart, .outputEnd, .tagStart, .tagEnd, .symbol, .invalid, .end:
      throw unexpected("an expression")
    }
  }

  private mutating func integer() throws(SyntaxFailure) -> ExpressionID {
    let token = current
    let written = text(of: token)
    let digits = written.replacing("_")
    let letters = Array(digits.utf8.prefix(2))
    let base = letters.count == 2 ? radix(ofNumberWith: letters[1]) : nil
    guard written.last != "_", digits.dropFirst(2).allSatisfy(\.isHexDigit) else {
      throw SyntaxFailure(message: "'\(written)' is no number", span: token.span)
    }
    let number = base.map { Int(digits.dropFirst(2), radix: $0) } ?? Int(digits)
    guard let number else {
      let isNumber = base.map { digits.dropFirst(2).allSatisfy(isDigit(below: $0)) } ?? true
      throw SyntaxFailure(
        message: isNumber ? "the number is too large" : "'\(written)' is no number",
        span: token.span)
    }
    advance()
    return try addConstant(.integer(number), token.span)
  }

  private mutating func nameOrLiteral(_ token: Token) throws(SyntaxFailure) -> ExpressionID {
    let name = text(of: token)
    switch name {
    case "true", "True":
      advance()
      return try addConstant(.bool(true), token.span)
    case "false", "False":
      advance()
      return try addConstant(.bool(false), token.span)
    case "none", "None":
      advance()
      return try addConstant(.none, token.span)
    case "and", "or", "in", "is", "if", "else": throw unexpected("an expression")
    case "super" where next.kind == .symbol(.openParenthesis): return try parentBlock()
    case "self" where next.kind == .symbol(.dot): return try blockCall()
    default:
      advance()
      return try add(.variable(symbols.variable(name)), token.span)
    }
  }

  private mutating func parentBlock() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    guard scopes.contains(where: { $0.kind == .block }) else {
      throw SyntaxFailure(
        message: "'super' stands outside of a block", span: start,
        help: ["it prints what the extended template has in the block of the same name"])
    }
    advance()
    try expectSymbol(.openParenthesis)
    let end = current.span
    try expectSymbol(.closeParenthesis)
    return try add(.parentBlock, start.joined(to: end))
  }

  private mutating func blockCall() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    advance()
    advance()
    let (name, _) = try expectName("the name of a block")
    try expectSymbol(.openParenthesis)
    let end = current.span
    try expectSymbol(.closeParenthesis)
    return try add(.blockCall(symbols.block(name)), start.joined(to: end))
  }

  /// A text, or several one after the other, which are joined.
  private mutating func string() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    var end = start
    var value = ""
    while current.kind == .string {
      end = current.span
      value += try unescaped(current.span)
      advance()
    }
    return try addConstant(.text(value), start.joined(to: end))
  }

  private mutating func parenthesized() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    advance()
    if isSymbol(.closeParenthesis) {
      let end = current.span
      advance()
      return try add(.tuple(.empty), start.joined(to: end))
    }
    let value = try expressionOrTuple()
    guard isSymbol(.closeParenthesis) else { throw unexpected("')'") }
    advance()
    return value
  }

  private mutating func listLiteral() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    advance()
    var elements: [ExpressionID] = []
    while !isSymbol(.closeBracket) {
      elements.append(try expression())
      guard skipSymbol(.comma) || isSymbol(.closeBracket) else { throw unexpected("',' or ']'") }
    }
    let end = current.span
    advance()
    return try add(.list(addOperands(elements)), start.joined(to: end))
  }

  private mutating func dictionaryLiteral() throws(SyntaxFailure) -> ExpressionID {
    let start = current.span
    advance()
    var entries: [ExpressionID] = []
    while !isSymbol(.closeBrace) {
      entries.append(try expression())
      try expectSymbol(.colon)
      entries.append(try expression())
      guard skipSymbol(.comma) || isSymbol(.closeBrace) else { throw unexpected("',' or '}'") }
    }
    let end = current.span
    advance()
    return try add(.dictionary(addOperands(entries)), start.joined(to: end))
  }
}

/// Whether a character is a digit of numbers with a base.
private func isDigit(below base: Int) -> (Character) -> Bool {
  { $0.hexDigitValue.map { $0 < base } ?? false }
}

extension String {
  /// The text without every occurrence of a character.
  fileprivate func replacing(_ character: Character) -> String { filter { $0 != character } }
}
