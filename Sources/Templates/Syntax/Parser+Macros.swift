import Diagnostics

// `macro` and `call`.
extension Parser {
  mutating func macro() -> ParsedStatement? {
    let span = beginTag()
    let firstExpression = contents.expressions.count
    let isTopLevel = isTopLevel
    let header = restOfTag(MacroHeader?.none) { (parser) throws(SyntaxFailure) in
      let (name, _) = try parser.expectNewName("the name of the macro")
      return MacroHeader(name: name, parameters: try parser.macroParameters())
    }
    let variable = header.map { symbols.variable($0.name) }
    if let variable { bind(variable) }
    let number = addMacro(
      MacroHeader(name: header?.name ?? "", parameters: header?.parameters ?? []), variable,
      firstExpression, keyword: "macro", isTopLevel: isTopLevel, span)
    return header == nil ? nil : (.macro(number), span)
  }

  private struct MacroHeader {
    var name: String
    var parameters: [MacroDefinition.Parameter]
  }

  /// Reads `(a, b=1)`.
  private mutating func macroParameters() throws(SyntaxFailure) -> [MacroDefinition.Parameter] {
    try expectSymbol(.openParenthesis)
    var parameters: [MacroDefinition.Parameter] = []
    while !isSymbol(.closeParenthesis) {
      let (name, span) = try expectNewName("the name of a parameter")
      guard !parameters.contains(where: { $0.name == name }) else {
        throw SyntaxFailure(message: "the parameter '\(name)' stands here twice", span: span)
      }
      var fallback = ExpressionID.none
      if skipSymbol(.assign) {
        fallback = try expression()
      } else if parameters.contains(where: { !$0.fallback.isNone }) {
        throw SyntaxFailure(
          message: "the parameter '\(name)' without a default stands after one with a default",
          span: span)
      }
      parameters.append(
        MacroDefinition.Parameter(
          name: name, variable: symbols.variable(name), fallback: fallback))
      guard skipSymbol(.comma) || isSymbol(.closeParenthesis) else {
        throw unexpected("',' or ')'")
      }
    }
    advance()
    return parameters
  }

  /// Reads the body of a macro, and adds the macro to the template.
  private mutating func addMacro(
    _ header: MacroHeader, _ variable: VariableID?, _ firstExpression: Int, keyword: String,
    isTopLevel: Bool, _ span: ByteSpan
  ) -> Int32 {
    let firstInclude = contents.includes.count
    let parameters = header.parameters.map(\.variable)
    // The number is taken before the body is read: macros inside come after it.
    let number = contents.macros.count
    contents.macros.append(.placeholder(span))
    let (body, locals) = scoped(.macro, binding: parameters) { $0.bodyOfTag(keyword, span) }
    let read = variablesRead(from: firstExpression)
    let own = Set(locals + SymbolTable.macroVariables)
    contents.macros[number] = MacroDefinition(
      name: header.name, variable: variable, parameters: header.parameters, body: body,
      locals: locals.filter { !parameters.contains($0) },
      free: read.subtracting(own).sorted { $0.index < $1.index },
      readsEverything: contents.includes.count > firstInclude,
      usesCaller: read.contains(SymbolTable.caller) || parameters.contains(SymbolTable.caller),
      usesVariableArguments: read.contains(SymbolTable.variableArguments),
      usesKeywordArguments: read.contains(SymbolTable.keywordArguments), isTopLevel: isTopLevel,
      span: span)
    return Int32(number)
  }

  private func variablesRead(from firstExpression: Int) -> Set<VariableID> {
    var read: Set<VariableID> = []
    for node in contents.expressions[firstExpression...] {
      if case .variable(let variable) = node { read.insert(variable) }
    }
    return read
  }

  // MARK: call

  mutating func callBlock() -> ParsedStatement? {
    let span = beginTag()
    var parameters: [MacroDefinition.Parameter] = []
    var callee = ExpressionID.none
    var call: Int32 = 0
    let firstExpression = contents.expressions.count
    restOfTag(()) { (parser) throws(SyntaxFailure) in
      if parser.isSymbol(.openParenthesis) { parameters = try parser.macroParameters() }
      (callee, call) = try parser.calleeAndCall(try parser.expression())
    }
    let number = addMacro(
      MacroHeader(name: "caller", parameters: parameters), nil, firstExpression, keyword: "call",
      isTopLevel: false, span)
    guard !callee.isNone else { return nil }
    contents.callBlocks.append(
      CallBlockStatement(callee: callee, call: call, macro: number, span: span))
    return (.callBlock(Int32(contents.callBlocks.count - 1)), span)
  }

  /// What is called, and with what, in the expression of a `call` tag.
  private mutating func calleeAndCall(_ value: ExpressionID) throws(SyntaxFailure)
    -> (ExpressionID, Int32)
  {
    switch contents.expressions[Int(value.index)] {
    case .call(let callee, let call): return (callee, call)
    case .methodCall(let base, let attribute, let call):
      let node = ExpressionNode.attribute(of: base, attribute, isOptional: false)
      return (try add(node, span(of: value)), call)
    default:
      throw SyntaxFailure(
        message: "'call' needs the call of a macro", span: span(of: value),
        help: ["write `{% call name() %}`"])
    }
  }
}

extension MacroDefinition {
  /// What stands for a macro while its body is read.
  fileprivate static func placeholder(_ span: ByteSpan) -> MacroDefinition {
    MacroDefinition(
      name: "", variable: nil, parameters: [], body: .empty, locals: [], free: [],
      readsEverything: false, usesCaller: false, usesVariableArguments: false,
      usesKeywordArguments: false, isTopLevel: false, span: span)
  }
}

extension SymbolTable {
  /// The variables that a call of a macro sets.
  static let macroVariables = [caller, variableArguments, keywordArguments]
}
