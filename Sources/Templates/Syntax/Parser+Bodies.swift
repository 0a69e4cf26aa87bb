import Diagnostics

extension Parser {
  /// The tags of the language that stand alone or begin something.
  static let tagNames = [
    "autoescape", "block", "break", "call", "continue", "extends", "filter", "for", "from", "if",
    "import", "include", "macro", "raw", "set", "with",
  ]

  /// Reads statements up to a tag of one of `terminators`, or to the end of the file where there
  /// are none; stops before the terminator's name.
  ///
  /// The tag that is open is the last of `openTags`. A tag that ends something further out ends
  /// this as well, after it was reported that this was never closed.
  mutating func body(until terminators: [String]) -> Body {
    var statements: [(StatementNode, ByteSpan)] = []
    while true {
      let token = current
      switch token.kind {
      case .text:
        statements.append((.text(token.span), token.span))
        advance()
      case .outputStart:
        if let statement = output() { statements.append(statement) }
      case .tagStart:
        let keyword = next.kind == .name ? text(of: next) : ""
        if isBodyEnd(keyword, terminators) { return addBody(statements) }
        if let statement = statement(keyword) { statements.append(statement) }
      case .end:
        reportUnclosed()
        return addBody(statements)
      case .outputEnd, .tagEnd, .name, .integer, .float, .string, .symbol, .invalid:
        advance()
      }
    }
  }

  /// Reads `{{ … }}`.
  private mutating func output() -> (StatementNode, ByteSpan)? {
    let start = current.span
    advance()
    let value = restOfTag(ExpressionID.none) { (parser) throws(SyntaxFailure) in
      try parser.expressionOrTuple()
    }
    guard !value.isNone else { return nil }
    return (.output(value), start)
  }

  /// Whether a tag ends the body that is read.
  private mutating func isBodyEnd(_ keyword: String, _ terminators: [String]) -> Bool {
    if terminators.contains(keyword) { return true }
    guard isEndOrBranch(keyword), !openTags.isEmpty else { return false }
    // Something further out ends here: what is open was forgotten.
    guard openTags.dropLast().contains(where: { $0.isEnded(by: keyword) }) else { return false }
    reportUnclosed()
    return true
  }

  private func isEndOrBranch(_ keyword: String) -> Bool {
    keyword.hasPrefix("end") || keyword == "else" || keyword == "elif"
  }

  private mutating func reportUnclosed() {
    guard let open = openTags.last, !hasGivenUp else { return }
    report(
      "unclosed-tag", "'\(open.keyword)' is never closed", at: open.span,
      help: ["end it with `{% end\(open.keyword) %}`"])
  }

  /// Reads the body of the tag that began at `span`, and moves past its end.
  mutating func bodyOfTag(_ keyword: String, _ span: ByteSpan) -> Body {
    openTags.append(OpenTag(keyword: keyword, span: span))
    let body = body(until: ["end" + keyword])
    endTag(keyword)
    return body
  }

  /// Moves past `{% endkeyword %}`, if it is there.
  mutating func endTag(_ keyword: String, name: String? = nil) {
    openTags.removeLast()
    guard current.kind == .tagStart, next.kind == .name, text(of: next) == "end" + keyword else {
      return
    }
    advance()
    advance()
    restOfTag(()) { (parser) throws(SyntaxFailure) in
      guard let name, parser.current.kind == .name else { return }
      guard parser.text(of: parser.current) == name else {
        throw parser.unexpected("the end of the tag or '\(name)'")
      }
      parser.advance()
    }
  }

  /// A tag that ends or branches something that is not open.
  mutating func strayEnd(_ keyword: String) {
    advance()
    let span = current.span
    skipTag()
    if keyword.hasPrefix("end"), unknownTags.contains(String(keyword.dropFirst(3))) { return }
    guard let open = openTags.last else {
      report(
        "unexpected-tag", "'\(keyword)' ends nothing", at: span,
        help: suggestionsForEnd(keyword))
      return
    }
    report(
      "unexpected-tag", "expected 'end\(open.keyword)', found '\(keyword)'", at: span,
      help: suggestionsForEnd(keyword),
      related: [
        Diagnostic.Related(
          "'\(open.keyword)' was opened here",
          at: source.location(of: open.span.range))
      ])
  }

  private func suggestionsForEnd(_ keyword: String) -> [String] {
    let ends = Self.tagNames.map { "end" + $0 } + ["else", "elif"]
    guard !ends.contains(keyword) else { return [] }
    if keyword == "elseif" || keyword == "elsif" { return ["write `elif`"] }
    return suggestions(for: keyword, among: ends, called: "ends")
  }
}

extension Parser.OpenTag {
  /// Whether a tag of this name ends or branches what is open.
  fileprivate func isEnded(by keyword: String) -> Bool {
    switch keyword {
    case "elif": self.keyword == "if"
    case "else": self.keyword == "if" || self.keyword == "for"
    default: keyword == "end" + self.keyword
    }
  }
}
