// `set`, `with`, `filter` and `autoescape`.
extension Parser {
  // MARK: set

  mutating func assignment() -> ParsedStatement? {
    let span = beginTag()
    let placeholder = addPlaceholder(span)
    let isTopLevel = isTopLevel
    let header = restOfTag(SetHeader(value: placeholder)) { (parser) throws(SyntaxFailure) in
      try parser.setHeader(placeholder)
    }
    guard let value = header.value else {
      return blockAssignment(header, span, isTopLevel: isTopLevel)
    }
    for variable in header.target.variables { bind(variable) }
    contents.assignments.append(
      AssignmentStatement(
        target: header.target, value: value, isTopLevel: isTopLevel, span: span))
    return (.assignment(Int32(contents.assignments.count - 1)), span)
  }

  private struct SetHeader {
    var target = AssignmentTarget.list([], ByteSpan(0, 0))
    /// The value; nil for `{% set name %}…{% endset %}`.
    var value: ExpressionID?
    var filtered = ExpressionID.none
  }

  private mutating func setHeader(_ placeholder: ExpressionID) throws(SyntaxFailure) -> SetHeader {
    let target = try assignmentTarget()
    var header = SetHeader(target: target)
    if skipSymbol(.assign) {
      header.value = try expressionOrTuple()
      return header
    }
    if isSymbol(.pipe) { header.filtered = try filterChain(current.span) }
    guard current.kind == .tagEnd else {
      throw unexpected("'='", help: ["write `{% set name = value %}`"])
    }
    return header
  }

  private mutating func blockAssignment(_ header: SetHeader, _ span: ByteSpan, isTopLevel: Bool)
    -> ParsedStatement
  {
    let (body, locals) = scoped(.local) { $0.bodyOfTag("set", span) }
    for variable in header.target.variables { bind(variable) }
    contents.blockAssignments.append(
      BlockAssignmentStatement(
        target: header.target, filtered: header.filtered, body: body, locals: locals,
        isTopLevel: isTopLevel, span: span))
    return (.blockAssignment(Int32(contents.blockAssignments.count - 1)), span)
  }

  /// Filters, applied to the text that the tag captures; the first may stand without its `|`.
  private mutating func filterChain(_ start: ByteSpan) throws(SyntaxFailure) -> ExpressionID {
    var value = try add(.variable(SymbolTable.captured), start)
    _ = skipSymbol(.pipe)
    value = try filter(value)
    while skipSymbol(.pipe) { value = try filter(value) }
    return value
  }

  // MARK: filter

  mutating func filterBlock() -> ParsedStatement {
    let span = beginTag()
    let placeholder = addPlaceholder(span)
    let filtered = restOfTag(placeholder) { (parser) throws(SyntaxFailure) in
      try parser.filterChain(parser.current.span)
    }
    let (body, locals) = scoped(.local) { $0.bodyOfTag("filter", span) }
    contents.filterBlocks.append(
      FilterBlockStatement(filtered: filtered, body: body, locals: locals))
    return (.filterBlock(Int32(contents.filterBlocks.count - 1)), span)
  }

  // MARK: with

  mutating func with() -> ParsedStatement {
    let span = beginTag()
    let assignments = restOfTag([]) { (parser) throws(SyntaxFailure) in
      try parser.withAssignments()
    }
    let (body, locals) = scoped(.local, binding: assignments.flatMap(\.target.variables)) {
      $0.bodyOfTag("with", span)
    }
    contents.withs.append(
      WithStatement(
        targets: assignments.map(\.target), values: assignments.map(\.value), body: body,
        locals: locals))
    return (.with(Int32(contents.withs.count - 1)), span)
  }

  private mutating func withAssignments() throws(SyntaxFailure)
    -> [(target: AssignmentTarget, value: ExpressionID)]
  {
    var assignments: [(target: AssignmentTarget, value: ExpressionID)] = []
    while current.kind != .tagEnd {
      if !assignments.isEmpty { try expectSymbol(.comma) }
      let (name, _) = try expectNewName("the name of a variable")
      let variable = symbols.variable(name)
      try expectSymbol(.assign)
      assignments.append((.variable(variable), try expression()))
    }
    return assignments
  }

  // MARK: autoescape

  mutating func autoescape() -> ParsedStatement {
    let span = beginTag()
    let placeholder = addPlaceholder(span)
    let isOn = restOfTag(placeholder) { (parser) throws(SyntaxFailure) in
      try parser.expression()
    }
    return (.autoescape(isOn, bodyOfTag("autoescape", span)), span)
  }
}
