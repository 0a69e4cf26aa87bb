import Diagnostics
import Text

/// Reads a template's tokens into statements and expressions.
///
/// A mistake ends the tag in which it stands and no more: the parser reports it, skips to the end
/// of the tag and goes on, so that one run finds the mistakes of the whole file.
struct Parser {
  /// The deepest nesting of tags and of expressions that is read.
  static let deepestNesting = 100
  /// The most problems that are told of one template: finding the line of each takes time.
  static let mostProblems = 100

  let source: SourceText
  let tokens: [Token]
  let vocabulary: Vocabulary
  var symbols: SymbolTable
  var position = 0
  var contents = TemplateUnit.Contents()
  var diagnostics: [Diagnostic] = []
  /// How deep each expression is nested, by its number.
  var expressionDepths: [Int] = []
  /// How many brackets and signs are open in the expression that is read.
  var expressionNesting = 0
  var openTags: [OpenTag] = []
  var scopes: [Scope] = [Scope(kind: .topLevel)]
  /// Tags that were not known: their ends are not reported again.
  var unknownTags: Set<String> = []
  /// Whether a limit ended the reading: what is open then was not forgotten.
  var hasGivenUp = false

  /// A tag whose end is still to come.
  struct OpenTag {
    let keyword: String
    let span: ByteSpan
  }

  /// The variables that are set in a part of the template and gone after it.
  struct Scope {
    enum Kind { case topLevel, local, block, macro }
    let kind: Kind
    var bound: [VariableID] = []
  }

  init(
    source: SourceText, tokens: [Token], vocabulary: Vocabulary, symbols: SymbolTable
  ) {
    self.source = source
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.symbols = symbols
  }

  /// Reads the whole template.
  mutating func parse() {
    contents.body = body(until: [])
    contents.topLevelNames = scopes[0].bound
  }
}

// MARK: - Tokens

extension Parser {
  var current: Token { tokens[position] }

  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  func text(of span: ByteSpan) -> String { source.bytes[span.range].text }

  func text(of token: Token) -> String { text(of: token.span) }

  func isKeyword(_ keyword: String) -> Bool {
    current.kind == .name && source.bytes[current.span.range].elementsEqual(keyword.utf8)
  }

  func isSymbol(_ symbol: Punctuation) -> Bool { current.kind == .symbol(symbol) }

  /// Moves past a keyword, if it stands here.
  mutating func skipKeyword(_ keyword: String) -> Bool {
    guard isKeyword(keyword) else { return false }
    advance()
    return true
  }

  /// Moves past an operator, if it stands here.
  mutating func skipSymbol(_ symbol: Punctuation) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expectSymbol(_ symbol: Punctuation) throws(SyntaxFailure) {
    guard skipSymbol(symbol) else { throw unexpected("'\(symbol.rawValue)'") }
  }

  mutating func expectKeyword(_ keyword: String) throws(SyntaxFailure) {
    guard skipKeyword(keyword) else { throw unexpected("'\(keyword)'") }
  }

  /// Moves past a word, and returns it with its place.
  mutating func expectName(_ what: String) throws(SyntaxFailure) -> (name: String, span: ByteSpan) {
    guard current.kind == .name else { throw unexpected(what) }
    let token = current
    advance()
    return (text(of: token), token.span)
  }

  /// Moves past a word that is to name a value, and returns it with its place.
  ///
  /// A word of the language is refused: `{{ not }}` or `{{ if }}` could not be read afterwards, or
  /// would be something else.
  mutating func expectNewName(_ what: String) throws(SyntaxFailure)
    -> (name: String, span: ByteSpan)
  {
    let (name, span) = try expectName(what)
    guard !Self.reservedNames.contains(name) else { throw reservedName(name, span) }
    return (name, span)
  }

  private static let reservedNames: Set = [
    "true", "false", "none", "True", "False", "None", "and", "or", "not", "in", "is", "if", "else",
    "self", "super",
  ]

  func reservedName(_ name: String, _ span: ByteSpan) -> SyntaxFailure {
    SyntaxFailure(message: "'\(name)' cannot be the name of a variable", span: span)
  }

  /// The failure of having found the current token where something else was needed.
  func unexpected(_ expected: String, help: [String] = []) -> SyntaxFailure {
    switch current.kind {
    case .invalid:
      SyntaxFailure(message: "", span: current.span, isReported: true)
    case .outputEnd, .tagEnd:
      SyntaxFailure(
        message: "expected \(expected), found the end of the tag", span: current.span, help: help)
    case .text, .outputStart, .tagStart, .name, .integer, .float, .string, .symbol, .end:
      SyntaxFailure(
        message: "expected \(expected), found '\(text(of: current))'", span: current.span,
        help: help)
    }
  }
}

// MARK: - Problems

extension Parser {
  mutating func report(_ failure: SyntaxFailure, related: [Diagnostic.Related] = []) {
    guard !failure.isReported, diagnostics.count < Self.mostProblems else { return }
    diagnostics.append(
      .error(
        failure.rule, failure.message, at: source.location(of: failure.span.range),
        help: failure.help, related: related))
  }

  mutating func report(
    _ rule: Diagnostic.Rule, _ message: String, at span: ByteSpan,
    help: [String] = [], related: [Diagnostic.Related] = []
  ) {
    report(
      SyntaxFailure(rule: rule, message: message, span: span, help: help), related: related)
  }

  /// Reads the rest of a tag with `parse`, up to and past its end; `fallback` stands for what
  /// cannot be read, after the mistake was reported.
  mutating func restOfTag<Value>(
    _ fallback: Value, _ parse: (inout Parser) throws(SyntaxFailure) -> Value
  ) -> Value {
    expressionNesting = 0
    do throws(SyntaxFailure) {
      let value = try parse(&self)
      guard current.kind == .tagEnd || current.kind == .outputEnd else {
        throw unexpected("the end of the tag", help: endOfTagHelp())
      }
      advance()
      return value
    } catch {
      // What the lexer could not read in this tag has been reported, and explains the rest.
      if !restOfTagIsInvalid { report(error) }
      skipTag()
      return fallback
    }
  }

  private var restOfTagIsInvalid: Bool {
    for token in tokens[position...] {
      switch token.kind {
      case .invalid: return true
      case .outputEnd, .tagEnd, .end: return false
      case .text, .outputStart, .tagStart, .name, .integer, .float, .string, .symbol: continue
      }
    }
    return false
  }

  private func endOfTagHelp() -> [String] {
    switch current.kind {
    case .symbol(.assign): ["compare with `==`; give a value with `{% set name = value %}`"]
    case .symbol(.colon): ["arguments stand in parentheses: `name(argument)`"]
    case .name, .string, .integer, .float:
      ["join two values with `~`, or put an operator between them"]
    default: []
    }
  }

  /// Moves past the end of the current tag.
  mutating func skipTag() {
    while current.kind != .tagEnd, current.kind != .outputEnd, current.kind != .end { advance() }
    if current.kind != .end { advance() }
  }
}
