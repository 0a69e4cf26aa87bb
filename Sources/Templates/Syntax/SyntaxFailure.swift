import Diagnostics

/// What the parser found where it needed something else; the rest of the tag is skipped.
struct SyntaxFailure: Error {
  var rule: Diagnostic.Rule = "template-syntax"
  var message: String
  var span: ByteSpan
  var help: [String] = []
  /// Whether it has been reported already, by the lexer.
  var isReported = false
}
