import Diagnostics

typealias ParsedStatement = (StatementNode, ByteSpan)

extension Parser {
  /// Reads the tag that begins here; nil where it does nothing by itself.
  mutating func statement(_ keyword: String) -> ParsedStatement? {
    guard openTags.count < Self.deepestNesting else { return tooDeep() }
    switch keyword {
    case "if": return conditional()
    case "for": return loop()
    case "set": return assignment()
    case "with": return with()
    case "include": return include()
    case "extends": return extends()
    case "block": return block()
    case "macro": return macro()
    case "call": return callBlock()
    case "import": return importModule()
    case "from": return importMembers()
    case "filter": return filterBlock()
    case "autoescape": return autoescape()
    case "break", "continue": return jump(keyword)
    default: return unknownTag(keyword)
    }
  }

  private mutating func tooDeep() -> ParsedStatement? {
    report("limit-reached", "the tags are nested too deeply", at: current.span)
    position = tokens.count - 1
    hasGivenUp = true
    return nil
  }

  private mutating func unknownTag(_ keyword: String) -> ParsedStatement? {
    if keyword.hasPrefix("end") || keyword == "else" || keyword == "elif" || keyword == "elseif"
      || keyword == "elsif"
    {
      strayEnd(keyword)
      return nil
    }
    advance()
    let span = current.span
    if keyword.isEmpty {
      report(unexpected("the name of a tag"))
    } else {
      report(
        "unknown-tag", "there is no tag '\(keyword)'", at: span,
        help: tagHelp(keyword))
      unknownTags.insert(keyword)
      if let near = nearest(to: keyword, among: Self.tagNames) { unknownTags.insert(near) }
    }
    skipTag()
    return nil
  }

  private func tagHelp(_ keyword: String) -> [String] {
    switch keyword {
    case "unless": ["write `{% if not … %}`"]
    case "assign", "let", "var", "capture": ["write `{% set name = value %}`"]
    case "case", "switch": ["write `{% if %}` and `{% elif %}`"]
    case "do": ["write `{% set unused = … %}`"]
    case "comment": ["write `{# … #}`"]
    default: suggestions(for: keyword, among: Self.tagNames, called: "tags")
    }
  }

  /// Moves to what stands after the keyword of a tag; the place of both together.
  mutating func beginTag() -> ByteSpan {
    let start = current.span
    advance()
    let span = start.joined(to: current.span)
    advance()
    return span
  }

  // MARK: if

  private mutating func conditional() -> ParsedStatement {
    let span = beginTag()
    openTags.append(OpenTag(keyword: "if", span: span))
    var branches: [(test: ExpressionID, body: Body)] = []
    var otherwise = Body.empty
    var test = condition()
    while true {
      let body = body(until: ["elif", "else", "endif"])
      branches.append((test, body))
      guard current.kind == .tagStart, next.kind == .name else { break }
      let keyword = text(of: next)
      if keyword == "elif" {
        _ = beginTag()
        test = condition()
        continue
      }
      if keyword == "else" {
        _ = beginTag()
        restOfTag(()) { (parser) throws(SyntaxFailure) in
          guard parser.isKeyword("if") else { return }
          throw parser.unexpected("the end of the tag", help: ["write `elif`"])
        }
        otherwise = self.body(until: ["endif"])
      }
      break
    }
    endTag("if")
    while branches.count > 1, let branch = branches.popLast() {
      otherwise = addBody([
        (.conditional(if: branch.test, then: branch.body, else: otherwise), span)
      ])
    }
    return (
      .conditional(if: branches[0].test, then: branches[0].body, else: otherwise), span
    )
  }

  private mutating func condition() -> ExpressionID {
    let fallback = addPlaceholder(current.span)
    return restOfTag(fallback) { (parser) throws(SyntaxFailure) in
      try parser.expressionOrTuple()
    }
  }

  // MARK: for

  private mutating func loop() -> ParsedStatement {
    let span = beginTag()
    let placeholder = addPlaceholder(span)
    let header = restOfTag(LoopHeader(items: placeholder)) { (parser) throws(SyntaxFailure) in
      try parser.loopHeader()
    }
    openTags.append(OpenTag(keyword: "for", span: span))
    let target = header.target
    let (body, locals) = scoped(.local, binding: target.variables + [SymbolTable.loop]) {
      $0.body(until: ["else", "endfor"])
    }
    var otherwise = Body.empty
    if current.kind == .tagStart, next.kind == .name, text(of: next) == "else" {
      _ = beginTag()
      restOfTag(()) { (_) throws(SyntaxFailure) in }
      otherwise = self.body(until: ["endfor"])
    }
    endTag("for")
    contents.loops.append(
      LoopStatement(
        target: target, items: header.items, condition: header.condition,
        isRecursive: header.isRecursive, body: body, otherwise: otherwise,
        ownVariables: target.variables,
        locals: locals.filter { !target.variables.contains($0) && $0 != SymbolTable.loop },
        span: span))
    return (.loop(Int32(contents.loops.count - 1)), span)
  }

  private struct LoopHeader {
    var target = AssignmentTarget.list([], ByteSpan(0, 0))
    var items: ExpressionID
    var condition = ExpressionID.none
    var isRecursive = false
  }

  private mutating func loopHeader() throws(SyntaxFailure) -> LoopHeader {
    let target = try assignmentTarget()
    guard isKeyword("in") else {
      throw unexpected("'in'", help: ["write `{% for item in items %}`"])
    }
    advance()
    var header = LoopHeader(target: target, items: try loopItems())
    if skipKeyword("if") { header.condition = try expression() }
    header.isRecursive = skipKeyword("recursive")
    return header
  }

  /// One name or several with commas between them, perhaps in parentheses.
  mutating func assignmentTarget() throws(SyntaxFailure) -> AssignmentTarget {
    let start = current.span
    let first = try singleTarget()
    guard isSymbol(.comma) else { return first }
    var targets = [first]
    while skipSymbol(.comma), current.kind == .name || isSymbol(.openParenthesis) {
      guard !isKeyword("in") else { break }
      targets.append(try singleTarget())
    }
    return .list(targets, start.joined(to: tokens[position - 1].span))
  }

  private mutating func singleTarget() throws(SyntaxFailure) -> AssignmentTarget {
    if skipSymbol(.openParenthesis) {
      let target = try nested { (parser) throws(SyntaxFailure) in try parser.assignmentTarget() }
      try expectSymbol(.closeParenthesis)
      return target
    }
    let (name, span) = try expectNewName("the name of a variable")
    // A loop has a `loop` of its own; `with` and macros may pass that of another one on.
    guard name != "loop" else { throw reservedName(name, span) }
    let variable = symbols.variable(name)
    if skipSymbol(.dot) {
      let (member, memberSpan) = try expectName("the name of an attribute")
      return .member(variable, member, span.joined(to: memberSpan))
    }
    return .variable(variable)
  }

  // MARK: break, continue

  private mutating func jump(_ keyword: String) -> ParsedStatement? {
    let span = beginTag()
    restOfTag(()) { (_) throws(SyntaxFailure) in }
    // A macro, the body of a call and a block are parts of their own, whatever stands around.
    let bounds: Set = ["for", "macro", "call", "block"]
    guard openTags.last(where: { bounds.contains($0.keyword) })?.keyword == "for" else {
      report("unexpected-tag", "'\(keyword)' stands outside of a 'for'", at: span)
      return nil
    }
    return (keyword == "break" ? .break : .continue, span)
  }
}
