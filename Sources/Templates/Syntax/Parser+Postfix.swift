import Diagnostics

extension Parser {
  /// Attributes, elements and calls after a value.
  mutating func postfix(_ start: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    var value = start
    while case .symbol(let symbol) = current.kind {
      switch symbol {
      case .dot, .optionalDot: value = try attribute(of: value, isOptional: symbol == .optionalDot)
      case .openBracket, .optionalBracket:
        value = try element(of: value, isOptional: symbol == .optionalBracket)
      case .openParenthesis:
        let call = addCall(try callArguments())
        value = try add(.call(value, call: call), spanFrom(value))
      default: return value
      }
    }
    return value
  }

  private mutating func attribute(of value: ExpressionID, isOptional: Bool) throws(SyntaxFailure)
    -> ExpressionID
  {
    advance()
    if current.kind == .integer {
      let key = try primary()
      return try add(.element(of: value, at: key, isOptional: isOptional), spanFrom(value))
    }
    let (name, _) = try expectName("the name of an attribute")
    let attribute = symbols.attribute(name)
    if !isOptional, isSymbol(.openParenthesis) {
      let call = addCall(try callArguments())
      return try add(.methodCall(value, attribute, call: call), spanFrom(value))
    }
    return try add(.attribute(of: value, attribute, isOptional: isOptional), spanFrom(value))
  }

  private mutating func element(of value: ExpressionID, isOptional: Bool) throws(SyntaxFailure)
    -> ExpressionID
  {
    advance()
    var parts: [ExpressionID] = []
    var isSlice = false
    var part = ExpressionID.none
    while !isSymbol(.closeBracket) {
      if skipSymbol(.colon) {
        isSlice = true
        parts.append(part)
        part = .none
        guard parts.count < 3 else { throw unexpected("']'") }
      } else {
        guard part.isNone else { throw unexpected("']' or ':'") }
        part = try expression()
      }
    }
    advance()
    guard isSlice else {
      guard !part.isNone else {
        throw SyntaxFailure(message: "the brackets are empty", span: spanFrom(value))
      }
      return try add(.element(of: value, at: part, isOptional: isOptional), spanFrom(value))
    }
    parts.append(part)
    while parts.count < 3 { parts.append(.none) }
    return try add(.slice(of: value, addOperands(parts)), spanFrom(value))
  }

  /// Reads `(a, b, name=c, *list, **dictionary)`.
  mutating func callArguments() throws(SyntaxFailure) -> CallSite {
    try expectSymbol(.openParenthesis)
    var call = CallSite()
    var positional: [ExpressionID] = []
    while !isSymbol(.closeParenthesis) {
      if isSymbol(.times), call.spread.isNone {
        advance()
        call.spread = try expression()
      } else if isSymbol(.power), call.namedSpread.isNone {
        advance()
        call.namedSpread = try expression()
      } else if current.kind == .name, next.kind == .symbol(.assign) {
        let name = text(of: current)
        guard !call.named.contains(where: { $0.name == name }) else {
          throw SyntaxFailure(message: "the argument '\(name)' is given twice", span: current.span)
        }
        advance()
        advance()
        call.named.append(CallSite.NamedArgument(name: name, value: try expression()))
      } else {
        guard call.named.isEmpty else {
          throw SyntaxFailure(
            message: "an argument without a name stands after one with a name", span: current.span)
        }
        positional.append(try expression())
      }
      guard skipSymbol(.comma) || isSymbol(.closeParenthesis) else {
        throw unexpected("',' or ')'")
      }
    }
    advance()
    call.positional = addOperands(positional)
    return call
  }

  /// `| filter` and `is test` after a value.
  mutating func filtersAndTests(_ start: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    var value = start
    while true {
      if skipSymbol(.pipe) {
        value = try filter(value)
      } else if isKeyword("is") {
        advance()
        value = try test(value)
      } else if isSymbol(.openParenthesis) {
        // Jinja allows to call what a filter returns.
        let call = addCall(try callArguments())
        value = try add(.call(value, call: call), spanFrom(value))
      } else {
        return value
      }
    }
  }

  /// The filter whose name stands here, applied to a value.
  mutating func filter(_ subject: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    if isSymbol(.pipe) {
      throw SyntaxFailure(message: "unexpected '||'", span: current.span, help: ["write `or`"])
    }
    let (name, nameSpan) = try expectName("the name of a filter")
    var call = CallSite()
    if isSymbol(.openParenthesis) { call = try callArguments() }
    guard let number = vocabulary.filter(name) else {
      report(
        "unknown-filter", "there is no filter '\(name)'", at: nameSpan,
        help: suggestions(for: name, among: vocabulary.filterNames, called: "filters"))
      return subject
    }
    checkArguments(call, of: vocabulary.filters[Int(number)].signature, called: name, at: nameSpan)
    let callNumber = addCall(call)
    if vocabulary.filters[Int(number)].allowsMissingSubject {
      return try add(.defaulted(subject, call: callNumber), spanFrom(subject))
    }
    return try add(.filter(number, subject, call: callNumber), spanFrom(subject))
  }

  private mutating func test(_ subject: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    let isNegated = skipKeyword("not")
    let (name, nameSpan) = try expectName("the name of a test")
    var call = CallSite()
    if isSymbol(.openParenthesis) {
      call = try callArguments()
    } else if startsTestArgument {
      let argument = try postfix(try primary())
      call.positional = addOperands([argument])
    }
    var value: ExpressionID
    if name == "defined" || name == "undefined" {
      checkArguments(call, of: TemplateSignature(), called: name, at: nameSpan)
      value = try add(.isDefined(subject), spanFrom(subject))
      if name == "undefined" { value = try add(.not(value), spanFrom(subject)) }
    } else if let number = vocabulary.test(name) {
      checkArguments(call, of: vocabulary.tests[Int(number)].signature, called: name, at: nameSpan)
      value = try add(.test(number, subject, call: addCall(call)), spanFrom(subject))
    } else {
      report(
        "unknown-test", "there is no test '\(name)'", at: nameSpan,
        help: suggestions(for: name, among: vocabulary.testNames, called: "tests"))
      return subject
    }
    return isNegated ? try add(.not(value), spanFrom(subject)) : value
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .name: !["else", "or", "and", "is", "if", "in", "not"].contains(text(of: current))
    case .string, .integer, .float: true
    case .symbol(.openBracket), .symbol(.openBrace): true
    default: false
    }
  }

  /// Reports arguments that a filter or a test does not know.
  private mutating func checkArguments(
    _ call: CallSite, of signature: TemplateSignature, called name: String, at span: ByteSpan
  ) {
    guard !signature.acceptsMore else { return }
    let count = call.positional.indices.count
    if count > signature.parameters.count {
      let extra = contents.operands[call.positional.indices.lowerBound + signature.parameters.count]
      report(
        "wrong-argument",
        "'\(name)' takes \(counted(signature.parameters.count, "argument")), not \(count)",
        at: self.span(of: extra))
    }
    for argument in call.named where !signature.parameters.contains(argument.name) {
      report(
        "wrong-argument", "'\(name)' has no argument '\(argument.name)'",
        at: self.span(of: argument.value),
        help: suggestions(
          for: argument.name, among: signature.parameters, called: "arguments of '\(name)'"))
    }
    guard call.spread.isNone, call.namedSpread.isNone else { return }
    for (index, parameter) in signature.parameters.prefix(signature.requiredCount).enumerated()
    where index >= count && !call.named.contains(where: { $0.name == parameter }) {
      report("wrong-argument", "'\(name)' needs the argument '\(parameter)'", at: span)
    }
  }
}

/// `1 argument`, `2 arguments`, `no arguments`.
func counted(_ count: Int, _ noun: String) -> String {
  switch count {
  case 0: "no \(noun)s"
  case 1: "1 \(noun)"
  default: "\(count) \(noun)s"
  }
}
