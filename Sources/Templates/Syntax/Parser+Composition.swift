import Diagnostics

// `extends`, `block`, `include`, `import`: what joins templates.
extension Parser {
  // MARK: extends

  mutating func extends() -> ParsedStatement? {
    let span = beginTag()
    let name = restOfTag(ExpressionID.none) { (parser) throws(SyntaxFailure) in
      try parser.expression()
    }
    guard !name.isNone else { return nil }
    if let parent = contents.parent {
      report(
        "second-extends", "the template extends another one already", at: span,
        related: [
          Diagnostic.Related("the first one", at: source.location(of: parent.span.range))
        ])
      return nil
    }
    if !isTopLevel || !openTags.isEmpty {
      report(
        "unexpected-tag", "'extends' stands inside of another tag", at: span,
        help: ["choose between two: `{% extends a if condition else b %}`"])
      return nil
    }
    contents.parent = TemplateUnit.Parent(
      name: name, constantName: constantName(name), span: span.joined(to: self.span(of: name)))
    return nil
  }

  func constantName(_ expression: ExpressionID) -> String? {
    guard case .constant(let number) = contents.expressions[Int(expression.index)] else {
      return nil
    }
    return contents.constants[Int(number)].asText
  }

  // MARK: block

  mutating func block() -> ParsedStatement? {
    let span = beginTag()
    var nameSpan = span
    var isScoped = false
    var isRequired = false
    let name = restOfTag(String?.none) { (parser) throws(SyntaxFailure) in
      let (name, place) = try parser.expectName("the name of the block")
      nameSpan = place
      isScoped = parser.skipKeyword("scoped")
      isRequired = parser.skipKeyword("required")
      guard parser.current.kind != .name else {
        throw parser.unexpected(
          "'scoped', 'required' or the end of the tag",
          help: isRequired ? ["'scoped' stands before 'required'"] : [])
      }
      return name
    }
    let hidden = Array(
      Set(scopes.dropFirst().flatMap(\.bound)).sorted { $0.index < $1.index })
    openTags.append(OpenTag(keyword: "block", span: span))
    let (body, locals) = scoped(.block) { $0.body(until: ["endblock"]) }
    endTag("block", name: name)
    guard let name else { return nil }
    let nameID = symbols.block(name)
    if let first = contents.blocks.first(where: { $0.name == nameID }) {
      report(
        "duplicate-block", "the block '\(name)' is defined twice", at: nameSpan,
        help: ["print the first one again with `{{ self.\(name)() }}`"],
        related: [
          Diagnostic.Related(
            "the first one", at: source.location(of: first.nameSpan.range))
        ])
      return nil
    }
    contents.blocks.append(
      BlockStatement(
        name: nameID, nameSpan: nameSpan, isScoped: isScoped, isRequired: isRequired, body: body,
        locals: locals, hidden: isScoped ? [] : hidden))
    return (.block(Int32(contents.blocks.count - 1)), span)
  }

  // MARK: include

  mutating func include() -> ParsedStatement? {
    let span = beginTag()
    var ignoresMissing = false
    var hasContext = true
    let name = restOfTag(ExpressionID.none) { (parser) throws(SyntaxFailure) in
      let name = try parser.expression()
      if parser.skipKeyword("ignore") {
        try parser.expectKeyword("missing")
        ignoresMissing = true
      }
      hasContext = try parser.contextWish(default: true)
      return name
    }
    guard !name.isNone else { return nil }
    contents.includes.append(
      IncludeStatement(
        name: name, constantNames: constantTexts(name), ignoresMissing: ignoresMissing,
        hasContext: hasContext, span: span.joined(to: self.span(of: name))))
    return (.include(Int32(contents.includes.count - 1)), span)
  }

  /// `with context` or `without context`.
  private mutating func contextWish(default fallback: Bool) throws(SyntaxFailure) -> Bool {
    if isKeyword("with"), next.kind == .name, text(of: next) == "context" {
      advance()
      advance()
      return true
    }
    if skipKeyword("without") {
      try expectKeyword("context")
      return false
    }
    return fallback
  }

  // MARK: import

  mutating func importModule() -> ParsedStatement? {
    let span = beginTag()
    var hasContext = false
    var module: VariableID?
    let name = restOfTag(ExpressionID.none) { (parser) throws(SyntaxFailure) in
      let name = try parser.expression()
      guard parser.skipKeyword("as") else {
        throw parser.unexpected("'as'", help: ["write `{% import \"forms.html\" as forms %}`"])
      }
      let (variable, _) = try parser.expectNewName("the name of a variable")
      module = parser.symbols.variable(variable)
      hasContext = try parser.contextWish(default: false)
      return name
    }
    return addImport(name, module: module, members: [], hasContext: hasContext, span)
  }

  mutating func importMembers() -> ParsedStatement? {
    let span = beginTag()
    var hasContext = false
    var members: [ImportStatement.Member] = []
    let name = restOfTag(ExpressionID.none) { (parser) throws(SyntaxFailure) in
      let name = try parser.expression()
      try parser.expectKeyword("import")
      repeat {
        if parser.isKeyword("with") || parser.isKeyword("without"), !members.isEmpty { break }
        let (member, place) = try parser.expectName("the name of a macro")
        guard !member.hasPrefix("_") else {
          throw SyntaxFailure(
            message: "'\(member)' cannot be imported", span: place,
            help: ["names that begin with an underscore belong to their template alone"])
        }
        var variable = member
        if parser.skipKeyword("as") {
          variable = try parser.expectNewName("the name of a variable").name
        }
        members.append(
          ImportStatement.Member(
            name: member, variable: parser.symbols.variable(variable), span: place))
      } while parser.skipSymbol(.comma) && parser.current.kind == .name
      hasContext = try parser.contextWish(default: false)
      return name
    }
    return addImport(name, module: nil, members: members, hasContext: hasContext, span)
  }

  private mutating func addImport(
    _ name: ExpressionID, module: VariableID?, members: [ImportStatement.Member],
    hasContext: Bool, _ span: ByteSpan
  ) -> ParsedStatement? {
    if let module { bind(module) }
    for member in members { bind(member.variable) }
    guard !name.isNone else { return nil }
    contents.imports.append(
      ImportStatement(
        name: name, constantName: constantName(name), module: module, members: members,
        hasContext: hasContext, isTopLevel: isTopLevel,
        span: span.joined(to: self.span(of: name))))
    return (.importModule(Int32(contents.imports.count - 1)), span)
  }
}
